import type { Span } from "../contracts/passage.js";

/** Marks that part clauses; inside numbers and words ("10:30", "Patient:innen") no space follows them. */
const MARK = String.raw`[;:!?](?=["'“”»«’]?\s)|[()–—]|\s-\s`;
/** After a comma these begin a clause of their own. */
const AFTER_COMMA =
  "dass|weil|da|denn|wobei|während|wenn|falls|obwohl|damit|sodass|um|indem|nachdem|bevor|sondern|aber|doch|der|die|das|den|dem|deren|dessen|welche[rsnm]?|wo|wodurch|womit|laut|which|who|whom|whose|that|because|since|while|whereas|although|though|if|but|so|where|when|as|according|says|said|explains|sagt|sagte|betont|betonte|erklärt|erklärte|so";
/** So does another year with a verb or its subject: ", 2026 sollen es". */
const YEAR =
  "(?:im jahr |in )?(?:19|20)\\d\\d\\s(?:soll\\p{L}*|will|wollen|w[iue]rd\\p{L}*|sind|ist|war\\p{L}*|hat|haben|it|they|there|the)";
/** These do so without one. */
const ALONE = "that|which|who|whose|because|while|whereas|although|unless";

const BOUNDARY = new RegExp(`${MARK}|,\\s(?=(?:${AFTER_COMMA}|${YEAR})\\s)|\\s(?=(?:${ALONE})\\s)`, "giu");

/**
 * The clauses of a sentence, in order, trimmed: cut at marks, and where a subordinate or contrasting clause begins. A plain
 * "and" does not cut, nor does the comma of a list.
 */
export function clausesOf(sentence: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const text = sentence.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    const to = end - (text.length - text.trimEnd().length);
    if (to > from) clauses.push({ start: from, end: to });
  };
  for (const { 0: mark, index } of sentence.matchAll(BOUNDARY)) {
    close(index);
    start = index + mark.length;
  }
  close(sentence.length);
  return clauses;
}

/** The clause in which a place of the sentence lies; the whole sentence when it lies in none. */
export function clauseAt(sentence: string, { start, end }: Span): string {
  const clause = clausesOf(sentence).find((it) => it.start <= start && it.end >= end);
  return clause === undefined ? sentence : sentence.slice(clause.start, clause.end);
}
