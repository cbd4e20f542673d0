import { editDistance } from "./edit-distance.js";

/** A word of the vocabulary that a compound is made of, and where it stands in the compound. */
export interface CompoundPart {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a corpus, as `indexWords` gives them, asked for words that are like another one. */
export interface Vocabulary {
  has(word: string): boolean;
  /**
   * Known words that the word is composed of, in order, linking letters between them left out ("kooperationsvertrag":
   * "kooperation", "vertrag"). Empty when it is not made of known words alone.
   */
  partsOf(word: string): readonly CompoundPart[];
  /** Known compounds that begin or end with the word ("krebs": "krebszentrum"), the more frequent ones first. */
  compoundsOf(word: string): readonly string[];
  /** Known words at most `edits` letters away (added, missing, wrong or swapped), the nearest and most frequent first. */
  spelledLike(word: string, edits: number): readonly { readonly word: string; readonly edits: number }[];
}

/** Shorter parts stand in words that have nothing to do with them. */
const SHORTEST_PART = 4;
/** Between the parts of a German compound ("Forschung-s-projekt"). A stem has lost its ending, so that "e" counts too. */
const LINKS = ["", "s", "es", "n", "en", "e", "er", "ens"] as const;
/** Also a text without spaces is a word; the longest compounds are shorter. */
const LONGEST_COMPOUND = 60;
/** Rests that only inflect or derive ("partner-schaft", "care-er"). */
const ENDING =
  /^(?:s|er|e)?(?:schaft|lich|heit|keit|isch|haft|ung|bar|los|tum|sam|ness|ment|able|less|ship|tion|ling|ally|ings?)/;
const LETTERS = /^\p{L}+$/u;

/** `counts` says for every word how many passages hold it. Takes about 1 µs a word. */
export function createVocabulary(counts: ReadonlyMap<string, number>): Vocabulary {
  const words = [...counts.keys()].filter((word) => LETTERS.test(word));
  const byBeginning = words.filter((word) => word.length <= LONGEST_COMPOUND).sort();
  const byEnd = byBeginning.map(reversed).sort();
  const byLength = new Map<number, string[]>();
  for (const word of words) {
    const alike = byLength.get(word.length);
    if (alike === undefined) byLength.set(word.length, [word]);
    else alike.push(word);
  }
  const frequency = (word: string) => counts.get(word) ?? 0;
  const moreFrequent = (a: string, b: string) => frequency(b) - frequency(a) || (a < b ? -1 : 1);

  function split(word: string, from: number): CompoundPart[] | null {
    for (let end = word.length; end >= from + SHORTEST_PART; end -= 1) {
      const part = word.slice(from, end);
      if ((from === 0 && end === word.length) || !counts.has(part)) continue;
      const own = { word: part, start: from, end };
      if (end === word.length) return [own];
      for (const link of LINKS) {
        if (!word.startsWith(link, end)) continue;
        const rest = split(word, end + link.length);
        if (rest !== null) return [own, ...rest];
      }
    }
    return null;
  }

  return {
    has: (word) => counts.has(word),
    partsOf: (word) => (word.length > LONGEST_COMPOUND ? [] : (split(word, 0) ?? [])),
    compoundsOf(word) {
      if (word.length < SHORTEST_PART || !LETTERS.test(word)) return [];
      const first = startingWith(byBeginning, word).filter((compound) => isCompoundRest(compound.slice(word.length)));
      const last = startingWith(byEnd, reversed(word))
        .map(reversed)
        .filter((compound) => compound.length >= word.length + SHORTEST_PART);
      return [...new Set([...first, ...last])].sort(moreFrequent);
    },
    spelledLike(word, edits) {
      if (!LETTERS.test(word)) return [];
      const found: { word: string; edits: number }[] = [];
      for (let length = word.length - edits; length <= word.length + edits; length += 1) {
        for (const known of byLength.get(length) ?? []) {
          const distance = editDistance(word, known, edits);
          if (distance !== null) found.push({ word: known, edits: distance });
        }
      }
      return found.sort((a, b) => a.edits - b.edits || moreFrequent(a.word, b.word));
    },
  };
}

/** What follows the first part of a compound is long enough to be a word, and no mere ending. */
function isCompoundRest(rest: string): boolean {
  return rest.length >= SHORTEST_PART && !ENDING.test(rest);
}

function startingWith(sorted: readonly string[], beginning: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; sorted[at]?.startsWith(beginning); at += 1) {
    const word = sorted[at];
    if (word !== undefined && word !== beginning) found.push(word);
  }
  return found;
}

function reversed(word: string): string {
  return [...word].reverse().join("");
}
