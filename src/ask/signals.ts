/** In the order in which `judge-coefficients.json` has their weights. */
export const SIGNAL_NAMES = [
  "sentence",
  "passage",
  "covered",
  "coveredInContext",
  "words",
  "spelling",
  "late",
  "lateInPassage",
  "lateLeast",
  "met",
  "metInContext",
  "metInPassage",
  "kindFits",
  "namesMissing",
  "unknownWords",
  "otherLanguage",
  "sentenceInOtherLanguage",
  "coveredInOtherLanguage",
  "spellingInOtherLanguage",
  "metInOtherLanguage",
  "ahead",
] as const satisfies readonly (keyof Signals)[];

/** The signals by which a sentence is judged, each explainable, all about -1 to 1. `judge-model.ts` weighs them. */
export interface Signals {
  /** Cosine of question and sentence, minus .8, times 10: e5 keeps its cosines between about .75 and .95. */
  readonly sentence: number;
  /** The same for the whole passage. */
  readonly passage: number;
  /**
   * Share of the question's terms, weighed by rarity, that stand in the sentence; across languages too of all of them,
   * though only names, numbers and words of the glossary can be found there.
   */
  readonly covered: number;
  /** The same with the sentence before, its lead-in, heading, title and partners. */
  readonly coveredInContext: number;
  /** BM25 share of the passage. */
  readonly words: number;
  /** How far the question's words stand in the sentence by their spelling: names and words that both languages share. */
  readonly spelling: number;
  /** How well the words of the sentence meet those of the question by their states in the model; 0: not known. */
  readonly late: number;
  /** The same with the words of the whole passage. */
  readonly lateInPassage: number;
  /** Of the words of the question that are met worst in the passage. */
  readonly lateLeast: number;
  /**
   * Share of the question's terms, weighed by how rare they are in the language, that stand in the sentence, are spelled
   * alike there, or have a word there that is near in the model (`met-terms.ts`).
   */
  readonly met: number;
  /** The same with the sentence before, its lead-in, and what stands above. It orders sentences, and says nothing of them. */
  readonly metInContext: number;
  /** The same of the whole passage, each term where it is met best. */
  readonly metInPassage: number;
  /** 1: holds the kind of answer asked for; 0: the kind cannot be checked; -1: does not hold it. */
  readonly kindFits: number;
  /** Share of the question's names and numbers that stand neither in the sentence nor in its context. */
  readonly namesMissing: number;
  /** Share of the question's words that the whole library does not know, where languages match. */
  readonly unknownWords: number;
  /** 1 when question and document differ in language. */
  readonly otherLanguage: number;
  /** What `…InOtherLanguage` is called has the value of the signal before, where languages differ, and 0 where they do not. */
  readonly sentenceInOtherLanguage: number;
  readonly coveredInOtherLanguage: number;
  readonly spellingInOtherLanguage: number;
  readonly metInOtherLanguage: number;
  /** How far the sentence is ahead of (or behind) the best sentence of any other passage, in cosine times 10. */
  readonly ahead: number;
}
