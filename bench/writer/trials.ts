import type { Case } from "../../evals/cases/case.js";
import { gradeAnswer } from "../../evals/cases/grade-answer.js";
import type { Asker } from "../../src/ask/ask.js";
import type { ReplyReport } from "../../src/ask/write-answer.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { Library } from "../../src/contracts/ports.js";
import { covers, findQuantities } from "../../src/language/quantities.js";

/** One case, asked with a language model and without. */
export interface WriterTrial {
  readonly case: Case;
  readonly answer: Answer;
  readonly replies: readonly ReplyReport[];
  readonly right: boolean;
  readonly rightWithout: boolean;
  /** What is shown and does not stand in the quotations, in words; empty as it should be. */
  readonly ungrounded: readonly string[];
}

export interface TrialParts {
  readonly makeAsker: (onReply: (reply: ReplyReport) => void) => Asker;
  readonly plain: Asker;
  readonly library: Library;
}

export async function askBoth(it: Case, { makeAsker, plain, library }: TrialParts): Promise<WriterTrial> {
  const replies: ReplyReport[] = [];
  const request = { question: it.question, ...(it.history.length > 0 ? { history: [...it.history] } : {}) };
  const answer = await makeAsker((reply) => replies.push(reply)).ask(request);
  const without = await plain.ask(request);
  const grade = (given: Answer) => gradeAnswer(it, given, { idOf: (document) => document }).right;
  const ungrounded = await ungroundedIn(answer, library);
  return { case: it, answer, replies, right: grade(answer), rightWithout: grade(without), ungrounded };
}

/** Quotations that are not verbatim, and figures that stand in no quotation of the answer. */
async function ungroundedIn({ answer, citations, status }: Answer, library: Library): Promise<string[]> {
  const found: string[] = [];
  for (const { documentId, start, end, quote } of citations) {
    const document = await library.document(documentId);
    if (document?.text.slice(start, end) !== quote) found.push(`not verbatim: ${quote}`);
  }
  if (status === "abstained") return found;
  const known = citations.flatMap(({ quote, title, publishedAt }) => [quote, title ?? "", publishedAt ?? ""]);
  const stated = known.flatMap(findQuantities);
  for (const said of findQuantities(answer.replace(/\[\d+\]/g, ""))) {
    if (!stated.some((it) => covers(said, it))) found.push(`in no quotation: ${said.surface}`);
  }
  return found;
}
