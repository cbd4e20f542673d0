import { type JudgeModel, probabilityOf, rankOf } from "../../src/ask/judge-model.js";
import { DOUBT_NAMES } from "../../src/ask/judge-rules.js";
import { SIGNAL_NAMES, type Signals } from "../../src/ask/signals.js";
import { type Example, fitLogistic } from "./logistic.js";
import type { Row, Trial } from "./trial.js";

/**
 * How much a trial counts: XQuAD has twenty times as many questions as the others, all of one kind, and without titles. Of
 * signals it has the most to tell, of doubts our own cases have.
 */
const WEIGHTS: Readonly<Record<"signals" | "doubts", Readonly<Record<Trial["source"], number>>>> = {
  signals: { paragraph: 1, wrong: 1, library: 1, "library-without": 1, page: 4, case: 2 },
  doubts: { paragraph: 1, wrong: 1, library: 1, "library-without": 1, page: 4, case: 10 },
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
  met: 1,
  metInContext: 1,
  metInPassage: 1,
  kindFits: 1,
  namesMissing: -1,
  unknownWords: -1,
  ahead: 1,
};

/**
 * These order the sentences of a passage, and say little of whether the first one answers: given to both models, they put the
 * right sentence first as often, and the area under the ROC curve falls by .003 (even articles of XQuAD, in one language).
 */
const ORDER_ONLY: ReadonlySet<keyof Signals> = new Set(["metInContext"]);

/**
 * First the order of sentences, as a conditional logit (McFadden 1974) by its pairs: the difference of a sentence that
 * answers and one that does not, of the same question, which all together count as one. Then the probability, as a
 * logistic regression on the first sentence of every question: does it answer? Then, with both given, what each doubt takes
 * off: of doubts, XQuAD and OMoS-QA know the price, and the near misses among our own cases the use. Of the cases, only
 * sentences that pass the rules count for the first two.
 */
export function fitModel(trials: readonly Trial[]): JudgeModel {
  const ruled = trials.map((trial) => (trial.source === "case" ? passing(trial) : trial));
  const none: JudgeModel["doubts"] = {
    rank: byName(DOUBT_NAMES, () => 0),
    answer: { intercept: 0, weights: byName(DOUBT_NAMES, () => 0) },
  };
  const { weights: rank } = fitSigned(ruled.flatMap(pairsOf), SIGNAL_NAMES);
  const ordered: JudgeModel = { rank, answer: { intercept: 0, weights: rank }, doubts: none };
  const answer = fitSigned(
    ruled.flatMap((trial) => firstOf(trial, ordered)),
    SIGNAL_NAMES,
    SIGNAL_NAMES.filter((name) => !ORDER_ONLY.has(name)),
  );
  const certain: JudgeModel = { rank, answer, doubts: none };
  const put = trials.map(passing);
  const { weights } = fitSigned(
    put.flatMap((trial) => doubtPairsOf(trial, certain)),
    DOUBT_NAMES,
  );
  const reordered: JudgeModel = { ...certain, doubts: { ...none, rank: weights } };
  const against = fitSigned(
    put.flatMap((trial) => doubtedFirstOf(trial, reordered)),
    DOUBT_NAMES,
  );
  return rounded({ rank, answer, doubts: { rank: weights, answer: against } });
}

function passing({ source, rows }: Trial): Trial {
  return { source, rows: rows.filter((row) => row.passes) };
}

/**
 * Weights of `some`; the others are 0. One that comes out against its sign is left out, and the rest is fitted again. No doubt
 * speaks for a sentence.
 */
function fitSigned<Name extends string>(
  examples: readonly Example[],
  all: readonly Name[],
  some = all,
): { readonly intercept: number; readonly weights: Record<Name, number> } {
  const signs: Readonly<Record<string, number>> = { ...byName(DOUBT_NAMES, () => -1), ...SIGNS };
  let names = some;
  for (;;) {
    const fitted = fitLogistic(examples, names);
    const right = names.filter((name) => (signs[name] ?? 0) * (fitted[name] ?? 0) >= 0);
    if (right.length === names.length) {
      return { intercept: fitted.intercept ?? 0, weights: byName(all, (name) => fitted[name] ?? 0) };
    }
    names = right;
  }
}

