import type { ContentWord } from "./read-text.js";

/** How the words of one text are met by those of another one. */
export interface WordMatch {
  /** 1: the same word, or another one for the same thing; `PARTIAL`: as a part of it; 0: not at all. */
  readonly lexical: number;
  /** Of the states, as the model reads both words where they stand, -1 to 1; null where they are not known. */
  readonly cosine: number | null;
  /** Index of the word that meets it best; -1 where none does. */
  readonly at: number;
}

/** "Krebs" in "Krebszentrum", "Onkologie" and "oncology". */
const PARTIAL = 0.7;
/** Shorter beginnings are alike too often. */
const SHORTEST_PART = 5;
/** Of the shorter one of two words; "theranostics" and "Theranostik" have it in common. */
const COMMON_BEGINNING = 0.75;

/** How far one word stands for another, states apart. */
export function lexicalMatch(word: ContentWord, told: readonly ContentWord[]): Omit<WordMatch, "cosine"> {
  let best = { lexical: 0, at: -1 };
  for (const [at, other] of told.entries()) {
    const lexical = Math.max(likeness(word, other), ...other.parts.map((part) => likeness(word, part)));
    if (lexical > best.lexical) best = { lexical, at };
    if (lexical === 1) return best;
  }
  if (word.isCompound && word.concepts.length > 1) {
    const places = word.concepts.map((concept) => told.findIndex((it) => means(it, concept)));
    const at = places.at(-1) ?? -1;
    // "Herzbehandlung" is none of cancer: what the glossary knows of a compound has to be there.
    if (places.some((place) => place < 0)) return { lexical: 0, at: -1 };
    return { lexical: 1, at };
  }
  if (word.parts.length === 0 || best.lexical === 1) return best;
  const parts = word.parts.map((part) => lexicalMatch(part, told));
  const lexical = Math.min(...parts.map((part) => part.lexical));
  return lexical > best.lexical ? { lexical, at: parts.at(-1)?.at ?? -1 } : best;
}

function means({ concepts, kinds, parts }: ContentWord, concept: string): boolean {
  return concepts.includes(concept) || kinds.includes(concept) || parts.some((part) => part.concepts.includes(concept));
}

function likeness(word: ContentWord, other: ContentWord): number {
  if (word.stems.some((stem) => other.stems.includes(stem))) return 1;
  if (word.concepts.some((concept) => other.concepts.includes(concept) || other.kinds.includes(concept))) {
    return word.isCompound ? HALF : 1;
  }
  if (word.concepts.some((concept) => AT_THE_HEAD.has(concept)) && other.kinds.includes(LEADERSHIP)) return 1;
  return word.stems.some((stem) => other.stems.some((it) => isPart(stem, it) || isPart(it, stem) || isCognate(stem, it)))
    ? PARTIAL
    : 0;
}

/** Of a compound the glossary knows one part only. */
const HALF = 0.4;
/** "Leitet" for any position at the head of something. */
const AT_THE_HEAD: ReadonlySet<string> = new Set(["head", "lead", "leadership"]);
const LEADERSHIP = "leadership";

function isPart(stem: string, whole: string): boolean {
  return stem.length >= SHORTEST_PART && whole.length > stem.length && (whole.startsWith(stem) || whole.endsWith(stem));
}

/** "theranost" in "theranostik" and "theranostics" */
function isCognate(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_PART) return false;
  let common = 0;
  while (common < shorter && plainLetter(one[common]) === plainLetter(other[common])) common += 1;
  return common >= Math.max(SHORTEST_PART, COMMON_BEGINNING * shorter);
}

/** "Onkologie" and "oncology", "Kardiologie" and "cardiology" */
function plainLetter(letter: string | undefined): string | undefined {
  return letter === "c" || letter === "z" ? "k" : letter === "y" ? "i" : letter;
}
