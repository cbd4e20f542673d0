import type { Language } from "../../contracts/document.js";
import type { Quantity } from "../../language/quantities.js";
import type { Part } from "../draft.js";
import { formatQuantity, qualifierOf } from "../phrases-figures.js";
import { wordsOf } from "../sentence-views.js";
import type { AnswerKind, Finding, SentenceView, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { BareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

/** How far after a figure its noun is looked for, in UTF-16 code units. */
const BESIDE = 60;

const KINDS: Partial<Record<AnswerKind, readonly Quantity["kind"][]>> = {
  number: ["number"],
  amount: ["amount"],
  percent: ["percent"],
  duration: ["duration"],
};

/** The quantity of the asked kind, with its qualifier and fiscal year; of several the one beside what is counted. */
export function figureOf(understood: Understood, { view }: Finding): BareFact | null {
  const quantity = quantityOf(understood, view);
  if (quantity === null || isRange(view, quantity)) return null;
  const { language } = understood;
  const qualifier = qualifierOf(view.text, quantity.start, language);
  const opening = qualifier.charAt(0).toUpperCase() + qualifier.slice(1);
  const parts = [frame(opening), fact(formatQuantity(quantity, language)), ...periodOf(view, language)];
  return { parts, at: quantity };
}

function quantityOf({ kind, counted }: Understood, view: SentenceView): Quantity | null {
  const kinds = KINDS[kind];
  if (kinds === undefined) return null;
  const fitting = view.quantities.filter((quantity) => kinds.includes(quantity.kind));
  if (fitting.length <= 1) return fitting[0] ?? null;
  if (counted === null) return null;
  const beside = fitting.filter((quantity) => holds(wordsOf(besideOf(view, quantity), null), counted) > 0);
  return beside.length === 1 ? (beside[0] ?? null) : null;
}

/** The words that say what a quantity counts: those after it, up to the next quantity or mark. */
export function besideOf({ text, quantities }: SentenceView, quantity: Quantity): string {
  const next = quantities.find((other) => other.start >= quantity.end)?.start ?? text.length;
  return text.slice(quantity.end, Math.min(next, quantity.end + BESIDE)).split(/[,;:.()]/, 1)[0] ?? "";
}

/** "20 bis 30", "between 20 and 30": neither of them is the figure. */
function isRange({ text, quantities }: SentenceView, { start, end }: Quantity): boolean {
  const isBetween = (from: number, to: number) =>
    /^\s?(?:bis|to|und|and|–|-)\s?(?:\p{L}+\s)?$/iu.test(text.slice(from, to));
  const hasStart = /(?:zwischen|between|von|from)\s(?:\p{L}+\s)?$/iu.test(text.slice(0, start));
  const before = quantities.some((other) => other.end <= start && isRangeMark(text.slice(other.end, start)));
  const after = quantities.some((other) => other.start >= end && isBetween(end, other.start));
  return before || (after && (hasStart || isRangeMark(text.slice(end).split(/\d/, 1)[0] ?? "")));
}

function isRangeMark(between: string): boolean {
  return /^\s?(?:bis|to|–|-)\s?$/iu.test(between);
}

/** A figure of a company belongs to a fiscal year, which goes with it; one of several would be a guess. */
function periodOf({ text }: SentenceView, language: Language): readonly Part[] {
  const years = [...text.matchAll(/\b(?:geschäftsjahre?s?|fiscal year|fy)\s*(\d{4})\b/giu)].map(([, year]) => year);
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year)) return [];
  return [frame(language === "de" ? " (Geschäftsjahr " : " (fiscal year "), fact(year), frame(")")];
}
