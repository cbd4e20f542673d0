import type { Citation } from "../../src/contracts/answer.js";
import type { Trial } from "../trial.js";
import type { MeanMetric } from "./metric.js";

/**
 * Of the quotations that are shown, closest passages of refusals included, the share that stands in its document at its
 * offsets, letter by letter, averaged over the cases that show any: mean(|text.slice(start, end) = quote| / |quotations|).
 */
export const verbatimShare: MeanMetric = {
  id: "verbatim-share",
  title: { de: "Wörtliche Zitate", en: "Verbatim share" },
  better: "higher",
  of: "mean",
  valueOf: (trial) => {
    const shown = quotationsOf(trial).length;
    return shown === 0 ? null : 1 - misquotations(trial).length / shown;
  },
};

/** The quotations of an answer that do not stand where they are said to stand. */
export function misquotations(trial: Pick<Trial, "answer" | "excerpts">): Citation[] {
  const quotations = quotationsOf(trial);
  if (quotations.length !== trial.excerpts.length) throw new RangeError("there must be an excerpt for each quotation");
  return quotations.filter(({ quote }, at) => trial.excerpts[at] !== quote);
}

function quotationsOf({ answer }: Pick<Trial, "answer">): Citation[] {
  return [...answer.citations, ...(answer.abstention?.closest ?? [])];
}