function byName<Name extends string>(names: readonly Name[], of: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;
}

/** Every pair of a sentence that answers and one that does not. */
function pairedRows({ rows }: Trial): { readonly pairs: readonly (readonly [Row, Row])[]; readonly share: number } {
  const [right, wrong] = [rows.filter(({ gold }) => gold), rows.filter(({ gold }) => !gold)];
  const pairs = right.flatMap((one) => wrong.map((other) => [one, other] as const));
  return { pairs, share: 1 / Math.max(1, pairs.length) };
}

/** Every pair twice, once turned round, so that there is nothing for an intercept to learn. */
function bothWays(values: Readonly<Record<string, number>>, weight: number, offset = 0): Example[] {
  const turned = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, -value]));
  return [
    { signals: values, label: true, weight, offset },
    { signals: turned, label: false, weight, offset: -offset },
  ];
}

function pairsOf(trial: Trial): Example[] {
  const { pairs, share } = pairedRows(trial);
  return pairs.flatMap(([one, other]) =>
    bothWays(
      byName(SIGNAL_NAMES, (name) => one.signals[name] - other.signals[name]),
      WEIGHTS.signals[trial.source] * share,
    ),
  );
}

/** The same with the doubts, the order by signals given. */
function doubtPairsOf(trial: Trial, model: JudgeModel): Example[] {
  const { pairs, share } = pairedRows(trial);
  const has = ({ doubts }: Row, name: (typeof DOUBT_NAMES)[number]) => (doubts.includes(name) ? 1 : 0);
  return pairs.flatMap(([one, other]) =>
    bothWays(
      byName(DOUBT_NAMES, (name) => has(one, name) - has(other, name)),
      WEIGHTS.doubts[trial.source] * share,
      rankOf({ ...one, doubts: null }, model) - rankOf({ ...other, doubts: null }, model),
    ),
  );
}

function firstOf({ source, rows }: Trial, model: JudgeModel): Example[] {
  const [first] = [...rows].sort(
    (a, b) => rankOf({ ...b, doubts: null }, model) - rankOf({ ...a, doubts: null }, model),
  );
  return first === undefined
    ? []
    : [{ signals: { ...first.signals }, label: first.gold, weight: WEIGHTS.signals[source] }];
}

/** The first sentence when doubts count, with its doubts; its logits before them are given. */
function doubtedFirstOf({ source, rows }: Trial, model: JudgeModel): Example[] {
  const [first] = [...rows].sort((a, b) => rankOf(b, model) - rankOf(a, model));
  if (first === undefined) return [];
  const before = probabilityOf({ ...first, doubts: null }, model);
  const signals = byName(DOUBT_NAMES, (name) => (first.doubts.includes(name) ? 1 : 0));
  return [{ signals, label: first.gold, weight: WEIGHTS.doubts[source], offset: Math.log(before / (1 - before)) }];
}

/** Four digits are more than the data can tell. */
function rounded({ rank, answer, doubts }: JudgeModel): JudgeModel {
  const digits = (value: number) => Number(value.toFixed(4));
  const of = (weights: JudgeModel["rank"]) => byName(SIGNAL_NAMES, (name) => digits(weights[name]));
  const against = (weights: JudgeModel["doubts"]["rank"]) => byName(DOUBT_NAMES, (name) => digits(weights[name]));
  return {
    rank: of(rank),
    answer: { intercept: digits(answer.intercept), weights: of(answer.weights) },
    doubts: {
      rank: against(doubts.rank),
      answer: { intercept: digits(doubts.answer.intercept), weights: against(doubts.answer.weights) },
    },
  };
}
