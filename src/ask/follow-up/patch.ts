import type { Span } from "../../contracts/passage.js";

/** A span of a text, and what is to stand there instead. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Patched {
  readonly text: string;
  /** Where the new text has what the edits brought. */
  readonly brought: readonly Span[];
  /** Where it has what the old text had. */
  readonly kept: readonly Span[];
}

/** Puts edits into a text, in the order of their places; of two that overlap the first is taken. */
export function patch(text: string, edits: readonly Edit[]): Patched {
  const brought: Span[] = [];
  const kept: Span[] = [];
  let made = "";
  let at = 0;
  const add = (piece: string, spans: Span[]): void => {
    if (piece !== "") spans.push({ start: made.length, end: made.length + piece.length });
    made += piece;
  };
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    add(text.slice(at, edit.start), kept);
    add(edit.text, brought);
    at = edit.end;
  }
  add(text.slice(at), kept);
  return { text: made, brought, kept };
}

/** Adds words before the mark at the end of a question. */
export function appended(text: string, words: string): Edit {
  const end = text.length - (/[\s?.!]*$/u.exec(text)?.[0].length ?? 0);
  return { start: end, end, text: ` ${words}` };
}
