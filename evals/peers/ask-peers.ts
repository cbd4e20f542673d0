import type { Subject } from "../asking/system.js";
import type { Trial } from "../trial.js";
import { langChain } from "./langchain.js";
import { bestThreshold, refusingBelow } from "./refuse-below.js";

/** A reference system that was asked the same cases. */
export interface AskedPeer {
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  /** It was made to refuse where it was less sure; null for one that is as it is. */
  readonly threshold: number | null;
  readonly trials: readonly Trial[];
}

/**
 * The peers, asked once: LangChain as it is, and LangChain with the best threshold there is for these cases, which it
 * would not know when they are new.
 */
export async function askPeers(ask: (subject: Subject) => Promise<Trial[]>): Promise<AskedPeer[]> {
  const trials = await ask(langChain());
  const threshold = bestThreshold(trials);
  return [
    {
      id: "langchain",
      title: { de: "LangChain Top 4", en: "LangChain top 4" },
      threshold: null,
      trials,
    },
    {
      id: "langchain-refusing",
      title: { de: "LangChain Top 4, beste Schwelle", en: "LangChain top 4, best threshold" },
      threshold,
      trials: refusingBelow(threshold, trials),
    },
  ];
}
