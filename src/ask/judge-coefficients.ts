import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -6.0183,
  sentence: 3.7353,
  passage: -0.1731,
  covered: 1.9563,
  coveredInContext: 1.6318,
  words: 1.2297,
  kindFits: 0.5348,
  namesMissing: 0.3431,
  unknownWords: 0.682,
  otherLanguage: 2.7749,
  coveredInOtherLanguage: -1.9036,
  ahead: 1.1902,
};
