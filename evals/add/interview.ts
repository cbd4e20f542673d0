import type { Answer, FoundPassage } from "../../src/contracts/answer.js";
import type { Language } from "../../src/contracts/document.js";
import type { Turn } from "../../src/contracts/question.js";
import { detectLanguage } from "../../src/language/detect.js";
import { ANSWERABLE_KINDS, type Case, type Fact, UNANSWERABLE_KINDS } from "../cases/case.js";
import { described } from "../cases/grade-answer.js";
import type { Sources } from "../cases/sources.js";
import { statesFact } from "../cases/states-fact.js";
import { askUntil, type Dialogue, type ReadAnswer } from "./dialogue.js";
import { type Evidence, evidenceOffered, locate } from "./evidence.js";
import { KIND_TEXTS } from "./kind-texts.js";
import { proposeId } from "./propose-id.js";
import { FACT_EXAMPLES, readFact } from "./read-fact.js";
import type { AddTexts } from "./texts.js";

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface InterviewParts {
  readonly question: string;
  readonly history: readonly Turn[];
  /** What is there already. */
  readonly cases: readonly Case[];
  /** The documents, in whose words evidence has to stand. */
  readonly sources: Sources;
  readonly ask: (question: string, history: readonly Turn[]) => Promise<Answer>;
  readonly search: (question: string) => Promise<readonly Pick<FoundPassage, "documentId" | "text">[]>;
  /** On which documents the case holds. */
  readonly over: Case["over"];
  readonly dialogue: Dialogue;
  readonly texts: AddTexts;
  /** Of the examples and the names of kinds. */
  readonly lang: Language;
}

/** Asks for everything that makes a case of a question, and shows what Konsil says to it. Throws `InputEnded`. */
export async function interview(parts: InterviewParts): Promise<Case> {
  const { question, cases, over, dialogue, texts } = parts;
  const language = await askLanguage(parts);
  const answer = await parts.ask(question, parts.history);
  showAnswer(answer, parts);
  const gold = (await askYesNo(parts, texts.answerable)) ? await askGold(answer, parts) : await askRefusal(parts);
  const never = (await dialogue.ask(texts.never)).split("|").map((it) => it.trim());
  const slice = await askSlice(parts);
  const common = { question, language, over, history: [...parts.history], never: never.filter((it) => it !== "") };
  const proposed = proposeId({ slice, question, language }, cases);
  const id = await askUntil(dialogue, texts.id(proposed), (typed): ReadAnswer<string> => {
    const chosen = typed === "" ? proposed : typed;
    if (!NAME.test(chosen)) return { problem: texts.idWrong };
    return cases.some((it) => it.id === chosen) ? { problem: texts.idTaken(chosen) } : { value: chosen };
  });
  return { id, ...common, ...gold, slice };
}

function askLanguage({ question, dialogue, texts }: InterviewParts): Promise<Language> {
  const proposed = detectLanguage(question) ?? "de";
  return askUntil(dialogue, texts.language(proposed), (typed): ReadAnswer<Language> => {
    const chosen = typed === "" ? proposed : typed.toLowerCase();
    return chosen === "de" || chosen === "en" ? { value: chosen } : { problem: texts.languageWrong };
  });
}

function showAnswer({ status, answer, citations }: Answer, { dialogue, texts }: InterviewParts): void {
  const quotes = citations.map(({ marker, documentId, quote }) => `  [${marker}] ${documentId}: ${quote}`);
  const heading = status === "abstained" ? texts.konsilRefuses : texts.konsilAnswers;
  dialogue.tell(["", heading, indented(answer), ...quotes, ""].join("\n"));
}

async function askGold(answer: Answer, parts: InterviewParts) {
  const kind = await askKind(ANSWERABLE_KINDS, parts);
  const facts = await askFacts(parts);
  const evidence = await askEvidence(answer, parts);
  const stated = evidence.map(({ contains }) => contains).join("\n");
  for (const fact of facts) {
    const isToBeSeen = fact.kind !== "verdict" && !statesFact(fact, stated);
    if (isToBeSeen) parts.dialogue.tell(parts.texts.factNotInEvidence(described(fact)));
  }
  return { answerable: true as const, kind, facts, evidence, disagrees: false };
}

