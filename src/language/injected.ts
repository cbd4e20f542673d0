import { hidesText, readingsOf } from "./injected-disguises.js";
import { ENOUGH, SIGNS } from "./injected-signs.js";
import { splitSentences } from "./sentences.js";

/** Of a sentence right after a command to a program: it goes on with it. */
const ENOUGH_AFTER = 1.5;

/**
 * Whether a text speaks to a program that reads it, instead of informing a reader: orders to ignore, to answer, to play
 * a role or to send something on, chat templates, closing tags, text that is hidden or encoded. German and English; the
 * text may be a sentence or several, and need not be canonical.
 */
export function isInjected(text: string): boolean {
  return commands(text, ENOUGH);
}

/** `isInjected` of sentences that follow each other: one behind a command is one already where it only sounds like one. */
export function injectedAmong(sentences: readonly string[]): boolean[] {
  let isBehind = false;
  return sentences.map((sentence) => {
    isBehind = commands(sentence, isBehind ? ENOUGH_AFTER : ENOUGH);
    return isBehind;
  });
}

/** The sentences of a text that inform, joined by spaces. */
export function withoutInjected(text: string): string {
  if (!isInjected(text)) return text;
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const injected = injectedAmong(sentences);
  const kept = sentences.filter((_, at) => !injected[at]).join(" ");
  return isInjected(kept) ? "" : kept;
}

function commands(text: string, enough: number): boolean {
  return hidesText(text) || readingsOf(text).some((reading) => pointsOf(reading) >= enough);
}

function pointsOf(text: string): number {
  let points = 0;
  for (const sign of SIGNS) if (sign.pattern.test(text)) points += sign.points;
  return points;
}
