import { describe, expect, it } from "vitest";
import type { Passage } from "../contracts/passage.js";
import { chunk } from "./chunk.js";
import { clean } from "./clean.js";
import { parse } from "./parse/parse.js";

function chunksOf(markdown: string): Passage[] {
  const bytes = new TextEncoder().encode(markdown);
  return chunk(clean(parse({ name: "d.md", mediaType: null, bytes }), "de"), "d");
}

const LONG = "Die Klinik und das Institut arbeiten seit Jahren eng zusammen und wollen das fortsetzen. ";

describe("chunk", () => {
  it("gives a passage the headings above it, and ends it at the next heading", () => {
    const passages = chunksOf(
      "# Titel\n\n## Ziele\n\nErster Satz.\n\n### Forschung\n\nZweiter Satz.\n\n## Personen\n\nDritter Satz.",
    );
    expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
      ["Ziele", "Erster Satz."],
      ["Ziele › Forschung", "Zweiter Satz."],
      ["Personen", "Dritter Satz."],
    ]);
  });

  it("joins short paragraphs and cuts long ones between sentences", () => {
    const passages = chunksOf(`Kurz.\n\nAuch kurz.\n\n${LONG.repeat(20)}`);
    expect(passages[0]?.text.startsWith("Kurz.\n\nAuch kurz.")).toBe(true);
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(900);
      expect(text.endsWith(".")).toBe(true);
    }
  });

  it("begins a passage with the sentence before, where its own first one points back to that", () => {
    const passages = chunksOf(`${LONG.repeat(9)}Das Zentrum heißt Nordlicht.\n\nEs öffnet 2027. ${LONG}`);
    expect(passages.map(({ text }) => text.slice(-28))).toContain("Das Zentrum heißt Nordlicht.");
    expect(passages.at(-1)?.text.startsWith("Das Zentrum heißt Nordlicht.\n\nEs öffnet 2027.")).toBe(true);
  });

  it("lets passages overlap in no other case", () => {
    const passages = chunksOf(`${LONG.repeat(9)}Das Zentrum heißt Nordlicht.\n\nDie Klinik öffnet 2027. ${LONG}`);
    expect(passages.at(-1)?.text.startsWith("Die Klinik öffnet 2027.")).toBe(true);
  });

  it("keeps a list with the sentence that introduces it, one unit an item", () => {
    const [passage, ...others] = chunksOf("Die Ziele sind:\n\n- Forschung. Auch mit Partnern.\n- Lehre\n\nSchluss.");
    expect(others).toEqual([]);
    const units = passage?.sentences.map(({ start, end, kind, leadIn }) => [
      passage.text.slice(start - passage.start, end - passage.start),
      kind,
      leadIn !== null,
    ]);
    expect(units).toEqual([
      ["Die Ziele sind:", "prose", false],
      ["Forschung. Auch mit Partnern.", "item", true],
      ["Lehre", "item", true],
      ["Schluss.", "prose", false],
    ]);
  });

  it("cuts a text without any sentence end at white space, and without white space anywhere", () => {
    for (const text of ["wort ".repeat(600), "x".repeat(3000), "𝒳".repeat(1500)]) {
      const passages = chunksOf(text);
      const sentences = passages.flatMap((passage) => passage.sentences);
      expect(sentences.length).toBeGreaterThan(2);
      expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(700);
      for (const { text: quoted } of passages) expect(() => encodeURIComponent(quoted)).not.toThrow();
    }
  });

  it("marks what describes an organisation in general", () => {
    const passages = chunksOf(
      "# Titel\n\nDie Klinik kooperiert mit dem Institut.\n\n## Über das Institut\n\nDas Institut forscht.",
    );
    expect(passages.map(({ section }) => section)).toEqual(["body", "about"]);
  });
});
