import type { Language } from "../../contracts/document.js";
import { covers, findQuantities, type Quantity } from "../../language/quantities.js";
import type { Part } from "../draft.js";
import { formatQuantity, qualifierOf } from "../phrases-figures.js";
import { besideOf } from "../reading/figure-words.js";
import { wordsOf } from "../sentence-views.js";
import type { AnswerKind, Finding, SentenceView, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { BareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

/** So many words of a sentence may name its subject. */
const OPENING = 4;

const KINDS: Partial<Record<AnswerKind, readonly Quantity["kind"][]>> = {
  number: ["number"],
  amount: ["amount"],
  percent: ["percent"],
  duration: ["duration"],
};

/** The quantity of the asked kind, with its qualifier and fiscal year; of several the one beside what is counted. */
export function figureOf(understood: Understood, finding: Finding): BareFact | null {
  const { view } = finding;
  const quantity = quantityOf(understood, finding);
  if (quantity === null || isRange(view, quantity) || isPartOfAll(view, quantity)) return null;
  const { language } = understood;
  const qualifier = qualifierOf(view.text, quantity.start, language);
  const opening = qualifier.charAt(0).toUpperCase() + qualifier.slice(1);
  const parts = [frame(opening), fact(formatQuantity(quantity, language)), ...periodOf(view, language)];
  return { parts, at: quantity };
}

/** Of several quantities the one beside which most of what the question says stands, what is counted among it. */
function quantityOf({ kind, counted, terms }: Understood, { view, candidate: { document } }: Finding): Quantity | null {
  const kinds = KINDS[kind];
  if (kinds === undefined) return null;
  const fitting = view.quantities.filter((it) => kinds.includes(it.kind) && isOfYear(it, view, terms));
  if (fitting.length <= 1) return fitting[0] ?? null;
  const held = (text: string, among: readonly Term[]) => {
    const words = wordsOf(text, document.language);
    const isCounted = counted === null || holds(words, counted) > 0;
    return isCounted ? among.filter((term) => holds(words, term) > 0).length : 0;
  };
  // Who it is stands at the beginning, and goes with every figure.
  const opening = wordsOf(view.text.split(/\s+/).slice(0, OPENING).join(" "), document.language);
  const deeds = terms.filter((term) => term.kind === "word" && term !== counted && holds(opening, term) === 0);
  const beside = fitting.filter((it) => held(besideOf(view, it), terms) > 0);
  return (
    onlyBest(fitting, (it) => held(besideOf(view, it), terms)) ??
    onlyBest(beside, (it) => held(segmentOf(view, it), deeds))
  );
}

/** "38 in 2025, and 45 in 2026": a figure beside another year than the one asked for is none; without a year, neither is. */
function isOfYear(quantity: Quantity, view: SentenceView, terms: readonly Term[]): boolean {
  const years = (text: string) => findQuantities(text).filter(({ kind }) => kind === "year" || kind === "date");
  const here = years(segmentOf(view, quantity));
  const asked = terms.flatMap((term) => (term.quantity === null ? [] : [term.quantity]));
  const wanted = asked.filter(({ kind }) => kind === "year" || kind === "date");
  if (here.length === 0 || new Set(years(view.text).map(({ normal }) => normal.slice(0, 4))).size < 2) return true;
  return wanted.some((year) => here.some((it) => covers(year, it)));
}

/** The one with the highest score above 0, if there is one. */
function onlyBest(quantities: readonly Quantity[], score: (quantity: Quantity) => number): Quantity | null {
  const scores = quantities.map(score);
  const most = Math.max(...scores);
  const best = quantities.filter((_, at) => scores[at] === most);
  return most > 0 && best.length === 1 ? (best[0] ?? null) : null;
}

/** The part of the sentence around a quantity that no "and" and no mark parts. */
function segmentOf({ text }: SentenceView, { start, end }: Quantity): string {
  const before = text.slice(0, start).split(PARTING).at(-1) ?? "";
  return before + text.slice(start, end) + (text.slice(end).split(PARTING)[0] ?? "");
}

const PARTING = /[,;:()]\s|\s(?:und|and|sowie|while|während)\s/u;

/** "Three of the winners": not how many there are. */
function isPartOfAll({ text }: SentenceView, { kind, end }: Quantity): boolean {
  return (
    kind === "number" &&
    /^\s(?:of\s(?:the|its|our|their|these|those)|der|dieser|von\s(?:den|ihnen)|davon)\s/iu.test(text.slice(end))
  );
}

const RANGE = /^\s?(?:bis|to|–|-)\s?$/iu;
const AND = /^\s(?:und|and)\s$/iu;
const BETWEEN = /(?:zwischen|between)\s(?:\p{L}+\s)?$/iu;

/** "20 bis 30", "between 20 and 30": neither of them is the figure. */
function isRange({ text, quantities }: SentenceView, quantity: Quantity): boolean {
  return quantities.some((other) => {
    const [first, second] = other.start < quantity.start ? [other, quantity] : [quantity, other];
    const gap = text.slice(first.end, second.start);
    return first !== second && (RANGE.test(gap) || (AND.test(gap) && BETWEEN.test(text.slice(0, first.start))));
  });
}

/** A figure of a company belongs to a fiscal year, which goes with it; one of several would be a guess. */
function periodOf({ text }: SentenceView, language: Language): readonly Part[] {
  const years = [...text.matchAll(/\b(?:geschäftsjahre?s?|fiscal year|fy)\s*(\d{4})\b/giu)].map(([, year]) => year);
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year)) return [];
  return [frame(language === "de" ? " (Geschäftsjahr " : " (fiscal year "), fact(year), frame(")")];
}
