/** What takes the place of `text.slice(start, end)`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Finds what is to be replaced in a text; its replacements do not overlap each other. */
export type FindReplacements = (text: string) => readonly Replacement[];

/** One replacement for each match of a pattern with the flag `g`; none where `textOf` gives null. */
export function replacementsOf(
  text: string,
  pattern: RegExp,
  textOf: (match: RegExpExecArray) => string | null,
): Replacement[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const replaced = textOf(match);
    return replaced === null ? [] : [{ start: match.index, end: match.index + match[0].length, text: replaced }];
  });
}

/**
 * The text with everything replaced at once, so that nothing is replaced twice. Where two finders want the same place, the
 * earlier one has it.
 */
export function replaceAll(text: string, finders: readonly FindReplacements[]): string {
  const taken: Replacement[] = [];
  for (const find of finders) {
    const free = find(text).filter(({ start, end }) => taken.every((it) => it.end <= start || end <= it.start));
    taken.push(...free);
  }
  let at = 0;
  let replaced = "";
  for (const { start, end, text: inPlace } of taken.sort((a, b) => a.start - b.start)) {
    replaced += text.slice(at, start) + inPlace;
    at = end;
  }
  return replaced + text.slice(at);
}
