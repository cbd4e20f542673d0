import { gradeOf } from "../trial.js";
import type { ShareMetric } from "./metric.js";

/**
 * Share of all cases whose answer is right as a whole: right = answerable ? every fact stated, evidence cited, nothing
 * forbidden said : abstained, or the premise corrected with a citation where the case allows it, and nothing forbidden
 * said. Source: `gradeAnswer`.
 */
export const right: ShareMetric = {
  id: "right",
  title: { de: "Richtig", en: "Right" },
  better: "higher",
  of: "share",
  valueOf: (trial) => gradeOf(trial).right,
};
