import type { Document, Language } from "../contracts/document.js";
import type { IndexedPassage } from "../contracts/passage.js";
import { conceptsOf } from "../language/glossary.js";
import { findNames, findRoles, type Name } from "../language/names.js";
import { findQuantities } from "../language/quantities.js";
import { separatedVerbs } from "../language/separable-verbs.js";
import { analyseWords } from "../language/words.js";
import { kindOf, type SentenceView, type Term, type WordsView } from "./steps.js";
import { holds, isNameLike, joinLongStems } from "./term-match.js";

/** Passages never change, so what was read out of one is kept as long as the library keeps the object. */
const views = new WeakMap<IndexedPassage, readonly SentenceView[]>();
const contexts = new WeakMap<IndexedPassage, WordsView>();

/** What an address is, which it does not say itself. */
const ADDRESSES = [
  [
    "website",
    /(?:https?:\/\/|(?<![\p{L}.])www\.)\S|(?<![\p{L}@.])[\p{L}\p{N}-]{2,}\.(?:com|de|org|net|eu|edu)(?![\p{L}.@])/iu,
  ],
  ["e_mail", /[\p{L}\p{N}.-]@[\p{L}\p{N}-]+\.\p{L}/iu],
] as const;

/** What a caption stands below. */
export const CAPTIONED = "image";

/** The sentences of a passage with their words, quantities and names. */
export function viewsOf(passage: IndexedPassage, document: Document): readonly SentenceView[] {
  const known = views.get(passage);
  if (known) return known;
  const made = passage.sentences.map((sentence): SentenceView => {
    const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
    const words = wordsOf(text, document.language);
    const names = findNames(text, document.language);
    const separated = document.language === "en" ? [] : separatedVerbs(text).flatMap((it) => it.concepts);
    const concepts = new Set([
      ...words.concepts,
      ...separated,
      ...conceptsOfNames(names, document.language),
      ...ADDRESSES.flatMap(([concept, address]) => (address.test(text) ? [concept] : [])),
      ...(sentence.kind === "caption" ? [CAPTIONED] : []),
    ]);
    const wordCount = text.split(/\s+/).length;
    return {
      sentence,
      text,
      wordCount,
      ...words,
      concepts,
      quantities: findQuantities(text),
      names,
      roles: findRoles(text),
    };
  });
  views.set(passage, made);
  return made;
}

/** A name often keeps its own language: "University" in a German text. */
function conceptsOfNames(names: readonly Name[], language: Language | null): string[] {
  const other = language === "de" ? "en" : "de";
  return names.flatMap(({ kind, surface }) => (kind === "organisation" ? [...wordsOf(surface, other).concepts] : []));
}

/** What stands above a passage: its document's title and partners, and its heading. */
export function contextOf(passage: IndexedPassage, document: Document): WordsView {
  const known = contexts.get(passage);
  if (known) return known;
  const above = [document.title, passage.heading, document.publisher, ...document.partners].filter(
    (line) => line !== null,
  );
  const made = wordsOf(above.join("\n"), document.language);
  contexts.set(passage, made);
  return made;
}

/** Names and clauses are looked at again with each question. So many short texts are kept, about 1 kB each; emptied when full. */
const SHORT = { length: 80, kept: 2000 } as const;
const shortTexts = new Map<string, WordsView>();

/** The stems and concepts of a text. */
export function wordsOf(text: string, language: Language | null): WordsView {
  if (text.length > SHORT.length) return readWords(text, language);
  const key = `${language} ${text}`;
  const known = shortTexts.get(key);
  if (known !== undefined) return known;
  if (shortTexts.size >= SHORT.kept) shortTexts.clear();
  const made = readWords(text, language);
  shortTexts.set(key, made);
  return made;
}

function readWords(text: string, language: Language | null): WordsView {
  const words = analyseWords(text, language);
  const hits = conceptsOf(words, language);
  const broader = hits.flatMap((hit) => (hit.broader === null ? [] : [kindOf(hit.broader)]));
  const stems = new Set(words.map((word) => word.stem));
  return { stems, longStems: joinLongStems(stems), concepts: new Set([...hits.map((hit) => hit.concept), ...broader]) };
}

/** Whether a question names two partners of a document: what they do together is asked for. */
export function namesPartners(terms: readonly Term[], { partners, language }: Document): boolean {
  const named = partners.filter((partner) => {
    const words = wordsOf(partner, language);
    return terms.some((term) => isNameLike(term) && term.concepts.length === 0 && holds(words, term) === 1);
  });
  return named.length > 1;
}
