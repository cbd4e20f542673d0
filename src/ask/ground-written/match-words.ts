import type { ContentWord } from "./read-text.js";
import { TOPIC_CONCEPTS } from "./topic-concepts.js";

/** How a word is met by those of another text, by spelling and by meaning. */
export interface LexicalMatch {
  /** 1: the same word, or another one for the same thing; less: as a part of it; 0: not at all. */
  readonly lexical: number;
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
export function lexicalMatch(word: ContentWord, told: readonly ContentWord[]): LexicalMatch {
  if (word.parts.length > 0 && !told.some((it) => it.stems.some((stem) => word.stems.includes(stem)))) {
    const parts = word.parts.map((part) => lexicalMatch(part, told));
    return { lexical: Math.min(...parts.map((part) => part.lexical)), at: parts.at(-1)?.at ?? -1 };
  }
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
    const isMissing = word.concepts.some((concept, it) => (places[it] ?? -1) < 0 && TOPIC_CONCEPTS.has(concept));
    if (isMissing || places.every((place) => place < 0)) return { lexical: 0, at: -1 };
    if (places.some((place) => place < 0)) return { lexical: HALF, at: places.find((place) => place >= 0) ?? -1 };
    return { lexical: 1, at };
  }
  return best;
}

function means({ concepts, kinds, parts }: ContentWord, concept: string): boolean {
  return concepts.includes(concept) || kinds.includes(concept) || parts.some((part) => part.concepts.includes(concept));
}

function likeness(word: ContentWord, other: ContentWord): number {
  if (word.stems.some((stem) => other.stems.includes(stem))) return 1;
  if (word.concepts.some((concept) => other.concepts.includes(concept) || other.kinds.includes(concept))) {
    return word.isCompound ? HALF : 1;
  }
  if (isTogether(word) && isTogether(other)) return 1;
  if (word.concepts.some((concept) => AT_THE_HEAD.has(concept)) && other.kinds.includes(LEADERSHIP)) return 1;
  return word.stems.some((stem) =>
    other.stems.some((it) => isPart(stem, it) || isPart(it, stem) || isCognate(stem, it)),
  )
    ? PARTIAL
    : 0;
}

/** What two parties do together is called the one or the other. */
const TOGETHER: ReadonlySet<string> = new Set(["collaboration", "partnership"]);

function isTogether({ concepts }: ContentWord): boolean {
  return concepts.some((concept) => TOGETHER.has(concept));
}

/** Of a compound the glossary knows one part only. */
const HALF = 0.45;
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
