import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { type ConceptHit, conceptsOf } from "../../language/glossary.js";
import { analyseWords, type Word } from "../../language/words.js";
import { ANY_GENDER, ARTICLE, gendersAfter, prepositionOf } from "./marks.js";

export interface Meant extends Word {
  readonly hits: readonly ConceptHit[];
}

/** Words with what they mean; a hyphenated one comes whole. */
export function wordsOf(text: string, language: Language): Meant[] {
  const words = analyseWords(text, language);
  const hits = conceptsOf(words, language);
  const meant: Meant[] = [];
  for (const word of words) {
    if (word.end <= (meant.at(-1)?.end ?? 0)) continue;
    const own = hits.filter(
      (hit) => (words[hit.first]?.start ?? 0) < word.end && (words[hit.last]?.end ?? 0) > word.start,
    );
    meant.push({ ...word, hits: own });
  }
  return meant;
}

export function isCapital({ surface }: Word): boolean {
  return /^\p{Lu}/u.test(surface);
}

/** What stands in front of a name or noun. */
export interface Front {
  /** As `prepositionOf` names it. */
  readonly preposition: string | null;
  /** The article or pronoun; empty when there is none. */
  readonly article: string;
  /** As the article leaves open, letters of "mfn". */
  readonly genders: string;
}

const BEFORE = /(?:^|[\s(„“"])(?:(\p{L}+)\s+)?(\p{L}+)\s+$/u;
const LOOKED_BACK = 60;

/** The preposition and the article in front of a place of a text. */
export function frontOf(text: string, start: number): Front {
  const match = BEFORE.exec(text.slice(Math.max(0, start - LOOKED_BACK), start));
  const [, far = "", near = ""] = match ?? [];
  const article = ARTICLE.test(near) ? near : "";
  const preposition = prepositionOf(near) ?? (article === "" ? null : prepositionOf(far));
  const opens = far === "" && match !== null;
  return { preposition, article, genders: article === "" ? ANY_GENDER : gendersAfter(article, opens) };
}

export function inside(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start >= other.start && span.end <= other.end);
}
