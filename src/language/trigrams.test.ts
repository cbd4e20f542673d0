import { describe, expect, it } from "vitest";
import { spellingMatches, trigramsOf } from "./trigrams.js";

const overlap = (asked: string, text: string) => spellingMatches(trigramsOf(asked), trigramsOf(text));

describe("the overlap of spellings", () => {
  it("is 1 for the same words, in any order and in either spelling of an umlaut", () => {
    expect(overlap("Klinikum Osnabrück", "OSNABRUECK, das Klinikum")).toEqual([1, 1]);
  });

  it("is the share of trigrams in common: ^onk and onk of Onkologie are not in ^onc, onc of oncology", () => {
    // ^on, nko, onk, kol, olo, log, ogi, gie, ie$ against ^on, onc, nco, col, olo, log, ogy, gy$: three of fourteen.
    expect(overlap("Onkologie", "oncology")).toEqual([expect.closeTo(3 / 14)]);
  });

  it("is told of each word that is asked for", () => {
    expect(overlap("Klinikum Xyzzy", "Klinikum")).toEqual([1, 0]);
  });

  it("is told of no word that is too short, and is 0 when nothing is there", () => {
    expect(overlap("", "Klinikum")).toEqual([]);
    expect(overlap("am im zu", "Klinikum")).toEqual([]);
    expect(overlap("Klinikum", "")).toEqual([0]);
  });
});
