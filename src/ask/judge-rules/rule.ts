import type { Weighed } from "../judge-signals.js";
import { leadInOf } from "../judge-signals.js";
import { viewsOf } from "../sentence-views.js";
import type { AnswerKind, SentenceView, Term, Understood } from "../steps.js";
import { holds, isComparable } from "../term-match.js";

/** Passes a sentence, or refuses it whatever its probability: each rule names a way to be close and wrong. */
export type Rule = (understood: Understood, weighed: Weighed) => boolean;

export const FIGURES: ReadonlySet<AnswerKind> = new Set(["number", "amount", "percent"]);

/** The sentence, and the one that introduces the list it belongs to. */
export function withLeadIn({ at, view, candidate: { passage, document } }: Weighed): SentenceView[] {
  const views = viewsOf(passage, document);
  return [view, views[leadInOf(views, at)]].filter((it) => it !== undefined);
}

/** A sentence that goes on about what the one before has named: "Davon sind 30 neu.", "They number 30." */
const GOES_ON =
  /^[\s"'„“”»«(]*(?:davon|darunter|dort|dabei|es|er|sie|ihr\p{L}*|sein\p{L}*|diese[nrms]?|dies|das sind|das waren|die beiden|beide|insgesamt|hinzu|weitere|(?:das|die|der|the) (?:unternehmen|konzern|klinik|haus|häuser|einrichtung|partner|zentrum|company|group|hospital|institution|partners|centre|center)|they|it|its|their|these|this|those|that|there|he|she|his|her|both|of (?:these|those|them)|in total|altogether|another)(?!\p{L})/iu;

/** The sentence with what it leans on: its lead-in, and the one before where it goes on about that. */
export function withContext(weighed: Weighed): SentenceView[] {
  const { at, view, candidate } = weighed;
  const before = GOES_ON.test(view.text) ? viewsOf(candidate.passage, candidate.document)[at - 1] : undefined;
  return [...withLeadIn(weighed), ...(before === undefined ? [] : [before])];
}

/**
 * Whether one of the sentences holds a term. A part of a word will do only for a word that the glossary does not know:
 * "gegründet" ends like "endet".
 */
export function isHeldBy(views: readonly SentenceView[], term: Term): boolean {
  return views.some((view) => holds(view, term) > (term.concepts.length > 0 ? 0.99 : 0));
}

/** The sentence with those right before and behind it: speech often goes over several. */
export function withNeighbours({ at, candidate: { passage, document } }: Weighed): SentenceView[] {
  return viewsOf(passage, document).slice(Math.max(0, at - 1), at + 2);
}

/** A sentence without what is quoted in it, at the same offsets. */
export function unquoted(text: string): string {
  return text.replace(/[„“»«"][^„“”»«"]*[“”»«"]/gu, (speech) => " ".repeat(speech.length));
}

/** The terms that can be looked for in the document's language. */
export function comparable(terms: readonly Term[], { signals }: Weighed): Term[] {
  return terms.filter((term) => isComparable(term, signals.otherLanguage === 1));
}

/** A word in capitals that the glossary does not know may be a name in either language. */
export function isCapitalised({ surface, concepts }: Term): boolean {
  return concepts.length === 0 && /^\p{Lu}/u.test(surface);
}
