import { describe, expect, it } from "vitest";
import { refuse } from "./phrases.js";
import type { Missing } from "./steps.js";

function named(...surfaces: readonly string[]): Missing[] {
  return surfaces.map((surface) => ({ kind: "term", surface }));
}

describe("refuse", () => {
  it("names what is missing, each thing once", () => {
    const titles: readonly string[] = [];
    expect(refuse("out_of_scope", "de", { missing: named("Nord", "Nord"), titles })).toBe(
      "Dazu steht nichts in den Dokumenten. „Nord“ kommt darin nicht vor.",
    );
    expect(refuse("out_of_scope", "de", { missing: named("Nord", "2019"), titles })).toContain(
      "„Nord“, „2019“ kommen darin nicht vor.",
    );
    expect(refuse("no_evidence", "en", { missing: named("Nord"), titles: ["Report"] })).toBe(
      "The documents do not answer this question. They do not mention “Nord”. The closest is: “Report”.",
    );
  });

  it.each(["de", "en"] as const)("stays short, however long and many the missing things are (%s)", (language) => {
    const missing = named(...Array.from({ length: 300 }, (_, at) => `${at}${"😀".repeat(2000)}`));
    const message = refuse("out_of_scope", language, { missing, titles: [] });
    expect(message.length).toBeLessThan(1000);
    expect(message).toMatch(/😀…[“”]/u);
    expect(message).not.toMatch(/\p{Cs}/u);
  });

  it.each(["de", "en"] as const)("says which languages Konsil reads, in both of them (%s)", (language) => {
    const message = refuse("out_of_scope", language, { missing: [{ kind: "language" }], titles: ["Bericht"] });
    expect(message).toMatch(/Deutsch und Englisch/);
    expect(message).toMatch(/German and English/);
    expect(message.startsWith("Konsil kennt")).toBe(language === "de");
  });
});
