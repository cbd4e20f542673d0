import { describe, expect, it } from "vitest";
import { fill, languageOf, textsIn } from "./texts.js";

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("the texts of the widget", () => {
  it("say the same in both languages, with the same values to fill in", () => {
    const [german, english] = [Object.entries(textsIn("de")), new Map(Object.entries(textsIn("en")))];
    expect(english.size).toBe(german.length);
    for (const [name, text] of german) {
      expect(text, name).not.toBe("");
      expect(placeholders(english.get(name) ?? ""), name).toEqual(placeholders(text));
    }
  });

  it("are replaced by name; what is no text, or no name of ours, is let go", () => {
    const words = textsIn("de", [
      { title: "Eins", send: 1, other: "x", toString: "y" },
      null,
      [],
      "z",
      { title: "Zwei" },
    ]);
    expect(words.title).toBe("Zwei");
    expect(words.send).toBe("Fragen");
    expect(Object.keys(words)).toEqual(Object.keys(textsIn("de")));
  });

  it("are filled in as they are, whatever is in them", () => {
    expect(fill("{a} und {b} und {c}", { a: "{b}", b: "$&" })).toBe("{b} und $& und {c}");
    expect(fill("{constructor}", {})).toBe("{constructor}");
  });

  it("are German for German pages and English for all others", () => {
    expect(["de", "de-AT", "DE", "en", "fr", "deu", ""].map(languageOf)).toEqual([
      ...["de", "de", "de", "en", "en", "en", "en"],
    ]);
  });
});
