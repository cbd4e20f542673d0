import type { Language } from "../contracts/document.js";
import { analyseWords, type Word } from "./words.js";

/** A term of two or more words: what follows its first one, by stems, and what it means. */
export interface LongTerm {
  readonly rest: readonly string[];
  readonly concept: string;
}

export interface LongTerms {
  /** The terms whose first word has this stem, longest first. */
  beginningWith(stem: string): readonly LongTerm[];
}

interface Term {
  readonly form: string;
  readonly concept: string;
}

/** Where a letter or a blank follows nothing else than the first word, that one can be read by itself. */
const FIRST_WORD = /^\p{L}+(?= )/u;
const NONE: readonly LongTerm[] = [];

/**
 * Collects the terms of one language. Of each only the first word is read at once; the rest, when that word is first looked
 * for: a text holds few of them, and reading all would be a third of the time that the glossary takes at the start.
 */
export function createLongTerms(language: Language): LongTerms & { add(form: string, concept: string): void } {
  const terms = new Map<string, Term[]>();
  const read = new Map<string, readonly LongTerm[]>();

  function readAll(stem: string): readonly LongTerm[] {
    const found = (terms.get(stem) ?? []).map(({ form, concept }): LongTerm => {
      const [, ...rest] = wholeWords(form, language);
      return { rest: rest.map((word) => word.stem), concept };
    });
    return found.sort((a, b) => b.rest.length - a.rest.length);
  }

  return {
    add(form, concept) {
      const [first] = wholeWords(FIRST_WORD.exec(form)?.[0] ?? form, language);
      if (first === undefined) return;
      const alike = terms.get(first.stem);
      if (alike === undefined) terms.set(first.stem, [{ form, concept }]);
      else alike.push({ form, concept });
    },
    beginningWith(stem) {
      if (!terms.has(stem)) return NONE;
      const known = read.get(stem) ?? readAll(stem);
      read.set(stem, known);
      return known;
    },
  };
}

/** A term's words, without the parts of hyphenated ones. */
function wholeWords(form: string, language: Language): Word[] {
  let end = 0;
  return analyseWords(form, language).filter((word) => {
    if (word.start < end) return false;
    end = word.end;
    return true;
  });
}
