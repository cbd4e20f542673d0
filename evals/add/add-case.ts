import type { Turn } from "../../src/contracts/question.js";
import type { System } from "../asking/system.js";
import type { Case } from "../cases/case.js";
import { type Grade, gradeAnswer } from "../cases/grade-answer.js";
import type { Sources } from "../cases/sources.js";
import { appendCase, sameQuestion } from "./append-case.js";
import { caseYaml } from "./case-yaml.js";
import type { Dialogue } from "./dialogue.js";
import { askYesNo, interview } from "./interview.js";
import type { Lang } from "./texts.js";

/** Cases and documents to which a case is added. */
export interface CaseFolder {
  readonly folder: string;
  readonly cases: readonly Case[];
  readonly sources: Sources;
  /** On which documents a new case holds. */
  readonly over: Case["over"];
  /** Reads all cases of a folder as the evaluation does, and throws what is wrong with them. */
  readonly read: (folder: string) => readonly Case[];
}

export interface AddCaseParts {
  readonly to: CaseFolder;
  readonly start: { readonly question: string; readonly history: readonly Turn[] };
  /** Opened when the first question is put to it. */
  readonly open: () => Promise<System>;
  readonly dialogue: Dialogue;
  readonly lang: Lang;
}

/** The case is not added; the message says why. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Asks for the facts, shows the entry, and adds it when that is wanted. Throws `Refusal`, `InputEnded`. */
export async function addByInterview({ to, start, open, dialogue, lang }: AddCaseParts): Promise<Case | null> {
  const { texts } = lang;
  refuseRepeated({ ...start, history: [...start.history] }, to.cases, lang);
  const system = await open();
  const testCase = await interview({
    ...start,
    cases: to.cases,
    sources: to.sources,
    over: to.over,
    ask: (question, history) => system.ask({ question, ...(history.length === 0 ? {} : { history: [...history] }) }),
    search: async (question) => (await system.search(question, 5)) ?? [],
    dialogue,
    ...lang,
  });
  dialogue.tell(`\n${caseYaml(testCase)}`);
  if (!(await askYesNo({ dialogue, texts }, texts.write(`${testCase.slice}.yaml`)))) {
    dialogue.tell(texts.notWritten);
    return null;
  }
  add(testCase, to, dialogue, lang);
  return testCase;
}

/** Adds a case that is complete. Throws `Refusal`. */
export function addGiven(testCase: Case, to: CaseFolder, dialogue: Dialogue, lang: Lang): void {
  refuseRepeated(testCase, to.cases, lang);
  const taken = to.cases.some(({ id }) => id === testCase.id);
  if (taken) throw new Refusal(lang.texts.idTaken(testCase.id));
  dialogue.tell(caseYaml(testCase));
  add(testCase, to, dialogue, lang);
}

/** Asks the question of the case, and says whether the answer is right, and why not. */
export async function tryCase(testCase: Case, system: System, dialogue: Dialogue, { texts }: Lang): Promise<Grade> {
  const { id, question, history, filter } = testCase;
  const conversation = history.length === 0 ? {} : { history };
  const answer = await system.ask({ question, ...conversation, ...(filter === undefined ? {} : { filter }) });
  const grade = gradeAnswer(testCase, answer, { idOf: (document) => document });
  const faults = grade.faults.map((fault) => `\n  ${fault}`);
  dialogue.tell(grade.right ? texts.right(id) : [texts.wrong(id), ...faults].join(""));
  return grade;
}

function add(testCase: Case, { folder, read }: CaseFolder, dialogue: Dialogue, { texts }: Lang): void {
  try {
    dialogue.tell(texts.written(appendCase(testCase, { folder, read })));
  } catch (cause) {
    throw new Refusal(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function refuseRepeated(asked: Pick<Case, "question" | "history">, cases: readonly Case[], { texts }: Lang): void {
  const same = sameQuestion(asked, cases);
  if (same !== null) throw new Refusal(texts.duplicate(same.id, same.slice));
}
