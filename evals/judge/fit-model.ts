import { type JudgeModel, rankOf } from "../../src/ask/judge-model.js";
import { SIGNAL_NAMES, type Signals } from "../../src/ask/judge-signals.js";
import { type Example, fitLogistic } from "./logistic.js";
import type { Row, Trial } from "./trial.js";

/** How much a trial counts: XQuAD has twenty times as many questions as the others, all of one kind, and without titles. */
const WEIGHTS: Readonly<Record<Trial["source"], number>> = {
  paragraph: 1,
  wrong: 1,
  library: 1,
  "library-without": 1,
  page: 4,
  case: 10,
};

/** Which way a signal can only point: a weight of the other sign would be an accident of the data. */
const SIGNS: Partial<Record<keyof Signals, 1 | -1>> = {
  sentence: 1,
  covered: 1,
  coveredInContext: 1,
  words: 1,
  spelling: 1,
  late: 1,
  lateInPassage: 1,
  lateLeast: 1,
  kindFits: 1,
  namesMissing: -1,
  unknownWords: -1,
  ahead: 1,
};

/**
 * First the order of sentences, as a conditional logit (McFadden 1974) by its pairs: the difference of a sentence that
 * answers and one that does not, of the same question, which all together count as one. Then the probability, as a
 * logistic regression on the first sentence of every question: does it answer?
 */
export function fitModel(trials: readonly Trial[]): JudgeModel {
  const { weights: rank } = fitSigned(trials.flatMap(pairsOf));
  const answer = fitSigned(trials.flatMap((trial) => firstOf(trial, rank)));
  return rounded({ rank, answer });
}

/** A signal whose weight comes out against its sign is left out, and the others are fitted again. */
function fitSigned(examples: readonly Example[]): JudgeModel["answer"] {
  let names: readonly (keyof Signals)[] = SIGNAL_NAMES;
  for (;;) {
    const fitted = fitLogistic(examples, names);
    const right = names.filter((name) => (SIGNS[name] ?? 0) * (fitted[name] ?? 0) >= 0);
    if (right.length === names.length) {
      const weights = Object.fromEntries(SIGNAL_NAMES.map((name) => [name, fitted[name] ?? 0]));
      return { intercept: fitted.intercept ?? 0, weights: weights as JudgeModel["rank"] };
    }
    names = right;
  }
}

/** Every pair twice, once turned round, so that there is nothing for an intercept to learn. */
function pairsOf({ source, rows }: Trial): Example[] {
  const [right, wrong] = [rows.filter(({ gold }) => gold), rows.filter(({ gold }) => !gold)];
  const weight = WEIGHTS[source] / Math.max(1, right.length * wrong.length);
  return right.flatMap((one) =>
    wrong.flatMap((other) => [
      { signals: difference(one, other), label: true, weight },
      { signals: difference(other, one), label: false, weight },
    ]),
  );
}

function difference(one: Row, other: Row): Example["signals"] {
  return Object.fromEntries(SIGNAL_NAMES.map((name) => [name, one.signals[name] - other.signals[name]]));
}

function firstOf({ source, rows }: Trial, rank: JudgeModel["rank"]): Example[] {
  const order = { rank, answer: { intercept: 0, weights: rank } };
  const [first] = [...rows].sort((a, b) => rankOf(b.signals, order) - rankOf(a.signals, order));
  return first === undefined ? [] : [{ signals: { ...first.signals }, label: first.gold, weight: WEIGHTS[source] }];
}

/** Four digits are more than the data can tell. */
function rounded({ rank, answer }: JudgeModel): JudgeModel {
  const of = (weights: JudgeModel["rank"]) =>
    Object.fromEntries(SIGNAL_NAMES.map((name) => [name, Number(weights[name].toFixed(4))])) as JudgeModel["rank"];
  return {
    rank: of(rank),
    answer: { intercept: Number(answer.intercept.toFixed(4)), weights: of(answer.weights) },
  };
}
