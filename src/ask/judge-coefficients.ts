import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of `judge.ts`; made by `npm run judge:fit`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
  intercept: -5.9398,
  sentence: 3.4350,
  passage: -0.1171,
  covered: 1.3802,
  coveredInContext: 1.9906,
  words: 1.8626,
  kindFits: 0.4199,
  namesMissing: -0.3483,
  unknownWords: 1.4185,
  otherLanguage: 2.5090,
  coveredInOtherLanguage: -1.4805,
  ahead: 1.5719,
};
