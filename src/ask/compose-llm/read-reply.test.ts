import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReplyReader } from "./read-reply.js";

function readAll(reply: string, pieces: readonly string[] = [reply], isBroken = false) {
  const reader = createReplyReader();
  const sentences = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end({ isBroken })];
  return sentences.map(({ text, markers, layout }) => ({ text, markers, layout }));
}

const texts = (reply: string) => readAll(reply).map(({ text }) => text);

describe("reading a model's reply", () => {
  it("gives each sentence with its markers, before or behind the full stop", () => {
    expect(readAll("Am 9. Februar 2026. [1] Das Institut heißt Nord [2]. Es ist neu.[1][3]")).toEqual([
      { text: "Am 9. Februar 2026.", markers: [1], layout: "line" },
      { text: "Das Institut heißt Nord.", markers: [2], layout: "run" },
      { text: "Es ist neu.", markers: [1, 3], layout: "run" },
    ]);
  });

  it("reads markers as models write them, and no year in brackets as one", () => {
    const reply = "Eins [Quelle 2]. Zwei [1, 3]. Drei 【4】. Vier (source 1). Umsatz war 22 (2024). Die 7 (3) bleibt.";
    expect(readAll(reply).map(({ markers }) => markers)).toEqual([[2], [1, 3], [4], [1], [], []]);
    expect(texts(reply).at(-2)).toBe("Umsatz war 22 (2024).");
  });

  it("leaves out mark-up, thoughts and labels", () => {
    expect(texts("<think>Source 1 says so. Or not?</think>Antwort: **Am 9. Februar** war es. [1]")).toEqual([
      "Am 9. Februar war es.",
    ]);
    expect(texts("## Answer\n\n> It `opened` in 2021. [1]")).toEqual(["Answer", "It opened in 2021."]);
    expect(texts("<think>never closed. And on")).toEqual([]);
  });

  it("tells items of a list from lines", () => {
    expect(readAll("Ziele:\n- Forschung [1]\n- Lehre [2]\n2. Pflege [1]").map(({ layout }) => layout)).toEqual([
      "line",
      "item",
      "item",
      "item",
    ]);
  });

  it("hears that the sources do not answer", () => {
    const reader = createReplyReader();
    expect([...reader.push("NO_ANSWER "), ...reader.push("because. So.\n"), ...reader.end()]).toEqual([]);
    expect(reader.declined).toBe(true);
  });

  it("gives a sentence as soon as the next one has begun, and not before", () => {
    const reader = createReplyReader();
    expect(reader.push("Am 9. ")).toEqual([]);
    expect(reader.push("Februar 2026 begann es. ")).toEqual([]);
    expect(reader.push("[1")).toEqual([]);
    expect(reader.push("] Dann ").map(({ text, markers }) => ({ text, markers }))).toEqual([
      { text: "Am 9. Februar 2026 begann es.", markers: [1] },
    ]);
  });

  it("leaves out the sentence in which a reply breaks off", () => {
    expect(readAll("Es begann 2026. [1] Das Institut ist", undefined, true).map(({ text }) => text)).toEqual([
      "Es begann 2026.",
    ]);
    expect(readAll("Es begann 2026. [1]", undefined, true).map(({ text }) => text)).toEqual(["Es begann 2026."]);
  });

  it("reads the same sentences however the reply is cut into pieces", () => {
    const sentence = fc.constantFrom(
      "Am 9. Februar 2026 begann die Kooperation. [1]",
      "Sie läuft zehn Jahre [2].",
      "Dr. Anna Beispiel, z. B. Leiterin seit 1.1.2020, sagt „Das ist neu.“ [1]",
      "„Wir freuen uns.“, sagte Vera Ott. [3]",
      "The U.S. company invests $2.5 million.[1][2]",
      "- Forschung und Lehre [1, 2]\n",
      "Umsatz: 22,4 Mrd. Euro (2024).\n",
      "<think>Is it? Yes.</think>",
      "**Ja.** ",
      "Ist das so? Nein! ",
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 30 }),
        (parts, lengths) => {
          const reply = parts.join(" ");
          const pieces: string[] = [];
          for (let at = 0, turn = 0; at < reply.length; turn += 1) {
            const length = lengths[turn % lengths.length] ?? 1;
            pieces.push(reply.slice(at, at + length));
            at += length;
          }
          expect(readAll(reply, pieces)).toEqual(readAll(reply));
        },
      ),
      { numRuns: 300 },
    );
  });
});
