import { isAnswered } from "../trial.js";
import type { ShareMetric } from "./metric.js";

/** Share of the questions that the documents answer which get no answer: |answerable and abstained| / |answerable|. */
export const overRefusal: ShareMetric = {
  id: "over-refusal",
  title: { de: "Zu Unrecht verweigert", en: "Over-refusal" },
  better: "lower",
  of: "share",
  valueOf: (trial) => (trial.testCase.answerable ? !isAnswered(trial) : null),
};
