import { readFileSync } from "node:fs";
import { z } from "zod";
import { SIGNAL_NAMES, type Signals } from "./judge-signals.js";

const weightsSchema = z.record(z.enum(SIGNAL_NAMES), z.number());
const modelSchema = z.object({
  rank: weightsSchema,
  answer: z.object({ intercept: z.number(), weights: weightsSchema }),
});

/**
 * Weights of the signals, made by `npm run judge:fit`. `rank` orders the sentences of one question (a conditional logit:
 * only differences count); `answer` says whether the first of them answers (logistic regression).
 */
export type JudgeModel = z.infer<typeof modelSchema>;

let loaded: JudgeModel | null = null;

/** The model of `judge-coefficients.json`, which is read once. Throws when the file does not hold one. */
export function judgeModel(): JudgeModel {
  const file = new URL("./judge-coefficients.json", import.meta.url);
  loaded ??= modelSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return loaded;
}

/** By how much a sentence is to be preferred to another of the same question, in logits. */
export function rankOf(signals: Signals, { rank } = judgeModel()): number {
  return weigh(signals, rank);
}

/** The probability, from 0 to 1, that a sentence answers the question. */
export function probabilityOf(signals: Signals, { answer } = judgeModel()): number {
  return 1 / (1 + Math.exp(-weigh(signals, answer.weights) - answer.intercept));
}

function weigh(signals: Signals, weights: JudgeModel["rank"]): number {
  return SIGNAL_NAMES.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}
