/**
 * The two-sided p-value of McNemar's exact test (Q. McNemar, Note on the Sampling Error of the Difference Between
 * Correlated Proportions, 1947; exact as a sign test over the pairs that differ): how probable it is that of `won + lost`
 * cases that changed, the smaller part is as small as it is or smaller, were both ways equally probable:
 * min(1, 2 · Σ C(n, i) / 2ⁿ for i ≤ min(won, lost)). 1 where nothing changed. Throws `RangeError` for anything but counts.
 */
export function mcnemarExact(won: number, lost: number): number {
  for (const count of [won, lost]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no number of cases`);
  }
  const changed = won + lost;
  let probability = 0.5 ** changed;
  let tail = probability;
  for (let i = 1; i <= Math.min(won, lost); i += 1) {
    probability *= (changed - i + 1) / i;
    tail += probability;
  }
  return Math.min(1, 2 * tail);
}
