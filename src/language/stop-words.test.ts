import { describe, expect, it } from "vitest";
import { fold } from "./fold.js";
import { isStopWord, STOP_WORDS } from "./stop-words.js";

describe("stop words", () => {
  it.each(["de", "en"] as const)("are listed in folded spelling (%s)", (language) => {
    for (const word of STOP_WORDS[language]) expect(fold(word)).toBe(word);
  });

  it("include question words and auxiliary verbs", () => {
    for (const word of ["wer", "was", "wann", "wo", "wie", "warum", "ist", "wurde", "koennen"]) {
      expect(isStopWord(word, "de")).toBe(true);
    }
    for (const word of ["who", "what", "when", "where", "how", "why", "is", "were", "could"]) {
      expect(isStopWord(word, "en")).toBe(true);
    }
  });

  it("belong to one language: 'die' and 'war' carry meaning in English", () => {
    expect(isStopWord("die", "de")).toBe(true);
    expect(isStopWord("die", "en")).toBe(false);
    expect(isStopWord("war", "en")).toBe(false);
  });

  it("count in either language while the language is unknown", () => {
    expect(isStopWord("die", null)).toBe(true);
    expect(isStopWord("the", null)).toBe(true);
    expect(isStopWord("klinik", null)).toBe(false);
  });
});
