import type { Document } from "../../contracts/document.js";
import { fold } from "../../language/fold.js";
import { conceptsOf } from "../../language/glossary.js";
import { analyseWords } from "../../language/words.js";
import { PLACE_CONCEPTS } from "./topic-concepts.js";

/** One of those whom a document is about, as a text may name them. */
export interface Party {
  /** Folded words that no other party of the document has, and that are no words for what it is. */
  readonly marks: readonly string[];
  readonly kind: "house" | "firm";
}

const LEGAL = /^(?:ag|se|gmbh|ggmbh|kg|kgaa|inc|ltd|llc|corp|plc|co)$/;
const HOUSE =
  /klinik|krankenhaus|hospital|universit|institut|hochschule|college|zentrum|medicine|medizin|centre|center|clinic/;
const WORD = /[\p{L}\p{N}]+/gu;
const GENERIC: Readonly<Record<Party["kind"], RegExp>> = {
  house:
    /(?<![\p{L}-])(?:(?:universitäts)?klinik(?:um|ums|en)?|krankenhaus(?:es)?|haus(?:es)?|hospital|clinic|university|health system)(?![\p{L}-])/iu,
  firm: /(?<![\p{L}-])(?:unternehmens?|konzerns?|firma|hersteller[sn]?|company|group|manufacturer|medtech company)(?![\p{L}-])/iu,
};
/** All of them together. */
const TOGETHER =
  /(?<!\p{L})(?:(?:die|der|den|beide[nr]?|the|two|both|these) (?:beiden |zwei |two |both )?(?:partner[ns]?|parteien|häuser[n]?|einrichtungen|parties|organi[sz]ations|sides|seiten|institutions)|beide|the two|die (?:beiden|zwei)|both|they|their|wir|we|our|unser\p{L}*|gemeinsam\p{L}*|joint(?:ly)?|partner)(?!\p{L})/iu;

const known = new WeakMap<Document, readonly Party[]>();

/** The parties of a document, in order. */
export function partiesOf(document: Document): readonly Party[] {
  const kept = known.get(document);
  if (kept) return kept;
  const words = document.partners.map((name) => foldedWords(name));
  const parties = document.partners.map((name, at): Party => {
    const own = (words[at] ?? []).filter((word) => !LEGAL.test(word));
    const others = new Set(words.flatMap((other, it) => (it === at ? [] : other)));
    const telling = own.filter((word) => word.length > 2 && !others.has(word) && !isGeneric(word));
    const names = telling.filter((word) => !isPlace(word));
    const marks = names.length > 0 ? names : telling;
    return { marks: marks.length > 0 ? marks : own, kind: HOUSE.test(fold(name)) ? "house" : "firm" };
  });
  known.set(document, parties);
  return parties;
}

/** A word for what somebody is, and no name: "Klinikum", "Imaging". */
function isGeneric(word: string): boolean {
  return HOUSE.test(word) || (conceptsIn(word).length > 0 && !isPlace(word));
}

/** A house may be told by its town alone. */
function isPlace(word: string): boolean {
  return conceptsIn(word).some((concept) => PLACE_CONCEPTS.has(concept));
}

function conceptsIn(word: string): string[] {
  return (["de", "en"] as const).flatMap((it) => conceptsOf(analyseWords(word, it), it).map(({ concept }) => concept));
}

export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** Which of the parties a text names, by their names. */
export function namedIn(text: string, parties: readonly Party[]): ReadonlySet<Party> {
  const words = new Set(foldedWords(text).flatMap((word) => [word, word.replace(/(?:er|s)$/, "")]));
  return new Set(parties.filter(({ marks }) => marks.some((mark) => words.has(mark))));
}

/** With those whom it names by what they are, as far as only one of them is such. */
export function meantIn(text: string, parties: readonly Party[]): ReadonlySet<Party> {
  const named = namedIn(text, parties);
  const byKind = (["house", "firm"] as const).flatMap((kind) => {
    const such = parties.filter((it) => it.kind === kind);
    return such.length === 1 && GENERIC[kind].test(text) ? such : [];
  });
  return new Set([...named, ...byKind]);
}

/** Whether it speaks of all of them together: "the partners". */
export function speaksOfAll(text: string): boolean {
  return TOGETHER.test(text);
}
