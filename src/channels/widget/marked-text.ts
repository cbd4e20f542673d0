/** A piece of an answer: words, or the number of a citation. */
export type Piece = string | number;

/**
 * An answer's text with its markers taken out. Only numbers in `known` are markers; another `[7]` stays text.
 */
export function splitMarkers(text: string, known: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[(\d+)\]/g)) {
    const marker = Number(match[1]);
    if (!known.has(marker)) continue;
    const words = text.slice(from, match.index);
    if (words !== "") pieces.push(words);
    pieces.push(marker);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** The text as it is read out: without markers. */
export function spoken(text: string): string {
  return text
    .replace(/\s*\[\d+\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
