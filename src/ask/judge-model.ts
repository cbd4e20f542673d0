import { readFileSync } from "node:fs";
import { z } from "zod";
import { DOUBT_NAMES, type DoubtName } from "./judge-rules.js";
import { SIGNAL_NAMES, type Signals } from "./signals.js";

const weightsSchema = z.record(z.enum(SIGNAL_NAMES), z.number());
const doubtsSchema = z.record(z.enum(DOUBT_NAMES), z.number());
const modelSchema = z.object({
  rank: weightsSchema,
  answer: z.object({ intercept: z.number(), weights: weightsSchema }),
  doubts: z.object({ rank: doubtsSchema, answer: z.object({ intercept: z.number(), weights: doubtsSchema }) }),
});

/**
 * Weights of the signals, made by `npm run judge:fit`. `rank` orders the sentences of one question (a conditional logit:
 * only differences count); `answer` says whether the first of them answers (logistic regression). `doubts` has what each
 * doubt takes off either; its intercept is added where doubts were looked for.
 */
export type JudgeModel = z.infer<typeof modelSchema>;

let loaded: JudgeModel | null = null;

/** The model of `judge-coefficients.json`, which is read once. Throws when the file does not hold one. */
export function judgeModel(): JudgeModel {
  loaded ??= modelSchema.parse(JSON.parse(readFileSync(new URL("./judge-coefficients.json", import.meta.url), "utf8")));
  return loaded;
}

/** What a sentence is judged by: its signals, and what speaks against it; null where that was not looked for. */
export interface Judged {
  readonly signals: Signals;
  readonly doubts: readonly DoubtName[] | null;
}

/** By how much a sentence is to be preferred to another of the same question, in logits. */
export function rankOf({ signals, doubts }: Judged, model = judgeModel()): number {
  return weighSignals(signals, model.rank) + weighDoubts(doubts, model.doubts.rank);
}

/** The probability, from 0 to 1, that a sentence answers the question. */
export function probabilityOf({ signals, doubts }: Judged, model = judgeModel()): number {
  const { answer } = model;
  const before = weighSignals(signals, answer.weights) + answer.intercept;
  const against = model.doubts.answer;
  const after = doubts === null ? before : before + against.intercept + weighDoubts(doubts, against.weights);
  return 1 / (1 + Math.exp(-after));
}

function weighSignals(signals: Signals, weights: JudgeModel["rank"]): number {
  return SIGNAL_NAMES.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}

function weighDoubts(doubts: readonly DoubtName[] | null, weights: JudgeModel["doubts"]["rank"]): number {
  return (doubts ?? []).reduce((sum, name) => sum + weights[name], 0);
}
