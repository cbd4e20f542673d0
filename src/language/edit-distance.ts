/**
 * The number of letters to add, drop, replace or swap with their neighbour to make one word of the other; null when it
 * is above `most`. Source: F. Damerau, "A technique for computer detection and correction of spelling errors" (1964), in
 * the restricted form in which no letter is edited twice. Counts UTF-16 code units.
 */
export function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let before = new Uint16Array(other.length + 1);
  let last = Uint16Array.from(before, (_, column) => column);
  let current = new Uint16Array(other.length + 1);
  for (let row = 1; row <= one.length; row += 1) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const value = cell(one, other, row, column, { before, last, current });
      current[column] = value;
      least = Math.min(least, value);
    }
    if (least > most) return null;
    [before, last, current] = [last, current, before];
  }
  const distance = last[other.length] ?? 0;
  return distance <= most ? distance : null;
}

interface Rows {
  readonly before: Uint16Array;
  readonly last: Uint16Array;
  readonly current: Uint16Array;
}

function cell(one: string, other: string, row: number, column: number, { before, last, current }: Rows): number {
  const letter = one.charCodeAt(row - 1);
  const same = letter === other.charCodeAt(column - 1);
  const replaced = at(last, column - 1) + (same ? 0 : 1);
  const edited = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
  const swapped =
    row > 1 &&
    column > 1 &&
    letter === other.charCodeAt(column - 2) &&
    one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
  return swapped ? Math.min(edited, at(before, column - 2) + 1) : edited;
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
