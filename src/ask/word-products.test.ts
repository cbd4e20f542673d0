import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestProducts, packStates } from "./word-products.js";

const DIMENSIONS = 128;
const state = fc.oneof(
  fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS }),
  fc.constantFrom(new Int8Array(DIMENSIONS).fill(-128), new Int8Array(DIMENSIONS).fill(127)),
);
const states = fc.array(state, { minLength: 1, maxLength: 20 });

function dot(one: Int8Array, other: Int8Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

describe("largestProducts", () => {
  it("gives the largest dot product of each state exactly, for any states", () => {
    fc.assert(
      fc.property(states, states, (asked, words) => {
        const sentence = Int8Array.from(words.flatMap((word) => [...word]));
        const expected = asked.map((one) => Math.max(...words.map((word) => dot(one, word))));
        expect(largestProducts(packStates(asked), sentence)).toEqual(expected);
      }),
    );
  });
});
