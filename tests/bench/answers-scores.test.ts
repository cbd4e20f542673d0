import { describe, expect, it } from "vitest";
import { caseExpectations, omosExpectations, xquadExpectations } from "../../bench/answers/expectations.js";
import { omosMisses, omosScores } from "../../bench/answers/omos-scores.js";
import type { OmosTrial } from "../../bench/answers/omos-trials.js";
import { judgeScores, sentenceScores } from "../../bench/answers/xquad-scores.js";
import type { Trial } from "../../bench/answers/xquad-trials.js";
import { isMet } from "../../bench/measurement.js";
import { sampleRefusal, sampleTrial } from "../../evals/metrics/sample-trial.js";
import { DIRECTIONS } from "../../evals/open-data/directions.js";
import { buildReport } from "../../evals/reporting/build-report.js";

function judged(scope: Trial["scope"], probabilities: readonly number[], ranked: boolean): Trial[] {
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
  const all = [...judged("paragraph", [0.9, 0.6, 0.3], true), ...judged("wrong", [0.1, 0.2, 0.5], false)];
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

describe("what is expected", () => {
  const answered = sampleTrial({ answer: "On 3 May 2021. [1]", quotes: [["alpha", "It opened on 3 May 2021."]] });
  const trials = [...Array.from({ length: 19 }, () => answered), sampleRefusal()];
  const report = (some: readonly (typeof answered)[]) =>
    buildReport({
      subject: { name: "a system", version: "1" },
      selection: null,
      known: [],
      sets: [{ documents: { name: "corpus", version: "1" }, trials: some, baseline: null }],
    });

  it("is met by enough right answers, and not by too many refusals; of what no case is about, nothing is expected", () => {
    const measured = caseExpectations(report(trials));
    expect(measured.map(({ name, value }) => [name, value])).toEqual([
      ["own cases over the corpus, right", 0.95],
      ["own cases over the corpus, answerable, refused", 0.05],
    ]);
    expect(measured.map(isMet)).toEqual([true, true]);
    expect(caseExpectations(report([...trials, sampleRefusal()])).map(isMet)).toEqual([false, false]);
  });

  it("cannot be met by a bench that did not measure Konsil", () => {
    expect(() => omosExpectations([])).toThrow("not measured");
    expect(() =>
      xquadExpectations([], judgeScores(judged("paragraph", [1], true).concat(judged("wrong", [0], false)))),
    ).toThrow("not measured");
  });
});
