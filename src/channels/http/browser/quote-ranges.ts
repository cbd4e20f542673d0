/** A half-open range of UTF-16 offsets into a document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** No answer has as many; an address with thousands would keep the browser busy for minutes. */
const MOST_QUOTES = 100;

/**
 * The ranges of `#quote=START-END&quote=…` that lie within a text that ends at `length`; `misplaced` where the fragment
 * names one that does not, or more than are highlighted.
 */
export function readQuotes(hash: string, length: number): { readonly ranges: Range[]; readonly misplaced: boolean } {
  const parts = hash
    .replace(/^#/, "")
    .split("&")
    .filter((part) => part.startsWith("quote="));
  const named = parts
    .slice(0, MOST_QUOTES)
    .map((part) => /^quote=(\d{1,9})-(\d{1,9})$/.exec(part))
    .map((match) => (match === null ? null : { start: Number(match[1]), end: Number(match[2]) }));
  const ranges = named.filter((range) => range !== null).filter(({ start, end }) => start < end && end <= length);
  return { ranges, misplaced: ranges.length < parts.length };
}

/** A piece of a block: `quotes` are the numbers of the ranges that cover all of it. */
export interface Piece extends Range {
  readonly quotes: readonly number[];
}

/** Cuts a block wherever a range begins or ends in it, so that ranges may overlap. */
export function cutBlock(block: Range, ranges: readonly Range[]): Piece[] {
  const inside = (offset: number) => Math.min(Math.max(offset, block.start), block.end);
  const cuts = [block.start, block.end, ...ranges.flatMap(({ start, end }) => [inside(start), inside(end)])];
  const ordered = [...new Set(cuts)].sort((one, other) => one - other);
  return ordered.slice(1).map((end, index) => {
    const start = ordered[index] ?? block.start;
    const quotes = ranges.flatMap((range, number) => (range.start <= start && end <= range.end ? [number] : []));
    return { start, end, quotes };
  });
}
