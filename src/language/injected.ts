import { ADDRESSED } from "./injected/addressed.js";
import { COMMANDS } from "./injected/commands.js";
import { hidesText, readingsOf } from "./injected/disguises.js";
import { PROGRAM_FORMS, WRITTEN_FORMS } from "./injected/forms.js";
import { SAYINGS } from "./injected/sayings.js";
import { ENOUGH, type Sign } from "./injected/sign.js";
import { splitSentences } from "./sentences.js";

/** For texts in small letters: to fold case while matching takes many times as long. */
const SIGNS: readonly Sign[] = [...COMMANDS, ...SAYINGS, ...ADDRESSED, ...PROGRAM_FORMS];

/** Of a sentence right after a command to a program: it goes on with it. */
const ENOUGH_AFTER = 1.5;

/**
 * Whether a text speaks to a program that reads it, instead of informing a reader: orders to ignore, to answer, to play
 * a role or to send something on, chat templates, closing tags, text that is hidden or encoded. German and English; the
 * text may have several sentences, of which one is enough, and need not be canonical.
 */
export function isInjected(text: string): boolean {
  return injectedAmong(sentencesOf(text)).includes(true);
}

/** `isInjected` of sentences that follow each other: one behind a command is one already where it only sounds like one. */
export function injectedAmong(sentences: readonly string[]): boolean[] {
  let isBehind = false;
  return sentences.map((sentence) => {
    isBehind = commands(sentence, isBehind ? ENOUGH_AFTER : ENOUGH);
    return isBehind;
  });
}

/** The sentences of a text that inform, joined by spaces; a text without any other stays as it is. */
export function withoutInjected(text: string): string {
  const sentences = sentencesOf(text);
  const injected = injectedAmong(sentences);
  return injected.includes(true) ? sentences.filter((_, at) => !injected[at]).join(" ") : text;
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function commands(sentence: string, enough: number): boolean {
  return hidesText(sentence) || readingsOf(sentence).some((reading) => pointsOf(reading) >= enough);
}

function pointsOf(text: string): number {
  return sumOf(SIGNS, text.toLowerCase()) + sumOf(WRITTEN_FORMS, text);
}

function sumOf(signs: readonly Sign[], text: string): number {
  return signs.reduce((sum, [points, pattern]) => (pattern.test(text) ? sum + points : sum), 0);
}
