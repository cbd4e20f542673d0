import type { SearchTerm, WeightedWord } from "../contracts/ports.js";
import type { SearchWord } from "../language/index-words.js";
import type { Vocabulary } from "../language/vocabulary.js";

/**
 * How far a word counts that was not asked for in this form. On the even articles of XQuAD (words alone, nDCG@10 in %,
 * de>de, en>en, de>en, en>de): 92.3 95.6 59.0 59.8 with none of these; 93.1 95.5 59.3 63.5 with compounds and parts;
 * 93.9 95.7 76.9 73.2 with concepts at .3 as well, 93.9 95.8 77.9 75.8 at .5, 94.4 95.9 78.6 77.9 at .8.
 */
const WEIGHTS = {
  /** "contract" for "Vertrag": a concept of the glossary in place of its word. */
  concept: 0.8,
  /** "Krebszentrum" for "Krebs". */
  compound: 0.5,
  /** "Krebs" and "Zentrum" for "Krebszentrum", each beside the whole word. */
  part: 0.4,
} as const;

/** So many compounds of a word are looked for: each costs the engine time. */
const MOST_COMPOUNDS = 12;

/** Links of compounds that are written apart in a question ("Kooperations Vertrag", "Krebs-Zentrum"). */
const LINKS = ["", "s", "es", "n", "en"] as const;

/**
 * What to search for, given the words of a question and of the corpus: each word in its forms, the compounds that hold
 * it, the parts of a compound, and the compound of two words that stand side by side.
 */
export function searchTerms(words: readonly SearchWord[], vocabulary: Vocabulary): SearchTerm[] {
  return words.flatMap((word, at) => {
    const forms = word.forms.map(fully);
    const joined = [words[at - 1], words[at + 1]].flatMap((other, side) =>
      other === undefined ? [] : side === 0 ? joinedForms(other, word) : joinedForms(word, other),
    );
    const known = joined.filter((form) => vocabulary.has(form)).map(fully);
    const compounds = word.forms.flatMap((form) => vocabulary.compoundsOf(form)).slice(0, MOST_COMPOUNDS);
    const alike = [
      ...word.concepts.map((concept) => ({ word: concept, weight: WEIGHTS.concept })),
      ...compounds.map((compound) => ({ word: compound, weight: WEIGHTS.compound })),
    ];
    return [once([...forms, ...known, ...alike]), ...partTerms(word, vocabulary)];
  });
}

/** The parts of a compound are further things to look for, which the compound itself satisfies as well. */
function partTerms({ forms }: SearchWord, vocabulary: Vocabulary): SearchTerm[] {
  const split = forms.map((form) => vocabulary.partsOf(form)).find((parts) => parts.length > 1) ?? [];
  return split.map((part) => once([part.word, ...forms].map((word) => ({ word, weight: WEIGHTS.part }))));
}

function joinedForms(first: SearchWord, second: SearchWord): string[] {
  return first.forms.flatMap((beginning) => LINKS.flatMap((link) => second.forms.map((end) => beginning + link + end)));
}

function fully(word: string): WeightedWord {
  return { word, weight: 1 };
}

/** Each word with its highest weight. */
function once(words: readonly WeightedWord[]): WeightedWord[] {
  const best = new Map<string, number>();
  for (const { word, weight } of words) best.set(word, Math.max(weight, best.get(word) ?? 0));
  return [...best].map(([word, weight]) => ({ word, weight }));
}
