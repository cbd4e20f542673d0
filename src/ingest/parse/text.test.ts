import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText } from "./text.js";

function outline(text: string): string[] {
  return parseText(text).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const RELEASE = `
Dr. Okafor and Ms. Reed at the signing. Photo Credit: Harrow University Hospital | A. Vale
Joint press release by Harrow University Hospital and Veldt Medical
Harrow, 12 May 2023
Harrow University Hospital and Veldt Medical will study strokes together. The agreement runs for five years.
Prof. Ada Lindqvist says: “Every minute counts after a stroke. With Veldt Medical we can reach patients sooner.”
The partners will equip two ambulances in 2024.`;

const WRAPPED = `Pressemitteilung der Klinik Talheim

Klinik Talheim erprobt neue Software

Die Klinik Talheim und das Unternehmen Noviscan erproben seit dem Sommer
eine Software, die Aufnahmen der Lunge vorsortiert. Ärztinnen und Ärzte
sehen auffällige Bilder dadurch zuerst. Die Erprobung dauert achtzehn
Monate.
Die Klinik bringt ihre Erfahrung ein, Noviscan die Technik.

Die Schwerpunkte sind:
- schnellere Befunde bei Notfällen und
  auf der Intensivstation
- weniger doppelte Untersuchungen
1. März 2025 ist der Termin für den Zwischenbericht.
`;

describe("parseText", () => {
  it("leaves the text as it is", () => {
    expect(parseText(WRAPPED).text).toBe(WRAPPED);
  });

  it("reads a press release without blank lines: credit, sender, date line, paragraphs", () => {
    expect(outline(RELEASE).map((line) => line.slice(0, 30))).toEqual([
      "caption: Dr. Okafor and Ms. Re",
      "title: Joint press release by ",
      "dateline: Harrow, 12 May 2023",
      "paragraph: Harrow University H",
      "paragraph: Prof. Ada Lindqvist",
      "paragraph: The partners will e",
    ]);
  });

  it("joins hard-wrapped lines, and ends a paragraph at a line that could have held the next word", () => {
    expect(outline(WRAPPED)).toEqual([
      "heading: Pressemitteilung der Klinik Talheim",
      "title: Klinik Talheim erprobt neue Software",
      expect.stringMatching(/^paragraph: Die Klinik[\s\S]*Sommer\neine Software[\s\S]*achtzehn\nMonate\.$/),
      "paragraph: Die Klinik bringt ihre Erfahrung ein, Noviscan die Technik.",
      "paragraph: Die Schwerpunkte sind:",
      "item: schnellere Befunde bei Notfällen und\n  auf der Intensivstation",
      "item: weniger doppelte Untersuchungen",
      "paragraph: 1. März 2025 ist der Termin für den Zwischenbericht.",
    ]);
  });

  it("does not join lines that are paragraphs of their own", () => {
    const lines = ["Die Klinik ist neu.", "Sie hat zehn Betten und einen Garten.", "Der Garten ist groß."];
    expect(outline(lines.join("\n"))).toEqual(lines.map((line) => `paragraph: ${line}`));
  });

  it("reads bullets of all kinds, and numbers only as a series", () => {
    expect(
      outline("  • eins\n– zwei\n* drei\n\n1. Erstens\n2) Zweitens\n\n7. Verfahren\n\nDer 1. Platz ging an Talheim."),
    ).toEqual([
      "item: eins",
      "item: zwei",
      "item: drei",
      "item: Erstens",
      "item: Zweitens",
      "title: 7. Verfahren",
      "paragraph: Der 1. Platz ging an Talheim.",
    ]);
  });

  it("sets the place and date before a first sentence apart", () => {
    expect(
      outline("Neues Zentrum\n\nTalheim, 1. März 2024 – Die Klinik Talheim baut ein neues Zentrum für Kinder."),
    ).toEqual([
      "title: Neues Zentrum",
      "dateline: Talheim, 1. März 2024 –",
      "paragraph: Die Klinik Talheim baut ein neues Zentrum für Kinder.",
    ]);
  });

  it("prefers a title that fits the text to a kicker and to a translation", () => {
    const text =
      "Medicine\nTalheim hospital opens a centre\n\nKlinik Talheim eröffnet ein Zentrum für Kinder\n\nDie Klinik Talheim eröffnet im Mai ein Zentrum, in dem Kinder aus dem ganzen Landkreis und ihre Eltern behandelt und beraten werden.";
    expect(outline(text)[2]).toBe("title: Klinik Talheim eröffnet ein Zentrum für Kinder");
  });

  it("takes addresses, web links and lead-ins for paragraphs", () => {
    expect(outline("Das Zentrum ist offen.\n\nwww.talheim.example\nTel. 0123 4567890\nDie Ziele sind:")).toEqual([
      "paragraph: Das Zentrum ist offen.",
      "paragraph: www.talheim.example",
      "paragraph: Tel. 0123 4567890",
      "paragraph: Die Ziele sind:",
    ]);
  });

  it("takes several short lines below each other for a list, and the line above a text for its heading", () => {
    const text =
      "Das Zentrum ist offen.\n\nKlinik Talheim\nHaus Nord\nErster Stock\nZimmer acht\n\nAnfahrt\nDer Bus hält am Haus.";
    expect(parseText(text).blocks.map(({ kind }) => kind)).toEqual([
      ...Array(5).fill("paragraph"),
      "heading",
      "paragraph",
    ]);
  });

  it("reads thousands of short lines", () => {
    expect(parseText("Kurze Zeile\n".repeat(20_000)).blocks).toHaveLength(20_000);
  });

  it("gives trimmed blocks in order that cover everything but white space and bullets", () => {
    const line = fc.oneof(
      fc.string(),
      fc.lorem({ maxCount: 12 }),
      fc.constantFrom("", "  ", "- x", "1. a", "2. b", "Talheim, 1. Mai 2024 – Text folgt", "© X"),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        let end = 0;
        for (const block of parseText(text).blocks) {
          const content = text.slice(block.start, block.end);
          expect(content).not.toBe("");
          expect(content.trim()).toBe(content);
          expect(text.slice(end, block.start)).toMatch(/^[\s•●▪‣◦∙·*–—\d.)-]*$/u);
          end = block.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
    );
  });
});
