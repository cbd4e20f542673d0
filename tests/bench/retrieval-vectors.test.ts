import { describe, expect, it } from "vitest";
import { vectorsLike } from "../../bench/retrieval/scale-vectors.js";
import { normal, seededRandom } from "../../evals/statistics/random.js";
import { cosine } from "../../src/adapters/library-local/cosine.js";

const DIMENSIONS = 384;

/** Unit vectors in ten groups, far from each other. */
function grouped(count: number): Float32Array[] {
  const random = seededRandom(3);
  const around = (centre: readonly number[], spread: number) => {
    const values = centre.map((value) => value + spread * normal(random));
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  };
  const centres = Array.from({ length: 10 }, () => Array.from({ length: DIMENSIONS }, () => normal(random)));
  return Array.from({ length: count }, (_, at) => around(centres[at % 10] ?? [], 0.3));
}

describe("made vectors", () => {
  const real = grouped(200);
  const vectors = vectorsLike(real, 1000);

  it("follow the real ones, of which each comes once", () => {
    expect(vectors).toHaveLength(1000);
    expect(new Set(vectors.slice(0, 200))).toEqual(new Set(real));
  });

  it("have unit length", () => {
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it("are new, and lie near real ones", () => {
    for (const made of vectors.slice(200)) {
      const nearest = Math.max(...real.map((vector) => cosine(made, vector)));
      expect(nearest).toBeGreaterThan(0.9);
      expect(nearest).toBeLessThan(0.999);
    }
  });

  it("are the same for the same real ones", () => {
    expect(vectorsLike(real, 300)).toEqual(vectors.slice(0, 300));
  });
});
