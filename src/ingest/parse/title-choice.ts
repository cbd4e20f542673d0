import { fold } from "../../language/fold.js";
import { isStopWord } from "../../language/stop-words.js";
import type { Block } from "../document-structure.js";
import { endsSentence, senderOf } from "../line-shape.js";

/**
 * Where the title stands: above the first sentence, but not every short line there is one. Kickers are short,
 * "Press release by X" names the sender, a second title may be in another language; the title shares its words with
 * the text below.
 */
const HEAD = { sentence: 4, longParagraph: 20, below: 4, kicker: 3, margin: 2 };
/** The sender's line is the title only where there is no other. */
const LAST = 100;
const SERVICE = /cookie|consent|javascript|browser|datenschutz|privacy/i;

/** Index of the heading that is the title; -1 where there is none. */
export function chooseTitle(text: string, blocks: readonly Block[]): number {
  const textOf = (block: Block): string => text.slice(block.start, block.end);
  const isText = (block: Block, words: number): boolean => {
    const content = textOf(block);
    return block.kind === "paragraph" && content.split(/\s+/).length >= words && !SERVICE.test(content);
  };
  const found = blocks.findIndex((block) => isText(block, HEAD.sentence) && endsSentence(textOf(block)));
  const head = found < 0 ? blocks.length : found;
  const long = blocks.slice(head).filter((block) => isText(block, HEAD.longParagraph));
  const below = wordsOf(long.slice(0, HEAD.below).map(textOf).join(" "));

  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  blocks.slice(0, head).forEach((block, index) => {
    if (block.kind !== "heading") return;
    const line = textOf(block);
    const words = wordsOf(line);
    const shared = [...words].filter((word) => below.has(word)).length;
    const kicker = line.split(/\s+/).length <= HEAD.kicker ? 2 : 0;
    const score = shared - kicker - (senderOf(line) === null ? 0 : LAST);
    // The first line is the title unless another one fits plainly better.
    if (score >= bestScore + HEAD.margin) {
      best = index;
      bestScore = score;
    }
  });
  return best;
}

/** Function words count too: they tell a title in the text's language from its translation. */
function wordsOf(text: string): Set<string> {
  const words = text.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
  return new Set(words.map((word) => fold(word)).map((word) => (isStopWord(word, null) ? word : word.slice(0, 7))));
}
