import type { SaidWord } from "./claim.js";
import { lexicalMatch } from "./match-words.js";
import type { ContentWord } from "./read-text.js";
import type { Told } from "./told.js";

/** A word of a claim with what meets it best in a sentence that was told. */
export interface Met {
  readonly told: Told;
  /** 1: the same word or another one for the same thing; less: a part of it; 0: nothing like it. */
  readonly lexical: number;
  /** Of the states of the two words where they stand, -1 to 1; null where they are not known. */
  readonly cosine: number | null;
  /** The word that meets it; null where the model names one that says nothing by itself. */
  readonly place: ContentWord | null;
}

/** Compares the words of one generated sentence with sentences that were told, each pair once. */
export type Aligner = (word: SaidWord, told: Told) => Met;

/** The length of a state: unit length times this. */
const SCALE = 127;

export function createAligner(): Aligner {
  const known = new Map<Told, Met[]>();
  return (word, told) => {
    const met = known.get(told) ?? [];
    known.set(told, met);
    const found = met[word.index] ?? align(word, told);
    met[word.index] = found;
    return found;
  };
}

function align(word: SaidWord, told: Told): Met {
  const { lexical, at } = lexicalMatch(word, told.words);
  const nearest = lexical < 1 ? nearestState(word.state, told.states) : null;
  const place = lexical > 0 ? told.words[at] : told.words.find(({ token }) => token === nearest?.at);
  return { told, lexical, cosine: nearest?.cosine ?? null, place: place ?? null };
}

/** Late interaction for one word: the highest cosine with a word of the sentence, and which one it is. */
function nearestState(state: Int8Array | null, states: Int8Array | null): { cosine: number; at: number } | null {
  if (state === null || states === null) return null;
  let best = { cosine: -1, at: -1 };
  for (let from = 0; from < states.length; from += state.length) {
    let sum = 0;
    for (let i = 0; i < state.length; i += 1) {
      sum = (sum + Math.imul(state[i] as number, states[from + i] as number)) | 0;
    }
    const cosine = sum / SCALE ** 2;
    if (cosine > best.cosine) best = { cosine, at: from / state.length };
  }
  return best;
}
