import { DIRECTIONS, type Direction } from "../../evals/open-data/directions.js";
import { isMet, type Measurement } from "../measurement.js";
import type { Quality, Score } from "./quality.js";

/** nDCG@10 of Konsil in an index of one language. */
const ONE_LANGUAGE: Readonly<Record<Direction, number>> = {
  "de>de": 0.978,
  "en>en": 0.985,
  "de>en": 0.92,
  "en>de": 0.915,
};
/** nDCG@10 of Konsil when the languages are mixed inside every article. */
const MIXED = { all: 0.95, direction: 0.9 } as const;

/** What is expected of the ranking. */
export function qualityExpectations({ scores }: Quality): Measurement[] {
  const settings = [...new Set(scores.map(({ setting }) => setting))];
  const own = (at: number) => scores.filter(({ setting }) => setting === settings[at]);
  const [single, mixed] = [own(0), own(1)];
  return [
    ...DIRECTIONS.map((direction) =>
      atLeast(`one language, ${direction}`, gain(single, "Konsil", direction), ONE_LANGUAGE[direction]),
    ),
    ...DIRECTIONS.flatMap((direction) =>
      ["vectors, exact", "words alone"].map((other) =>
        atLeast(
          `one language, ${direction}, ahead of ${other} by`,
          gain(single, "Konsil", direction) - gain(single, other, direction),
          0,
        ),
      ),
    ),
    atLeast("mixed, all", gain(mixed, "Konsil", "all"), MIXED.all),
    ...DIRECTIONS.map((direction) => atLeast(`mixed, ${direction}`, gain(mixed, "Konsil", direction), MIXED.direction)),
  ];
}

function gain(scores: readonly Score[], system: string, direction: Score["direction"]): number {
  const score = scores.find((it) => it.system === system && it.direction === direction);
  if (score === undefined) throw new Error(`${system} was not measured`);
  return score.metrics["nDCG@10"].mean;
}

function atLeast(name: string, value: number, bound: number): Measurement {
  return { name: `nDCG@10, ${name}`, value, unit: "", expected: { atLeast: bound } };
}

/** A line for each expectation. */
export function expectationLines(measurements: readonly Measurement[]): string {
  return measurements
    .map((measurement) => {
      const { name, value, unit, expected } = measurement;
      const bound =
        expected === undefined
          ? ""
          : "atMost" in expected
            ? `at most ${expected.atMost}`
            : `at least ${expected.atLeast}`;
      const verdict = isMet(measurement) === true ? "met" : "NOT met";
      return `- ${name}: ${value?.toFixed(4) ?? "–"}${unit === "" ? "" : ` ${unit}`}, expected ${bound}: ${verdict}`;
    })
    .join("\n");
}
