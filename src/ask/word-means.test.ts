import { describe, expect, it } from "vitest";
import { moveToLanguage } from "./word-means.js";

const MEANS = { de: [100, 0], en: [0, 100] };

describe("a word's state in another language", () => {
  it("is moved by what the languages' means differ, and brought back to its length", () => {
    const moved = moveToLanguage(Int8Array.of(127, 0), "de", "en", MEANS);
    const length = Math.hypot(27, 100) / 127;
    expect([...moved]).toEqual([Math.round(27 / length), Math.round(100 / length)]);
  });

  it("is the same in its own language", () => {
    const state = Int8Array.of(90, 90);
    expect(moveToLanguage(state, "en", "en", MEANS)).toBe(state);
  });

  it("is left as it is when it comes from a model with other dimensions", () => {
    const state = Int8Array.of(127, 0, 0);
    expect(moveToLanguage(state, "de", "en", MEANS)).toBe(state);
  });

  it("is of unit length times 127 by the means of the bundled model", () => {
    const state = new Int8Array(128).fill(11);
    const moved = moveToLanguage(state, "de", "en");
    expect(Math.abs(Math.hypot(...moved) - 127)).toBeLessThan(3);
    expect(moved).not.toEqual(state);
  });
});
