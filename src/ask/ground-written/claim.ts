import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import type { QuestionReading } from "../../contracts/ports.js";
import { findNames, type Name } from "../../language/names.js";
import { findQuantities, type Quantity } from "../../language/quantities.js";
import { mainClauses } from "./clauses.js";
import { type ContentWord, contentWords, meets } from "./read-text.js";
import { type Stance, stanceOf } from "./stance.js";

/** A clause of a generated sentence, or all of it: what has to be supported in one place. */
export interface Claim extends Span {
  readonly text: string;
  readonly language: Language;
  /** Those of quantities apart. */
  readonly words: readonly SaidWord[];
  readonly quantities: readonly Quantity[];
  readonly names: readonly Name[];
  readonly stance: Stance;
}

export interface SaidWord extends ContentWord {
  /** Among the content words of the whole sentence. */
  readonly index: number;
  /** Minus the natural logarithm of its probability. */
  readonly rarity: number;
  readonly state: Int8Array | null;
}

/** Where no model reads the words, each is as rare as a usual noun. */
const USUAL_RARITY = 10;

/** A sentence as the claims that it makes, one a main clause. */
export function readClaims(text: string, language: Language, { words }: QuestionReading): Claim[] {
  const clauses = mainClauses(text, language);
  const said = contentWords(text, language).map((word, index): SaidWord => {
    const read = words?.find((it) => meets(it, word));
    return { ...word, index, rarity: read?.rarity ?? USUAL_RARITY, state: read?.state ?? null };
  });
  const quantities = findQuantities(text);
  const names = findNames(text, language);
  const claimOf = (span: Span): Claim => {
    const isIn = (it: Span) => it.start >= span.start && it.end <= span.end;
    const here = quantities.filter(isIn);
    return {
      ...span,
      text: text.slice(span.start, span.end),
      language,
      words: said.filter((word) => isIn(word) && !here.some((quantity) => meets(quantity, word))).map(shifted),
      quantities: here.map(shifted),
      names: names.filter(isIn).map(shifted),
      stance: stanceOf(text.slice(span.start, span.end)),
    };
    function shifted<T extends Span>(it: T): T {
      return { ...it, start: it.start - span.start, end: it.end - span.start };
    }
  };
  return joinShort(clauses).map(claimOf);

  /** A clause of a word or two goes with the one before it. */
  function joinShort(all: readonly Span[]): Span[] {
    const spans: Span[] = [];
    for (const { start, end } of all) {
      const last = spans.at(-1);
      const isShort = said.filter((word) => word.start >= start && word.end <= end).length < 2;
      if (last !== undefined && isShort) spans[spans.length - 1] = { start: last.start, end };
      else spans.push({ start, end });
    }
    return spans;
  }
}
