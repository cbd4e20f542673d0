import { basename, dirname } from "node:path";
import { z } from "zod";
import type { Span } from "../../contracts/passage.js";

/** XLM-RoBERTa's positions end there. */
const MAX_TOKENS = 512;
/** More characters than 512 tokens cover (four each is usual); keeps the tokenizer from reading a book to throw it away. */
const MAX_CHARACTERS = 8_000;

/** What the tokenizer's own normalisation turns into a space; it keeps a space that ends the text as a token. */
const SPACE =
  "\\t\\n\\f\\r \\u00a0\\u1680\\u2000-\\u200c\\u200e\\u200f\\u2028\\u2029\\u202f\\u205f\\u2581\\u3000\\ufeff\\ufffd";
const WORD = new RegExp(`([^${SPACE}]+)(?:[${SPACE}]+$)?|^[${SPACE}]+$`, "g");
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Finding the pieces of a word takes some 0.1 ms, and texts repeat their words. Emptied when full. */
const CACHE_SIZE = 20_000;
const LONGEST_CACHED = 60;

/** What stands between white space, as far as the window reaches. */
export interface TokenizedWord extends Span {
  /** Positions, among the ids of the text, of its tokens that hold a letter or a digit: one at least. */
  readonly tokens: readonly number[];
  /** Minus the natural logarithm of the probability of these tokens; 0 where the tokenizer is no unigram model. */
  readonly rarity: number;
}

export interface TokenizedText {
  /** With the opening and the closing token, at most 512. */
  readonly ids: readonly number[];
  /** In order; those without a letter or digit left out. */
  readonly words: readonly TokenizedWord[];
}

/** The tokens of one word, whatever its text. */
interface WordPieces {
  readonly ids: readonly number[];
  /** Indexes into `ids`. */
  readonly meaningful: readonly number[];
  readonly rarity: number;
}

/**
 * Loads the tokenizer of a model's folder. It is asked word by word: no piece of its vocabulary goes across white space,
 * so that the ids are those of the whole text (special tokens that are spelled out in it apart), it is known where each
 * word stands among them, and what repeats need not be searched for again: the tokenizer takes as long for a whole
 * passage as a fifth of the model's own run.
 */
export async function loadTokenizer(folder: string): Promise<(text: string) => TokenizedText> {
  const { AutoTokenizer, env } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(folder)}/`;
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder));
  const frame = tokenizer.encode("");
  const { vocab } = tokenizer.model;
  const scores = z.array(z.number()).safeParse(Reflect.get(tokenizer.model, "scores")).data ?? [];
  const special = new Set(tokenizer.all_special_ids);
  const known = new Map<string, WordPieces>();

  const cut = (word: string): WordPieces => {
    const ids = tokenizer.encode(word, null, { add_special_tokens: false });
    const meaningful = [...ids.keys()].filter((at) => {
      const id = ids[at] ?? 0;
      return !special.has(id) && LETTER_OR_DIGIT.test(vocab[id] ?? "");
    });
    const rarity = meaningful.reduce((sum, at) => sum - (scores[ids[at] ?? 0] ?? 0), 0);
    return { ids, meaningful, rarity };
  };
  const piecesOf = (word: string): WordPieces => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const pieces = cut(word);
    if (known.size >= CACHE_SIZE) known.clear();
    if (word.length <= LONGEST_CACHED) known.set(word, pieces);
    return pieces;
  };

  return (text) => {
    const ids: number[] = frame.slice(0, 1);
    const words: TokenizedWord[] = [];
    for (const { 0: word, 1: visible = "", index } of text.slice(0, MAX_CHARACTERS).matchAll(WORD)) {
      const pieces = piecesOf(word);
      const tokens = pieces.meaningful.map((at) => ids.length + at).filter((at) => at < MAX_TOKENS - 1);
      if (tokens.length > 0) words.push({ start: index, end: index + visible.length, tokens, rarity: pieces.rarity });
      ids.push(...pieces.ids);
      if (ids.length >= MAX_TOKENS) break;
    }
    return { ids: [...ids.slice(0, MAX_TOKENS - 1), ...frame.slice(-1)], words };
  };
}