async function askRefusal(parts: InterviewParts) {
  const kind = await askKind(UNANSWERABLE_KINDS, parts);
  const corrects = kind === "false-premise" && (await askYesNo(parts, parts.texts.corrects));
  return { answerable: false as const, kind, corrects };
}

async function askFacts({ dialogue, texts, lang }: InterviewParts): Promise<Fact[]> {
  const examples = Object.values(FACT_EXAMPLES)
    .map((example) => `  ${example[lang]}`)
    .join("\n");
  dialogue.tell(`${texts.facts}\n${examples}`);
  const facts: Fact[] = [];
  for (;;) {
    const fact = await askUntil(dialogue, texts.fact(facts.length + 1), (typed): ReadAnswer<Fact | null> => {
      if (typed === "") return facts.length === 0 ? { problem: texts.factMissing } : { value: null };
      const read = readFact(typed);
      if (!("why" in read)) return { value: read };
      if (read.why === "unknown_kind") return { problem: texts.factKindUnknown(examples) };
      const example = FACT_EXAMPLES[read.kind][lang];
      return { problem: texts.factWrong(example.slice(0, example.indexOf(":")), example) };
    });
    if (fact === null) return facts;
    facts.push(fact);
  }
}

async function askEvidence(answer: Answer, parts: InterviewParts): Promise<Evidence[]> {
  const { question, sources, dialogue, texts } = parts;
  const offered = evidenceOffered(answer, await parts.search(question), sources);
  const lines = offered.map(
    ({ document, contains }, at) => `  ${at + 1}  ${document}: ${contains.replace(/\s+/g, " ")}`,
  );
  dialogue.tell(offered.length === 0 ? texts.noPassages : [texts.passages, ...lines].join("\n"));
  return askUntil(dialogue, texts.evidence, (typed): ReadAnswer<Evidence[]> => {
    if (typed === "") return { problem: texts.evidenceMissing };
    const isNumbers = /^\d{1,2}(?:\s*[,;\s]\s*\d{1,2})*$/.test(typed);
    if (!isNumbers) {
      const located = locate(typed, sources);
      return located.length === 0 ? { problem: texts.evidenceNowhere } : { value: located };
    }
    const chosen = typed.split(/[,;\s]+/).map((number) => offered[Number(number) - 1]);
    const known = chosen.filter((it) => it !== undefined);
    return known.length < chosen.length ? { problem: texts.chooseOne(offered.length) } : { value: known };
  });
}

function askKind<K extends Case["kind"]>(kinds: readonly K[], { dialogue, texts, lang }: InterviewParts): Promise<K> {
  dialogue.tell(kinds.map((kind, at) => `  ${at + 1}  ${kind}: ${KIND_TEXTS[kind][lang]}`).join("\n"));
  return askUntil(dialogue, texts.kind, (typed): ReadAnswer<K> => {
    const chosen = kinds[Number(typed) - 1] ?? kinds.find((kind) => kind === typed);
    return chosen === undefined ? { problem: texts.chooseOne(kinds.length) } : { value: chosen };
  });
}

function askSlice({ cases, dialogue, texts }: InterviewParts): Promise<string> {
  const slices = [...new Set(cases.map(({ slice }) => slice))].sort();
  const lines = slices.map((slice, at) => {
    return `  ${at + 1}  ${slice}.yaml (${cases.filter((it) => it.slice === slice).length})`;
  });
  dialogue.tell([texts.slices, ...lines].join("\n"));
  return askUntil(dialogue, texts.slice, (typed): ReadAnswer<string> => {
    const chosen = slices[Number(typed) - 1] ?? typed.replace(/\.yaml$/, "");
    const isName = NAME.test(chosen) && !/^\d+$/.test(chosen);
    return isName ? { value: chosen } : { problem: texts.sliceWrong };
  });
}

/** "j" and "ja" count in English, too, and "y" and "yes" in German. */
export function askYesNo(
  { dialogue, texts }: Pick<InterviewParts, "dialogue" | "texts">,
  prompt: string,
): Promise<boolean> {
  return askUntil(dialogue, prompt, (typed): ReadAnswer<boolean> => {
    if (/^(?:j|ja|y|yes)$/i.test(typed)) return { value: true };
    return /^(?:n|nein|no)$/i.test(typed) ? { value: false } : { problem: texts.yesOrNo };
  });
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
