import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -5.9565,
  sentence: 3.506,
  passage: 0.1029,
  covered: 1.8591,
  coveredInContext: 1.7298,
  words: 0.9036,
  kindFits: 0.6183,
  namesMissing: 0.0933,
  unknownWords: 0.8661,
  otherLanguage: 2.6865,
  coveredInOtherLanguage: -1.7963,
  ahead: 1.2914,
};
