import type { Span } from "../../contracts/passage.js";
import type { QuestionWord } from "../../contracts/ports.js";
import type { EmbeddedWords } from "./messages.js";

/** The words of a question that begins at `offset` of the text that was embedded. */
export function questionWords(words: EmbeddedWords, offset: number): QuestionWord[] {
  const size = sizeOf(words);
  return words.spans.map(({ start, end, rarity }, at) => ({
    start: start - offset,
    end: end - offset,
    rarity,
    state: words.states.subarray(at * size, (at + 1) * size),
  }));
}

/** The states of the words that begin in each sentence, of a passage that begins at `offset` of the text. */
export function sentenceWords(words: EmbeddedWords, sentences: readonly Span[], offset: number): Int8Array[] {
  const size = sizeOf(words);
  return sentences.map((sentence) => {
    const from = firstFrom(words, offset + sentence.start);
    const to = firstFrom(words, offset + sentence.end);
    return words.states.subarray(from * size, to * size);
  });
}

/** The number of the first word that begins at an offset or behind it. */
function firstFrom({ spans }: EmbeddedWords, offset: number): number {
  const at = spans.findIndex(({ start }) => start >= offset);
  return at < 0 ? spans.length : at;
}

/** Dimensions of a state. */
function sizeOf({ spans, states }: EmbeddedWords): number {
  return spans.length === 0 ? 0 : states.length / spans.length;
}
