/**
 * The number of letters to add, drop, replace or swap with their neighbour to make one word of the other; null when it
 * is above `most`. Source: F. Damerau, "A technique for computer detection and correction of spelling errors" (1964), in
 * the restricted form in which no letter is edited twice. Counts UTF-16 code units.
 */
export function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const value = cell(one, other, row, column, { before, last, current });
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return null;
    before = last;
    last = current;
  }
  const distance = last[other.length] ?? 0;
  return distance <= most ? distance : null;
}

interface Rows {
  readonly before: readonly number[];
  readonly last: readonly number[];
  readonly current: readonly number[];
}

function cell(one: string, other: string, row: number, column: number, { before, last, current }: Rows): number {
  const same = one[row - 1] === other[column - 1];
  const replaced = at(last, column - 1) + (same ? 0 : 1);
  const edited = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
  const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return swapped ? Math.min(edited, at(before, column - 2) + 1) : edited;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
