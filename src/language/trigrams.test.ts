import { describe, expect, it } from "vitest";
import { spellingOverlap, trigramsOf } from "./trigrams.js";

const overlap = (asked: string, text: string) => spellingOverlap(trigramsOf(asked), trigramsOf(text));

describe("the overlap of spellings", () => {
  it("is 1 for the same words, in any order and in either spelling of an umlaut", () => {
    expect(overlap("Klinikum Osnabrück", "OSNABRUECK, das Klinikum")).toBe(1);
  });

  it("is the share of trigrams in common: ^onk and onk of Onkologie are not in ^onc, onc of oncology", () => {
    // ^on, nko, onk, kol, olo, log, ogi, gie, ie$ against ^on, onc, nco, col, olo, log, ogy, gy$: three of fourteen.
    expect(overlap("Onkologie", "oncology")).toBeCloseTo(3 / 14);
  });

  it("is the mean over the words that are asked for", () => {
    expect(overlap("Klinikum Xyzzy", "Klinikum")).toBe(0.5);
  });

  it("is 0 when nothing is asked for, or nothing is there", () => {
    expect(overlap("", "Klinikum")).toBe(0);
    expect(overlap("am im zu", "Klinikum")).toBe(0);
    expect(overlap("Klinikum", "")).toBe(0);
  });
});
