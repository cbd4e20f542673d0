import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -5.9094,
  sentence: 3.5491,
  passage: -0.1145,
  covered: 1.9697,
  coveredInContext: 1.7531,
  words: 0.9587,
  kindFits: 0.6554,
  namesMissing: 0.8908,
  unknownWords: 0.9325,
  otherLanguage: 2.6050,
  coveredInOtherLanguage: -1.9555,
  ahead: 1.1262,
};
