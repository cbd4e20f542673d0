import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -6.1222,
  sentence: 3.7521,
  passage: -0.0993,
  covered: 2.0399,
  coveredInContext: 1.7053,
  words: 1.003,
  kindFits: 0.5427,
  namesMissing: 0.3562,
  unknownWords: 0.9694,
  otherLanguage: 2.8136,
  coveredInOtherLanguage: -1.9497,
  ahead: 1.195,
};
