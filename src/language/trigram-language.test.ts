import { describe, expect, it } from "vitest";
import { languageByTrigrams } from "./trigram-language.js";

describe("languageByTrigrams", () => {
  it.each([
    [["Schulwegsicherheit"], "de"],
    [["Flugzeugtriebwerk"], "de"],
    [["lighthouse", "keeper"], "en"],
    [["thoughtfulness"], "en"],
  ] as const)("%j is %s, though no list holds it", (words, language) => {
    expect(languageByTrigrams(words)).toBe(language);
  });

  it("says nothing about letters it has never seen together", () => {
    expect(languageByTrigrams(["日本語"])).toBeNull();
    expect(languageByTrigrams([])).toBeNull();
  });
});
