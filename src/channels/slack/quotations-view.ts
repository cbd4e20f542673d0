import type { types } from "@slack/bolt";
import type { Answer } from "../../contracts/answer.js";
import { sourceLine } from "./answer-message.js";
import { type Block, context, LIMITS, section, splitEscaped } from "./blocks.js";
import { escapeText } from "./escape.js";
import { TEXTS } from "./texts.js";

/** Each quotation takes two blocks, a very long one more. */
const MOST_BLOCKS_A_QUOTATION = 4;

/** The quotations of an answer, word by word, each with its source, in a window of its own. */
export function quotationsView({ citations, language }: Answer): types.ModalView {
  const texts = TEXTS[language];
  const blocks = citations.flatMap((citation): Block[] => [
    ...quotationBlocks(citation.quote),
    context(`*[${citation.marker}]* ${sourceLine(citation, language)}`),
  ]);
  return {
    type: "modal",
    title: { type: "plain_text", text: texts.quotationsTitle },
    close: { type: "plain_text", text: texts.close },
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** Every line is marked as quoted, which takes two characters each. */
function quotationBlocks(quote: string): Block[] {
  const lines = escapeText(quote.trim()).replaceAll(/\n+/g, "\n");
  return splitEscaped(lines.replaceAll(/^/gm, "> "), LIMITS.section - 2)
    .slice(0, MOST_BLOCKS_A_QUOTATION)
    .map((text) => section(text.startsWith("> ") ? text : `> ${text}`));
}
