import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import type { AnswerKind } from "../steps.js";

/** A question as its kind is read from it. */
export interface Asked {
  /** As it was asked. */
  readonly text: string;
  /** In small letters. */
  readonly plain: string;
  readonly language: Language | null;
}

/** A way to ask for a kind of answer. */
export interface AskingPattern {
  readonly kind: AnswerKind;
  /** The words that only ask, where the question is of this kind; null where it is not. */
  readonly find: (asked: Asked) => Span | null;
}

/** Of words that say something about the topic, none of which only asks. */
export const NOWHERE: Span = { start: 0, end: 0 };

/** Begins and ends at the edges of words; `^` and lookaheads may be used. */
function wholeWords(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])`, "u");
}

/** The words that match only ask: they are no topic. Lookaheads name what is asked for and stays topic. */
export function asksBy(kind: AnswerKind, ...sources: readonly string[]): AskingPattern {
  const pattern = wholeWords(sources.join("|"));
  return { kind, find: ({ plain }) => spanOf(pattern.exec(plain)) };
}

/** The words that match tell the kind, and are topic as well. */
export function toldBy(kind: AnswerKind, ...sources: readonly string[]): AskingPattern {
  const pattern = wholeWords(sources.join("|"));
  return { kind, find: ({ plain }) => (pattern.test(plain) ? NOWHERE : null) };
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
