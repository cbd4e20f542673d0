import { type DoubtName, doubtsOf, passes } from "../../src/ask/judge-rules.js";
import type { Weighed } from "../../src/ask/judge-signals.js";
import { comparePassing, weigh } from "../../src/ask/judge-signals.js";
import { retrieve } from "../../src/ask/retrieve.js";
import type { Signals } from "../../src/ask/signals.js";
import { understand } from "../../src/ask/understand.js";
import type { Embedder, Library } from "../../src/contracts/ports.js";
import type { AskRequest } from "../../src/contracts/question.js";

/** One sentence of the evidence for a question. */
export interface Row {
  readonly signals: Signals;
  readonly doubts: readonly DoubtName[];
  /** It breaks no rule. */
  readonly passes: boolean;
  /** It answers the question. */
  readonly gold: boolean;
}

/** One question put to one choice of documents, with every sentence of the evidence that can answer on its own. */
export interface Trial {
  readonly source: "paragraph" | "wrong" | "library" | "library-without" | "page" | "case";
  readonly rows: readonly Row[];
}

export interface Asked {
  readonly library: Library;
  readonly embedder: Embedder;
}

/** Puts a question to a library, narrowed to documents where some are named; `isGold` says which sentences answer. */
export async function putTo(
  { library, embedder }: Asked,
  request: Pick<AskRequest, "question" | "history">,
  documentIds: readonly string[] | null,
  isGold: (weighed: Weighed) => boolean,
): Promise<{ readonly rows: Row[]; readonly documents: readonly string[] }> {
  const understood = understand(request);
  const reading = embedder.readQuestion(understood.standalone);
  const { passages } = await library.statistics();
  const filter = documentIds === null ? {} : { filter: { documentIds: [...documentIds] } };
  const evidence = await retrieve(understood, { library, reading, passages }, filter);
  const rows = comparePassing(weigh(understood, evidence)).map((it) => ({
    signals: it.signals,
    doubts: doubtsOf(understood, it),
    passes: passes(understood, it),
    gold: isGold(it),
  }));
  return { rows, documents: evidence.candidates.map(({ document }) => document.id) };
}
