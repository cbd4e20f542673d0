import { describe, expect, it } from "vitest";
import { type CaseResult, caseShares } from "../../bench/answers/cases.js";
import { caseExpectations, omosExpectations, xquadExpectations } from "../../bench/answers/expectations.js";
import { clusteredStatistic, wilson } from "../../bench/answers/interval.js";
import { omosMisses, omosScores } from "../../bench/answers/omos-scores.js";
import type { OmosTrial } from "../../bench/answers/omos-trials.js";
import { calibrationError, reliabilityOf } from "../../bench/answers/reliability.js";
import { judgeScores, sentenceScores } from "../../bench/answers/xquad-scores.js";
import type { Trial } from "../../bench/answers/xquad-trials.js";
import { isMet } from "../../bench/measurement.js";
import { clusteredMean } from "../../bench/retrieval/bootstrap.js";
import { DIRECTIONS } from "../../bench/retrieval/corpora.js";
import { sum } from "../../bench/statistics.js";

describe("Wilson's interval", () => {
  it("is that of the textbook for 8 of 10", () => {
    const { mean, low, high } = wilson(8, 10);
    expect(mean).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it("stays within nought and one, and doubts even when all are right", () => {
    expect(wilson(10, 10).high).toBeCloseTo(1, 12);
    expect(wilson(10, 10).high).toBeLessThanOrEqual(1);
    expect(wilson(10, 10).low).toBeCloseTo(0.7225, 4);
    expect(wilson(0, 10).low).toBe(0);
  });

  it("has nothing to say about no cases", () => {
    expect(() => wilson(0, 0)).toThrow(RangeError);
  });
});

describe("the interval of a statistic", () => {
  const values = Array.from({ length: 120 }, (_, at) => ({ cluster: at % 12, value: (at * 7) % 5 }));

  it("is about that of the mean when the statistic is the mean", () => {
    const own = clusteredStatistic(values, (some) => sum(some.map(({ value }) => value)) / some.length);
    const other = clusteredMean(values);
    expect(own.mean).toBeCloseTo(other.mean, 12);
    expect(own.low).toBeCloseTo(other.low, 1);
    expect(own.high).toBeCloseTo(other.high, 1);
  });

  it("leaves out resamples that have no such statistic", () => {
    const one = [
      { cluster: 1, value: 1 },
      { cluster: 2, value: 0 },
    ];
    const ratio = (some: readonly { readonly value: number }[]) => {
      const all = sum(some.map(({ value }) => value));
      return all === 0 ? Number.NaN : all / some.length;
    };
    expect(clusteredStatistic(one, ratio)).toMatchObject({ mean: 0.5, low: 0.5, high: 1 });
  });
});

describe("reliability", () => {
  it("has bins of equal size, from the least probable to the most probable", () => {
    const bins = reliabilityOf(Array.from({ length: 100 }, (_, at) => ({ probability: at / 100, right: at >= 50 })));
    expect(bins.map(({ predictions }) => predictions)).toEqual(Array.from({ length: 10 }, () => 10));
    expect(bins[0]?.expected).toBeCloseTo(0.045, 12);
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it("finds no error where the share is the probability, and all of it where it never is", () => {
    const half = Array.from({ length: 100 }, (_, at) => ({ probability: 0.5, right: at % 2 === 0 }));
    expect(calibrationError(reliabilityOf(half))).toBeCloseTo(0, 12);
    const wrong = half.map((it) => ({ ...it, probability: 1, right: false }));
    expect(calibrationError(reliabilityOf(wrong))).toBeCloseTo(1, 12);
  });
});

function trials(scope: Trial["scope"], probabilities: readonly number[], ranked: boolean): Trial[] {
  return DIRECTIONS.flatMap((direction) =>
    probabilities.map((probability, article) => ({
      scope,
      direction,
      article,
      ranked,
      probability,
      answered: probability >= 0.5,
      shown: ranked && probability >= 0.5,
    })),
  );
}

describe("the scores of the judge", () => {
  const all = [...trials("paragraph", [0.9, 0.6, 0.3], true), ...trials("wrong", [0.1, 0.2, 0.5], false)];
  const { auroc, points } = judgeScores(all);

  it("compare a question's own paragraph with a wrong one", () => {
    // Eight of nine pairs are in order.
    expect(auroc.same.mean).toBeCloseTo(8 / 9, 12);
    expect(auroc["de>en"].mean).toBeCloseTo(8 / 9, 12);
  });

  it("say how much is answered, rightly and falsely, at a threshold and as shown", () => {
    const at = (threshold: number | null) => points.find((it) => it.threshold === threshold);
    expect(at(0.2)).toMatchObject({ answered: { across: 1 } });
    expect(at(0.2)?.falselyAnswered.across).toBeCloseTo(2 / 3, 12);
    expect(at(0.6)?.answered.same).toBeCloseTo(2 / 3, 12);
    expect(at(0.6)?.falselyAnswered.same).toBe(0);
    expect(at(null)?.answered.same).toBeCloseTo(2 / 3, 12);
    expect(at(null)?.falselyAnswered.same).toBeCloseTo(1 / 3, 12);
  });

  it("tell questions in the documents' language from those in the other one", () => {
    const hits = DIRECTIONS.flatMap((direction) =>
      (["paragraph", "library"] as const).map((scope) => ({
        system: "a system",
        scope,
        direction,
        article: 1,
        hit: direction === "de>de" || direction === "de>en",
      })),
    );
    const [score] = sentenceScores(hits);
    const means = Object.entries(score?.share ?? {}).map(([column, { mean }]) => [column, mean]);
    expect(Object.fromEntries(means)).toEqual({
      "de>de": 1,
      "en>en": 0,
      "de>en": 1,
      "en>de": 0,
      same: 0.5,
      across: 0.5,
    });
  });
});

function omosTrial(number: number, gold: readonly number[], shown: readonly number[], score: number): OmosTrial {
  const page = { id: `en-${number}`, language: "en" as const, number, lines: [], from: 1 };
  const first = shown[0] ?? null;
  const question = { text: "Where?", page, gold: new Set(gold) };
  return { system: "a system", question, first: 1, score, shownFirst: first, shown, answered: shown.length > 0 };
}

describe("the scores on OMoS-QA", () => {
  const german = omosTrial(9, [1], [1], 0.9);
  const both = [german, { ...german, question: { ...german.question, page: { ...german.question.page } } }];
  const reported = [
    omosTrial(1, [1, 2], [1, 3], 0.9),
    omosTrial(3, [1], [], 0.2),
    omosTrial(5, [], [], 0.1),
    omosTrial(7, [], [4], 0.7),
  ].concat(both.map((it) => ({ ...it, question: { ...it.question, page: { ...it.question.page, language: "de" } } })));
  const tuning = [omosTrial(0, [1], [1], 0.8), omosTrial(2, [], [2], 0.75)];
  const english = omosScores(reported, tuning).find(({ group }) => group === "en");

  it("count a refusal as a miss of what was shown, and not of the ranking", () => {
    expect(english?.ranked.mean).toBe(1);
    expect(english?.shown.mean).toBe(0.5);
  });

  it("average precision over what was answered, and recall over all", () => {
    expect(english?.precision?.mean).toBe(0.5);
    expect(english?.recall.mean).toBe(0.25);
  });

  it("know how often a refusal was right, and how often a needed one came", () => {
    expect(english?.noAnswer).toMatchObject({ precision: 0.5, recall: 0.5, f1: { mean: 0.5 } });
  });

  it("take the threshold from the tuning half alone", () => {
    expect(english?.tunedNoAnswer.threshold).toBe(0.8);
    expect(english?.tunedNoAnswer).toMatchObject({ recall: 1, precision: 2 / 3 });
  });

  it("list the answers that were wrong and the ones that should not have been", () => {
    const konsil = reported.map((it) => ({ ...it, system: "Konsil" }));
    expect(omosMisses(konsil).map(({ page }) => page)).toEqual(["en-7"]);
    expect(omosMisses(reported)).toEqual([]);
  });

  it("have no refusals to judge where a system never refuses", () => {
    const german = omosScores(reported, tuning).find(({ group }) => group === "de");
    expect(german?.noAnswer).toBeNull();
  });
});

describe("the shares of our own cases", () => {
  const result = (kind: CaseResult["kind"], answerable: boolean, refused: boolean, right: boolean): CaseResult => ({
    over: "corpus",
    id: "a-case",
    kind,
    answerable,
    refused,
    right,
    question: "Who?",
    answer: "",
    faults: [],
  });
  const shares = caseShares([
    result("who", true, false, true),
    result("who", true, true, false),
    result("sister", false, true, true),
    result("sister", false, false, false),
    // Put right with a citation, which the case allows.
    result("false-premise", false, false, true),
  ]);
  const meanOf = (name: string) => shares.find((it) => it.name === name)?.share?.mean;

  it("tell right answers, needed refusals and needless ones apart", () => {
    expect(meanOf("right")).toBeCloseTo(3 / 5, 12);
    expect(meanOf("unanswerable, refused")).toBeCloseTo(2 / 3, 12);
    expect(meanOf("answerable, refused")).toBe(0.5);
  });

  it("come by kind, the answerable ones first", () => {
    expect(shares.slice(4).map(({ name }) => name)).toEqual(["+ who", "– sister", "– false-premise"]);
    expect(meanOf("– sister")).toBe(0.5);
  });

  it("are none where there is no such case", () => {
    const [, answerable] = caseShares([result("noise", false, true, true)]);
    expect(answerable?.share).toBeNull();
  });
});

describe("what is expected", () => {
  const measured = caseExpectations([
    { over: "corpus", name: "right", share: wilson(96, 100) },
    { over: "corpus", name: "answerable, refused", share: wilson(6, 100) },
    { over: "corpus", name: "+ who", share: wilson(1, 2) },
    { over: "originals", name: "unanswerable, refused", share: null },
  ]);

  it("is met by enough right answers, and not by too many refusals", () => {
    expect(measured.map(({ name, value }) => [name, value])).toEqual([
      ["own cases over the corpus, right", 0.96],
      ["own cases over the corpus, answerable, refused", 0.06],
    ]);
    expect(measured.map(isMet)).toEqual([true, false]);
  });

  it("cannot be met by a bench that did not measure Konsil", () => {
    expect(() => omosExpectations([])).toThrow("not measured");
    expect(() =>
      xquadExpectations([], judgeScores(trials("paragraph", [1], true).concat(trials("wrong", [0], false)))),
    ).toThrow("not measured");
  });
});
