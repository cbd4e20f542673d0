import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import { findUnits, namesSomeUnit } from "../../language/units.js";
import type { Weighed } from "../judge-signals.js";
import { wordsOf } from "../sentence-views.js";
import type { AnswerKind, Term, Understood } from "../steps.js";
import { isNameLike } from "../term-match.js";
import { FIGURES, type Rule } from "./rule.js";

/** What is told of one part of a house, and of no other. */
const OF_ONE: ReadonlySet<AnswerKind> = new Set([...FIGURES, "person", "date", "duration", "place"]);

/** What a part of a house is for. */
interface Purpose {
  readonly text: string;
  readonly concepts: ReadonlySet<string>;
}

/** The part that is asked about is known where the answer stands: the lung centre's beds are not those of the children's ward. */
export const holdsTheUnit: Rule = (understood, weighed) => {
  if (!OF_ONE.has(understood.kind)) return true;
  const asked = unitsAsked(understood);
  if (asked.length === 0) return true;
  const { passage, document } = weighed.candidate;
  const above = [document.title, passage.heading, document.publisher, ...document.partners];
  const text = [passage.text, ...above].filter((line) => line !== null).join("\n");
  const known = purposesIn(text, document.language);
  return asked.every((it) => isIn(it, text, document.language) || known.some((other) => mayBe(it, other, weighed)));
};

/** A figure of a part is none of the whole, nor of another part. */
export const countsTheWhole: Rule = (understood, weighed) => {
  if (!FIGURES.has(understood.kind)) return true;
  const { view, candidate } = weighed;
  const unit = findUnits(view.text).find(({ start }) => OPENING.test(view.text.slice(0, start)));
  if (unit === undefined) return true;
  const stated = purposeOf(view.text.slice(unit.what.start, unit.what.end), candidate.document.language);
  const asked = unitsAsked(understood);
  if (asked.length > 0) return asked.some((it) => isSame(it, stated) || mayBe(it, stated, weighed));
  const { standalone, terms } = understood;
  return !(HAS.test(standalone) && terms.some(isNameLike)) || namesSomeUnit(commonWordsOf(understood));
};

const OPENING = /^\s*(?:(?:das|die|der|the|unser\p{L}*|our|ein|eine|a|an)\s+)?(?:\p{Ll}+\s+)?$/iu;
/** What asks for a figure of the one who is named. */
const HAS =
  /(?<!\p{L})(?:hat|haben|hatte|zählt|beschäftigt|betreibt|verfügt|umfasst|has|have|had|employs?|runs?|operates?|comprises?)(?!\p{L})/iu;

/** Those whose figure, head or date is asked for; what is counted itself is none: "how many children's wards". */
function unitsAsked({ standalone, terms, counted, detected }: Understood): Purpose[] {
  const overlaps = (term: Term, { start, end }: Span) => term.start < end && term.end > start;
  return findUnits(standalone)
    .filter((unit) => counted === null || !overlaps(counted, unit))
    .filter(({ what }) => terms.some((term) => term.kind === "word" && overlaps(term, what)))
    .map(({ what }) => purposeOf(standalone.slice(what.start, what.end), detected));
}

/** The question without its names, which may be called a clinic. */
function commonWordsOf({ terms }: Understood): string {
  return terms
    .filter((term) => !isNameLike(term))
    .map(({ surface }) => surface)
    .join(" ");
}

function purposesIn(text: string, language: Language | null): Purpose[] {
  return findUnits(text).map(({ what }) => purposeOf(text.slice(what.start, what.end), language));
}

function purposeOf(text: string, language: Language | null): Purpose {
  return { text, concepts: wordsOf(text, language).concepts };
}

function isIn({ text, concepts }: Purpose, place: string, language: Language | null): boolean {
  const stated = wordsOf(place, language).concepts;
  return [...concepts].some((concept) => stated.has(concept)) || says(fold(place), stemOf(text));
}

/** A few letters may stand in the middle of any word. */
function says(place: string, stem: string): boolean {
  return stem.length >= LONG ? place.includes(stem) : place.split(/[^\p{L}]+/u).some((word) => word.startsWith(stem));
}

const LONG = 6;

function isSame(a: Purpose, b: Purpose): boolean {
  return [...a.concepts].some((concept) => b.concepts.has(concept)) || fold(b.text).startsWith(stemOf(a.text));
}

/** In another language, what the glossary does not know may be the same. */
function mayBe(asked: Purpose, stated: Purpose, { signals }: Weighed): boolean {
  return signals.otherLanguage === 1 && asked.concepts.size === 0 && stated.concepts.size === 0;
}

/** Without an ending. */
function stemOf(text: string): string {
  return fold(text).replace(/(?:['’]s|s|en|e|n)$/u, "");
}
