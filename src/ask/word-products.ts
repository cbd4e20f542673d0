/**
 * Word states of a question, two in each number, so that one multiplication does the work of two: the sum of the products
 * with a state of a sentence is a whole number below 2^25 for up to 2,048 dimensions, and two of them fit into a double.
 */
export interface PackedStates {
  readonly words: number;
  readonly dimensions: number;
  /** By fours, one dimension after the other; behind the last word there are zeros. */
  readonly fours: readonly Float64Array[];
}

/** What the second state of a number is multiplied by. */
const SHIFT = 2 ** 26;
/** Numbers that are multiplied in one go: their sums need not wait for each other. */
const AT_ONCE = 4;

/** Packs states of equal length; there is one at least. */
export function packStates(states: readonly Int8Array[]): PackedStates {
  const dimensions = states[0]?.length ?? 0;
  const fours: Float64Array[] = [];
  for (let first = 0; first < states.length; first += 2 * AT_ONCE) {
    const four = new Float64Array(AT_ONCE * dimensions);
    for (let at = 0; at < AT_ONCE; at += 1) {
      const [low, high] = [states[first + 2 * at], states[first + 2 * at + 1]];
      for (let i = 0; i < dimensions; i += 1) four[AT_ONCE * i + at] = (low?.[i] ?? 0) + SHIFT * (high?.[i] ?? 0);
    }
    fours.push(four);
  }
  return { words: states.length, dimensions, fours };
}

/** For each packed state its largest dot product with a state of the sentence, which has one at least. */
export function largestProducts({ words, dimensions, fours }: PackedStates, sentence: Int8Array): number[] {
  const largest = new Array<number>(fours.length * 2 * AT_ONCE).fill(Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(AT_ONCE);
  for (const [place, four] of fours.entries()) {
    for (let from = 0; from < sentence.length; from += dimensions) {
      multiply(four, sentence, from, dimensions, sums);
      for (let at = 0; at < AT_ONCE; at += 1) {
        const sum = sums[at] ?? 0;
        const high = Math.floor(sum / SHIFT + 0.5);
        const low = sum - high * SHIFT;
        const word = 2 * (place * AT_ONCE + at);
        if (low > (largest[word] ?? 0)) largest[word] = low;
        if (high > (largest[word + 1] ?? 0)) largest[word + 1] = high;
      }
    }
  }
  return largest.slice(0, words);
}

function multiply(four: Float64Array, sentence: Int8Array, from: number, dimensions: number, into: Float64Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0, at = 0; i < dimensions; i += 1, at += AT_ONCE) {
    const value = sentence[from + i] as number;
    a += value * (four[at] as number);
    b += value * (four[at + 1] as number);
    c += value * (four[at + 2] as number);
    d += value * (four[at + 3] as number);
  }
  into[0] = a;
  into[1] = b;
  into[2] = c;
  into[3] = d;
}
