import { declines } from "./abstention.js";
import type { ShareMetric } from "./metric.js";

/**
 * Of the questions that are declined, the share that the documents do not answer: |declined and unanswerable| /
 * |declined|. Source: precision of the class "no answer", as in P. Rajpurkar et al., Know What You Don't Know, ACL 2018.
 */
export const abstentionPrecision: ShareMetric = {
  id: "abstention-precision",
  title: { de: "Enthaltung, Präzision", en: "Abstention precision" },
  better: "higher",
  of: "share",
  valueOf: (trial) => (declines(trial) ? !trial.testCase.answerable : null),
};
