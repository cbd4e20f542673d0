import type { Document, DocumentWithText, Filter, Origin } from "../contracts/document.js";
import type { IndexedPassage } from "../contracts/passage.js";
import type { Hit, Library } from "../contracts/ports.js";
import { bm25Scorer, countWords, queryTerms } from "./library-local/bm25.js";
import { cosine } from "./library-local/cosine.js";
import { matchesFilter } from "./library-local/filter.js";
import { decodeCursor, encodeCursor, pageSize } from "./library-local/page-cursor.js";
import { checkPassages, checkQueryVector, metadataOf } from "./library-local/put-check.js";

interface Entry {
  readonly document: Document;
  readonly text: string;
  readonly passages: readonly IndexedPassage[];
  readonly origin: Origin;
}

interface Candidate {
  readonly document: Document;
  readonly passage: IndexedPassage;
}

function byScoreThenId(left: Hit, right: Hit): number {
  if (left.score !== right.score) return right.score - left.score;
  return left.passage.id < right.passage.id ? -1 : 1;
}

/** As the databases do, by code point; `<` of JavaScript goes by UTF-16 code unit. */
function byId(left: Entry, right: Entry): number {
  return Buffer.compare(Buffer.from(left.document.id), Buffer.from(right.document.id));
}

/** A library that forgets everything with the process, and searches exactly: for tests, and to measure others against. */
export function createMemoryLibrary(options: { readonly recipe: string; readonly dimensions: number }): Library {
  const { recipe, dimensions } = options;
  const entries = new Map<string, Entry>();
  let vocabulary: ReadonlyMap<string, number> | null = null;

  function searchable(filter: Filter = {}): Candidate[] {
    return [...entries.values()]
      .filter(({ document, origin }) => origin.recipe === recipe && matchesFilter(document, filter))
      .flatMap(({ document, passages }) => passages.map((passage) => ({ document, passage })));
  }

  function sorted(): Entry[] {
    return [...entries.values()].sort(byId);
  }

  function frequency(word: string): number {
    return searchable().filter(({ passage }) => passage.words.includes(word)).length;
  }

  return {
    async put(document: DocumentWithText, passages, origin) {
      if (origin.recipe === recipe) checkPassages(document, passages, dimensions);
      vocabulary = null;
      entries.set(document.id, { document: metadataOf(document), text: document.text, passages, origin });
    },
    async remove(documentId) {
      vocabulary = null;
      return entries.delete(documentId);
    },
    async document(documentId) {
      const entry = entries.get(documentId);
      return entry === undefined ? null : { ...entry.document, text: entry.text };
    },
    origin: async (documentId) => entries.get(documentId)?.origin ?? null,
    origins: async () =>
      new Map(
        sorted().map(({ document, origin }) => [
          document.id,
          { source: origin.source, sha256: document.sha256, recipe: origin.recipe },
        ]),
      ),
    async documents(filter = {}, page = {}) {
      const limit = pageSize(page.limit);
      const after = Buffer.from(decodeCursor(page.cursor));
      const found = sorted()
        .map(({ document }) => document)
        .filter((document) => Buffer.compare(Buffer.from(document.id), after) > 0 && matchesFilter(document, filter));
      const documents = found.slice(0, limit);
      const last = documents.at(-1);
      return { documents, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.id) : null };
    },
    async nearest(vector, k, filter) {
      checkQueryVector(vector, dimensions);
      const hits = searchable(filter).map((found) => ({ ...found, score: cosine(vector, found.passage.vector) }));
      return hits.sort(byScoreThenId).slice(0, Math.max(0, Math.floor(k)));
    },
    async matching(wanted, k, filter) {
      const corpus = searchable();
      const terms = queryTerms(wanted, frequency);
      const total = corpus.reduce((sum, { passage }) => sum + passage.words.length, 0);
      const score = bm25Scorer(terms, { passages: corpus.length, words: total });
      return searchable(filter)
        .filter(({ passage }) => terms.flat().some(({ word }) => passage.words.includes(word)))
        .map((found) => ({ ...found, score: score(countWords(found.passage.words)) }))
        .sort(byScoreThenId)
        .slice(0, Math.max(0, Math.floor(k)));
    },
    frequencies: async (words) => new Map(words.map((word) => [word, frequency(word)])),
    async vocabulary() {
      vocabulary ??= countPassages(searchable());
      return vocabulary;
    },
    async statistics() {
      const own = [...entries.values()].filter(({ origin }) => origin.recipe === recipe);
      const count = (language: string) => own.filter(({ document }) => document.language === language).length;
      return {
        documents: own.length,
        passages: searchable().length,
        languages: { de: count("de"), en: count("en") },
      };
    },
    flush: async () => undefined,
    close: async () => undefined,
  };
}

/** In how many passages each word stands. */
function countPassages(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { passage } of candidates) {
    for (const word of new Set(passage.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
