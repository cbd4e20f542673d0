import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import { conceptsOf } from "./glossary.js";
import { findQuantities, type Quantity } from "./quantities.js";
import { analyseWords, spellings } from "./words.js";

/** In front of a concept's name among the indexed words; no word of a text begins like this. */
const CONCEPT = "@";
/** In front of the normal form of a quantity. */
const QUANTITY = "#";

/**
 * What a passage is found by: the stems of its words without stop words, the normal forms of its quantities after a `#`
 * (`#2026-02-09`, `#80%`, `#23400000000_eur`), dates also by month and year, and the concepts of the glossary after an
 * `@` (`@contract`), in which German and English words and synonyms meet. No word holds white space.
 */
export function indexWords(text: string, language: Language | null): string[] {
  const words = analyseWords(text, language);
  const stems = words.flatMap((word) => (word.stop ? [] : spellings(word, language)));
  const concepts = conceptsOf(words, language).map(({ concept }) => CONCEPT + concept);
  return [...stems, ...findQuantities(text).flatMap(quantityForms), ...concepts];
}

/** A word of a question with everything under which a passage may hold it. */
export interface SearchWord extends Span {
  readonly surface: string;
  /** As `indexWords` has them, by the rules of German, of English and of neither: documents may be in any. */
  readonly forms: readonly string[];
  /** Its concepts, as `indexWords` has them. */
  readonly concepts: readonly string[];
}

/**
 * What to search for, so that `indexWords` is met. `language` is the question's, and decides what is a stop word: the
 * German "die" and "war" do not look for English words.
 */
export function searchWords(text: string, language: Language | null): SearchWord[] {
  const own = analyseWords(text, language);
  const hits = conceptsOf(own, language);
  const [german, english, plain] = (["de", "en", null] as const).map((rules) =>
    rules === language ? own : analyseWords(text, rules, language),
  );
  const words = own.flatMap(({ start, end, surface, stop }, at): SearchWord[] => {
    if (stop) return [];
    const readings = [german?.[at], english?.[at], plain?.[at]].flatMap((word) => (word ? spellings(word, "en") : []));
    const concepts = hits
      .filter((hit) => (own[hit.first]?.start ?? end) < end && (own[hit.last]?.end ?? start) > start)
      .map(({ concept }) => CONCEPT + concept);
    return [{ start, end, surface, forms: [...new Set(readings)], concepts }];
  });
  return [...words, ...findQuantities(text).flatMap(quantityWords)];
}

function quantityWords(quantity: Quantity): SearchWord[] {
  const { start, end, surface } = quantity;
  return quantityForms(quantity).map((form) => ({ start, end, surface, forms: [form], concepts: [] }));
}

function quantityForms({ kind, normal }: Quantity): string[] {
  const forms = [`${QUANTITY}${normal.toLowerCase().replace(" ", "_")}`];
  if (kind !== "date" || normal.startsWith("--")) return forms;
  const [year = "", month = "", day] = normal.split("-");
  return [...forms, ...(day === undefined ? [] : [`${QUANTITY}${year}-${month}`]), `${QUANTITY}${year}`];
}
