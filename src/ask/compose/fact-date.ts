import type { Quantity } from "../../language/quantities.js";
import { formatDate, formatQuantity, prepositionOf, qualifierOf, type Relation } from "../phrases-figures.js";
import type { Finding, Understood } from "../steps.js";
import type { BareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  ["since", /\b(?:seit|since)\b/i],
  ["until", /\b(?:bis (?:wann|zu welche)|by (?:when|what)|until|till)\b/i],
  ["from", /\b(?:ab (?:wann|welche)|from (?:when|what))\b/i],
];
/** How much of a date is asked for, as a number of its parts. */
const PRECISIONS: readonly (readonly [number, RegExp])[] = [
  [1, /\b(?:welche[mrns]? jahr|(?:what|which) year)\b/i],
  [2, /\b(?:welche[mrns]? monat|(?:what|which) month)\b/i],
];

/** The one date of a sentence that the question does not name itself, as exactly as it is asked for. */
export function dateOf({ terms, standalone, language }: Understood, { view }: Finding): BareFact | null {
  const dates = view.quantities.filter(
    ({ kind, normal }) => (kind === "date" && normal.length >= 7 && !normal.startsWith("--")) || kind === "year",
  );
  const asked = dates.filter(({ normal }) => !terms.some(({ quantity }) => quantity?.normal === normal));
  const exact = asked.filter(({ kind }) => kind === "date");
  const [date, ...others] = exact.length > 0 ? exact : asked;
  if (date === undefined || others.some((other) => other.normal !== date.normal)) return null;
  const precision = PRECISIONS.find(([, pattern]) => pattern.test(standalone))?.[0] ?? 3;
  const normal = date.normal.split("-").slice(0, precision).join("-");
  const relation = RELATIONS.find(([, pattern]) => pattern.test(standalone))?.[0] ?? "at";
  return { parts: [frame(prepositionOf(normal, language, relation)), fact(formatDate(normal, language))], at: date };
}

const SINCE = /\b(?:seit|since|for)\s(?:\p{L}+\s){0,2}$/iu;

/** "Seit wann?" – "Seit mehr als 20 Jahren." */
export function sinceOf({ standalone, language }: Understood, { view }: Finding): BareFact | null {
  if (!/\b(?:seit|since)\b/i.test(standalone)) return null;
  const isSince = ({ kind, start }: Quantity) => kind === "duration" && SINCE.test(view.text.slice(0, start));
  const [duration, ...others] = view.quantities.filter(isSince);
  if (duration === undefined || others.length > 0) return null;
  const qualifier = qualifierOf(view.text, duration.start, language);
  const opening = language === "de" ? "Seit " : "For ";
  const parts = [frame(`${opening}${qualifier}`), fact(formatQuantity(duration, language, "dative"))];
  return { parts, at: duration };
}
