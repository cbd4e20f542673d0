/** Chosen on the fitting half of `evals/grounding` (see `bench/README.md`, "Grounding of generated text"). */
export const LIMITS = {
  /** Cosine of word states from which on one word may stand for another. */
  word: 0.4,
  /** The same for words of the glossary's topics, which it knows in both languages. */
  topic: 0.7,
  /** The same for what may be a name. */
  name: 0.75,
  /** Support of a word that the model reads just alike. */
  alike: 0.8,
  /** Of which at the least cosine. */
  floor: 0.4,
  /** Share of the weight of all words that has to be supported. */
  coverage: 0.6,
  /** Weights: rarity between bounds, less what the commonest words have. */
  common: 3,
  heaviest: 12,
  lightest: 2,
  light: 1,
} as const;
