import { declines } from "./abstention.js";
import type { ShareMetric } from "./metric.js";

/**
 * Of the questions that the documents do not answer, the share that is declined: |declined and unanswerable| /
 * |unanswerable|. Source: recall of the class "no answer", as in P. Rajpurkar et al., Know What You Don't Know, ACL 2018.
 */
export const abstentionRecall: ShareMetric = {
  id: "abstention-recall",
  title: { de: "Enthaltung, Trefferquote", en: "Abstention recall" },
  better: "higher",
  of: "share",
  valueOf: (trial) => (trial.testCase.answerable ? null : declines(trial)),
};
