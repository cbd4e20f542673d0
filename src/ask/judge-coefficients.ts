import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -6.2982,
  sentence: 3.7573,
  passage: -0.2979,
  covered: 1.6963,
  coveredInContext: 1.3873,
  words: 2.4506,
  kindFits: 0.5213,
  namesMissing: 0.3051,
  unknownWords: 0.9843,
  otherLanguage: 2.8574,
  coveredInOtherLanguage: -1.6649,
  ahead: 1.1816,
};
