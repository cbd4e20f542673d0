import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Turn } from "../../src/contracts/question.js";
import { type DocumentSet, documentSet } from "../asking/document-sets.js";
import { konsilHere } from "../asking/in-process.js";
import { ownDocuments } from "../asking/own-documents.js";
import type { System } from "../asking/system.js";
import type { Case } from "../cases/case.js";
import { isCaseFile, readCases } from "../cases/read-cases.js";
import { sourcesIn } from "../cases/sources.js";
import { UsageError } from "../run-options.js";
import { addByInterview, addGiven, type CaseFolder, Refusal, tryCase } from "./add-case.js";
import { sameQuestion } from "./append-case.js";
import { askUntil, type Dialogue, InputEnded, lineDialogue, type ReadAnswer } from "./dialogue.js";
import { type AskedFeedback, readFeedback } from "./feedback-lines.js";
import { givenCase } from "./given-case.js";
import { type AddOptions, readAddOptions, USAGE } from "./options.js";
import { type Lang, langOf } from "./texts.js";

const EXIT = { done: 0, refused: 1, wrongUse: 2, broken: 3 } as const;

const SHIPPED_CASES = path.resolve(import.meta.dirname, "../cases");

/** What a case starts with. */
interface Start {
  readonly question: string;
  readonly history: readonly Turn[];
}

async function run(options: AddOptions): Promise<number> {
  if (options.help) {
    console.log(USAGE);
    return EXIT.done;
  }
  const lang = langOf(options.lang ?? languageOfEnvironment());
  const { records, input } = await readFeedbackGiven(options.feedback);
  const { to, documents } = await caseFolder(options);
  const isTerminal = input === process.stdin && process.stdin.isTTY === true && process.stdout.isTTY === true;
  // A case from JSON asks nothing, and may itself come from standard input.
  const dialogue = lineDialogue(options.json === undefined ? input : Readable.from([]), process.stdout, isTerminal);
  let system: System | null = null;
  const open = async () => {
    system ??= await konsilHere({ followUps: false }).open(documents);
    return system;
  };
  try {
    const given = startGiven(options, records);
    const testCase =
      options.json === undefined
        ? await addByInterview({
            ...{ to, dialogue, lang, open },
            start: given ?? (await askStart(records, to.cases, dialogue, lang)),
          })
        : await addFromJson(options.json, given, to, dialogue, lang);
    if (testCase !== null) await tryCase(testCase, await open(), dialogue, lang);
    return EXIT.done;
  } finally {
    dialogue.close();
    await closeIfOpen(system);
  }
}

async function addFromJson(
  from: string,
  start: Start | null,
  to: CaseFolder,
  dialogue: Dialogue,
  lang: Lang,
): Promise<Case> {
  const json = from === "-" ? await text(process.stdin) : readFileSync(from, "utf8");
  const known = { question: null, history: [], ...start, over: to.over };
  const testCase = refusing(() => givenCase(json, known, to.cases));
  addGiven(testCase, to, dialogue, lang);
  return testCase;
}

/** With the feedback on standard input, what stands behind its records are the answers. */
async function readFeedbackGiven(from: string | undefined) {
  if (from === undefined) return { records: [], input: process.stdin };
  if (from !== "-") return { records: readFeedback(readFileSync(from, "utf8")), input: process.stdin };
  const lines = (await text(process.stdin)).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("{"));
  const [given, answers] = end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  return { records: readFeedback(given.join("\n")), input: Readable.from([answers.join("\n")]) };
}

async function caseFolder({ own }: AddOptions): Promise<{ to: CaseFolder; documents: DocumentSet }> {
  if (own === null) {
    const documents = documentSet("corpus");
    const [cases, sources] = [readCases(SHIPPED_CASES), sourcesIn(documents.folder)];
    return { to: { folder: SHIPPED_CASES, cases, sources, over: "corpus", read: readCases }, documents };
  }
  const { set, sources } = await ownDocuments(own.corpus);
  const read = (folder: string) => readCases(folder, { sources });
  const isEmpty = !existsSync(own.cases) || !readdirSync(own.cases).some(isCaseFile);
  const cases = isEmpty ? [] : read(own.cases);
  return { to: { folder: path.resolve(own.cases), cases, sources, over: "both", read }, documents: set };
}

/** What the options say; null where it has to be asked. */
function startGiven({ question, pick, json }: AddOptions, records: readonly AskedFeedback[]): Start | null {
  if (question !== undefined) return { question, history: [] };
  if (pick !== undefined) {
    const picked = records.findLast(({ id, answerId }) => id === pick || answerId === pick);
    if (picked === undefined) throw new UsageError(`--pick: there is no feedback ${pick}`);
    return picked;
  }
  if (records.length > 1 && json !== undefined) throw new UsageError("--json with several records needs --pick");
  return records.length === 1 ? (records[0] ?? null) : null;
}

async function askStart(
  records: readonly AskedFeedback[],
  cases: readonly Case[],
  dialogue: Dialogue,
  { texts }: Lang,
): Promise<Start> {
  if (records.length === 0) {
    const question = await askUntil(dialogue, texts.question, (typed): ReadAnswer<string> => {
      return typed === "" ? { problem: texts.questionMissing } : { value: typed };
    });
    return { question, history: [] };
  }
  for (const [at, record] of records.entries()) {
    const comment = record.comment === null ? "" : ` – ${record.comment.replace(/\s+/g, " ")}`;
    const known = sameQuestion(record, cases) === null ? "" : ` (${texts.alreadyCase})`;
    dialogue.tell(`  ${at + 1}  ${record.verdict}: ${record.question}${comment}${known}`);
  }
  return askUntil(dialogue, texts.chooseFeedback, (typed): ReadAnswer<Start> => {
    const chosen = records[Number(typed) - 1];
    return chosen === undefined ? { problem: texts.chooseOne(records.length) } : { value: chosen };
  });
}

async function closeIfOpen(system: System | null): Promise<void> {
  await system?.close();
}

/** What is wrong with a given case is no fault of the evaluation. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Refusal(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function languageOfEnvironment(): "de" | "en" {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^de/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "de" : "en";
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.message}${error.cause === undefined ? "" : `\n  ${told(error.cause)}`}`;
}

try {
  process.exitCode = await run(readAddOptions(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    process.exitCode = EXIT.wrongUse;
  } else if (error instanceof Refusal || error instanceof InputEnded) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.refused;
  } else {
    process.stderr.write(`${told(error)}\n`);
    process.exitCode = EXIT.broken;
  }
}
