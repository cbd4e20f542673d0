import { seededRandom } from "../statistics/random.js";
import { type Shift, shiftedDates } from "./dates.js";
import { changedFigures, type Figures, type Scale } from "./figures.js";
import { chosenNames, type Renaming } from "./names.js";
import { replaceAll } from "./replacement.js";

/**
 * With each of these all figures of the documents keep their order when they are rounded, and none becomes what another one
 * was. Smaller, since a company that is active in 180 countries cannot be in many more.
 */
const FACTORS = [0.62, 0.65, 0.68, 0.73, 0.77] as const;
const PERCENTS = [0.6, 0.7, 0.75, 0.85] as const;
/** With none of these does a year of the documents become another one of them. */
const YEARS = [3, 7, 8, 9] as const;
/** At most so many that no day of the documents gets into the next year, and fiscal years keep their number. */
const DAYS = { least: 5, most: 60 } as const;

/** Says what every name, date and figure of the documents becomes, in documents and cases alike. */
export interface Mapping {
  readonly shift: Shift;
  readonly scale: Scale;
  readonly figures: Figures;
  /** The text with every name, date and figure changed, each in the form and notation in which it was written. */
  text(text: string): string;
  /** The same, and the small count of the documents changed wherever it stands. */
  textWithSmall(text: string): string;
}

/**
 * The mapping of a seed: the same for the same seed. `known` are the days that the documents state (ISO), which a month
 * named with its year stands for.
 */
export function createMapping(seed: number, renamings: readonly Renaming[], known: readonly string[]): Mapping {
  const random = seededRandom(seed);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const scale = { factor: pick(FACTORS), percent: pick(PERCENTS) };
  const days = DAYS.least + Math.floor(random() * (DAYS.most - DAYS.least + 1));
  const shift = { years: pick(YEARS), days };
  const figures = changedFigures(scale);
  const finders = [shiftedDates(shift, known), chosenNames(renamings, random), figures.find];
  return {
    shift,
    scale,
    figures,
    text: (text) => replaceAll(text, finders),
    textWithSmall: (text) => replaceAll(text, [...finders, figures.findSmall]),
  };
}
