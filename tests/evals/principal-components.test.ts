import { describe, expect, it } from "vitest";
import { principalComponents } from "../../evals/word-projection/principal-components.js";
import { seededRandom, unitVector } from "../contract/synthetic-documents.js";

const DIMENSIONS = 8;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);
}

describe("principalComponents", () => {
  const random = seededRandom(7);
  const points = Float32Array.from(
    { length: 500 * DIMENSIONS },
    (_, at) => random() * (1 + (at % DIMENSIONS)) + (at % 3),
  );
  const { mean, components } = principalComponents(points, DIMENSIONS, 5);
  const centred = Array.from({ length: 500 }, (_, point) =>
    Array.from(mean, (value, i) => (points[point * DIMENSIONS + i] ?? Number.NaN) - value),
  );
  const variance = (direction: ArrayLike<number>) =>
    centred.reduce((sum, point) => sum + dot(point, direction) ** 2, 0) / centred.length;

  it("gives as many orthogonal unit vectors as are to be kept", () => {
    expect(components).toHaveLength(5);
    for (const [i, one] of components.entries()) {
      for (const [j, other] of components.entries()) expect(dot(one, other)).toBeCloseTo(i === j ? 1 : 0, 8);
    }
  });

  it("takes the mean of the points", () => {
    for (let i = 0; i < DIMENSIONS; i++)
      expect(centred.reduce((sum, point) => sum + (point[i] ?? 0), 0)).toBeCloseTo(0, 2);
  });

  it("puts the direction of the greatest variance first, and no direction has more", () => {
    const variances = components.map(variance);
    expect(variances).toEqual([...variances].sort((a, b) => b - a));
    for (let seed = 0; seed < 50; seed++) {
      expect(variance(unitVector(seed, DIMENSIONS))).toBeLessThanOrEqual((variances[0] ?? 0) * (1 + 1e-9));
    }
  });

  it("gives directions that do not vary together", () => {
    const [first = mean, second = mean] = components;
    const together = centred.reduce((sum, point) => sum + dot(point, first) * dot(point, second), 0) / centred.length;
    expect(together).toBeCloseTo(0, 8);
  });
});
