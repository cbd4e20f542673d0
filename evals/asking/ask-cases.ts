import type { Citation } from "../../src/contracts/answer.js";
import type { Case } from "../cases/case.js";
import { type Asked, askedSchema, type Trial } from "../trial.js";
import type { DocumentSet, SetName } from "./document-sets.js";
import { type KeptAnswers, keyOf } from "./kept-answers.js";
import type { Subject, System } from "./system.js";

/** As deep as retrieval is measured. */
const SEARCH_DEPTH = 10;

export interface AskOptions {
  /** How many questions are asked at the same time; the answers do not depend on it. */
  readonly atOnce: number;
  /** Where answers are looked up and kept; by default nowhere. */
  readonly kept?: KeptAnswers;
  /** Hears of every case that is done, kept ones included. */
  readonly onDone?: () => void;
  /** Milliseconds; injected by tests. */
  readonly clock?: () => number;
}

/**
 * Asks the cases over the documents, and gives a trial for each, in their order. The system is opened only when some
 * answer is not kept. Throws an `Error` that names the case whose question could not be asked: that is no wrong answer,
 * and nothing is graded then.
 */
export async function askCases(
  subject: Subject,
  documents: DocumentSet,
  cases: readonly Case[],
  { atOnce, kept, onDone, clock = () => performance.now() }: AskOptions,
): Promise<Trial[]> {
  const { name: over, idOf } = documents;
  const asked: (Asked | null)[] = cases.map((it) => kept?.get(questionKey(it)) ?? null);
  for (const it of asked) if (it !== null) onDone?.();
  const open = asked.flatMap((it, at) => (it === null ? [at] : []));
  if (open.length > 0) {
    const system = await subject.open(documents);
    try {
      const work = async (): Promise<void> => {
        for (let at = open.shift(); at !== undefined; at = open.shift()) {
          const testCase = caseAt(cases, at);
          const said = await askOne(system, testCase, over, clock);
          kept?.keep(questionKey(testCase), said);
          asked[at] = said;
          onDone?.();
        }
      };
      await allOrStop(Array.from({ length: atOnce }, work), () => open.splice(0));
    } finally {
      await system.close();
    }
  }
  return asked.map((said, at) => {
    if (said === null) throw new Error(`${caseAt(cases, at).id} was not asked`);
    return { ...said, testCase: caseAt(cases, at), over, idOf };
  });
}

/** Waits for all, also when one fails, so that nothing is closed while it is used; then throws what failed first. */
async function allOrStop(workers: readonly Promise<void>[], stop: () => void): Promise<void> {
  const stopping = workers.map((worker) => worker.catch(stopAndThrow));
  function stopAndThrow(error: unknown): never {
    stop();
    throw error;
  }
  for (const result of await Promise.allSettled(stopping)) if (result.status === "rejected") throw result.reason;
}

function caseAt(cases: readonly Case[], at: number): Case {
  const found = cases[at];
  if (found === undefined) throw new RangeError(`there is no case ${at}`);
  return found;
}

/** What a system is asked; facts and evidence may change without a question being asked again. */
function questionKey({ id, question, history, filter = {}, answerable }: Case): string {
  return keyOf([id, question, history, filter, answerable]);
}

async function askOne(system: System, testCase: Case, over: SetName, clock: () => number): Promise<Asked> {
  const { id, question, history, filter, answerable } = testCase;
  try {
    let confidence: number | null = null;
    const heed = (told: number): void => {
      confidence = told;
    };
    const begun = clock();
    const conversation = history.length === 0 ? {} : { history };
    const request = { question, ...conversation, ...(filter === undefined ? {} : { filter }) };
    const answer = await system.ask(request, heed);
    const ms = clock() - begun;
    const quoted = [...answer.citations, ...(answer.abstention?.closest ?? [])];
    const excerpts = await Promise.all(quoted.map((citation) => excerptOf(system, citation)));
    // A search knows no conversation, and no case knows how the originals word what is to be found.
    const isSearched = answerable && history.length === 0 && over !== "originals";
    const passages = isSearched ? await system.search(question, SEARCH_DEPTH, filter) : null;
    const found = passages?.map(({ documentId, text }) => ({ documentId, text })) ?? null;
    // The same bytes, whether an answer is new or was kept.
    return askedSchema.parse({ answer, excerpts, found, ms, confidence });
  } catch (cause) {
    throw new Error(`${id} could not be asked`, { cause });
  }
}

async function excerptOf(system: System, { documentId, start, end }: Citation): Promise<string | null> {
  return (await system.textOf(documentId))?.slice(start, end) ?? null;
}
