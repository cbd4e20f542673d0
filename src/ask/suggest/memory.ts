import type { Citation } from "../../contracts/answer.js";
import type { Prepared } from "./order.js";

/** What was found out about one state of the library. */
export interface Memory {
  /** By document and language. */
  readonly candidates: Shelf<readonly Prepared[]>;
  /** By question, language and filter: the citation that the answer to it begins with; null when it is no answer. */
  readonly leads: Shelf<Citation | null>;
}

const KEPT = { candidates: 500, leads: 5000 } as const;

/**
 * What is known of a state of the library, by the vocabulary that the library hands out: it is the same object until the
 * library changes, and all that is known is forgotten with it.
 */
export function createMemories(): (vocabulary: ReadonlyMap<string, number>) => Memory {
  const memories = new WeakMap<ReadonlyMap<string, number>, Memory>();
  return (vocabulary) => {
    const known = memories.get(vocabulary);
    if (known !== undefined) return known;
    const empty = {
      candidates: createShelf<readonly Prepared[]>(KEPT.candidates),
      leads: createShelf<Citation | null>(KEPT.leads),
    };
    memories.set(vocabulary, empty);
    return empty;
  };
}

interface Shelf<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Forgets what was kept longest ago when it is full. */
function createShelf<T>(capacity: number): Shelf<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
  };
}
