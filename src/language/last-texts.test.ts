import { describe, expect, it } from "vitest";
import { rememberLast } from "./last-texts.js";

function counted() {
  const remembered = rememberLast<string[]>();
  let readings = 0;
  const read = (text: string, variant = "") =>
    remembered(text, variant, () => {
      readings += 1;
      return [text, variant];
    });
  return { read, readings: () => readings };
}

describe("rememberLast", () => {
  it("reads a text once for each variant", () => {
    const { read, readings } = counted();
    expect([read("a", "de"), read("a", "en"), read("a", "de")]).toEqual([
      ["a", "de"],
      ["a", "en"],
      ["a", "de"],
    ]);
    expect(readings()).toBe(2);
  });

  it("keeps what is asked for again and again, and forgets what was used longest ago", () => {
    const { read, readings } = counted();
    const texts = Array.from({ length: 100 }, (_, at) => `sentence ${at}`);
    for (const text of texts) for (const asked of ["question", text]) read(asked);
    expect(readings()).toBe(texts.length + 1);
    read("sentence 0");
    expect(readings()).toBe(texts.length + 2);
  });

  it("does not keep long texts", () => {
    const { read, readings } = counted();
    const long = "a".repeat(10_000);
    read(long);
    read(long);
    expect(readings()).toBe(2);
  });
});
