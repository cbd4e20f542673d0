import { confusionOf } from "./abstention.js";
import type { StatisticMetric } from "./metric.js";

/**
 * Harmonic mean of abstention precision and recall: 2·TP / (2·TP + FP + FN), where TP are unanswerable questions that are
 * declined, FP answerable ones that are, FN unanswerable ones that are not. NaN where nothing is unanswerable or declined.
 * Source: C. van Rijsbergen, Information Retrieval, 1979, chapter 7, with β = 1.
 */
export const abstentionF1: StatisticMetric = {
  id: "abstention-f1",
  title: { de: "Enthaltung, F1", en: "Abstention F1" },
  better: "higher",
  of: "statistic",
  statisticOf: (trials) => {
    const { answerable, unanswerable } = confusionOf(trials);
    const right = 2 * unanswerable.declined;
    return right / (right + answerable.declined + unanswerable.answered);
  },
};
