import { createVocabulary, type Vocabulary } from "../language/vocabulary.js";

/** By the map that a library hands out, which is the same one until the library changes. */
const vocabularies = new WeakMap<ReadonlyMap<string, number>, Vocabulary>();

/** What `Library.vocabulary` gave, prepared for looking words up; prepared once for each state of the library. */
export function vocabularyOf(words: ReadonlyMap<string, number>): Vocabulary {
  const known = vocabularies.get(words) ?? createVocabulary(words);
  vocabularies.set(words, known);
  return known;
}
