import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -3.5,
  sentence: 2,
  passage: 1,
  covered: 2,
  coveredInContext: 1.5,
  words: 1,
  kindFits: 0.7,
  namesMissing: -2,
  unknownWords: -1,
  otherLanguage: 0.8,
  coveredInOtherLanguage: 0,
  ahead: 0.5,
};
