import { normal, seededRandom } from "../../evals/statistics/random.js";
import { cosine } from "../../src/adapters/library-local/cosine.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";

/**
 * `neighbours`: a made vector lies between a real one and one of so many nearest to it. `share`: at most so far on the
 * way there. `noise`: length of the random vector that is added then. With these, of as many made vectors as there are
 * real ones (about 3,000), the nearest neighbour and the tenth are about as near as they are among the real ones (cosine,
 * median: .93 and .84, real .92 and .84), and the intrinsic dimension is about the same (E. Levina and P. Bickel, 2005, of
 * twenty neighbours: 12, real 13). Less noise makes the search easier than among texts, more makes it harder.
 */
const MADE = { neighbours: 10, share: 0.5, noise: 0.25, seed: 384 } as const;

/** The vectors of passages and of their sentences; a passage of a single sentence has no other. */
export function realVectors(passages: readonly IndexedPassage[]): Float32Array[] {
  return passages.flatMap(({ vector, sentenceVectors }) =>
    sentenceVectors.length > 1 ? [vector, ...sentenceVectors] : [vector],
  );
}

/**
 * So many unit vectors that lie like those of texts: first the real ones in a random order, then made ones, each between
 * two near real ones with a little noise. The same real ones always give the same vectors.
 */
export function vectorsLike(real: readonly Float32Array[], count: number): Float32Array[] {
  const random = seededRandom(MADE.seed);
  const nearOf = neighboursOf(real);
  const vectors = shuffled(real, random).slice(0, count);
  while (vectors.length < count) {
    const at = Math.floor(random() * real.length);
    const near = nearOf(at);
    vectors.push(between(real[at], near[Math.floor(random() * near.length)], random));
  }
  return vectors;
}

/** For the position of a vector, those nearest to it; looked for when they are first needed. */
function neighboursOf(real: readonly Float32Array[]): (at: number) => readonly Float32Array[] {
  const known = new Map<number, readonly Float32Array[]>();
  return (at) => {
    const own = real[at];
    const near = known.get(at) ?? (own === undefined ? [] : nearestTo(own, real));
    known.set(at, near);
    return near;
  };
}

function nearestTo(own: Float32Array, real: readonly Float32Array[]): Float32Array[] {
  const others = real.filter((other) => other !== own).map((other) => ({ other, score: cosine(own, other) }));
  return others
    .sort((a, b) => b.score - a.score)
    .slice(0, MADE.neighbours)
    .map(({ other }) => other);
}

function between(from: Float32Array | undefined, to: Float32Array | undefined, random: () => number): Float32Array {
  if (from === undefined || to === undefined) throw new RangeError("too few real vectors");
  const share = MADE.share * random();
  const mixed = unit(from.map((value, at) => (1 - share) * value + share * (to[at] ?? 0)));
  return unit(mixed.map((value) => value + (MADE.noise / Math.sqrt(mixed.length)) * normal(random)));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector));
  return vector.map((value) => value / length);
}

/** The values in another order. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
