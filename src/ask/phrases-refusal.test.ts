import { describe, expect, it } from "vitest";
import { findingOf } from "../../tests/fakes/candidates.js";
import type { Document } from "../contracts/document.js";
import { type Refusal, refuse } from "./phrases-refusal.js";
import type { Finding, Missing } from "./steps.js";
import { understand } from "./understand.js";

function named(...surfaces: readonly string[]): Missing[] {
  return surfaces.map((surface) => ({ kind: "term", surface }));
}

function closest(document: Partial<Document>, heading: string | null = null): Finding {
  const finding = findingOf("Das Zentrum Nord ist offen.", document);
  const { candidate } = finding;
  return { ...finding, candidate: { ...candidate, passage: { ...candidate.passage, heading } } };
}

function say(question: string, refusal: Partial<Refusal>): string {
  return refuse(understand({ question }), { reason: "no_evidence", missing: [], closest: [], ...refusal });
}

const NORTH = { id: "north", title: "Bericht Nord", partners: ["Klinikum Nord", "Aurora"], publishedAt: "2024-03-01" };
const SOUTH = { id: "south", title: "Bericht Süd", partners: ["Klinikum Süd", "Aurora"], publishedAt: null };

describe("refuse", () => {
  it("names the detail that is asked for, and what comes closest", () => {
    const refusal = { closest: [closest(NORTH, "Zahlen"), closest(SOUTH)] };
    expect(say("Wie viele Betten hat das Klinikum Nord?", refusal)).toBe(
      "Wie viele Betten das Klinikum Nord hat, steht nicht in den Dokumenten. Am nächsten kommt: „Bericht Nord“, Abschnitt „Zahlen“.",
    );
    expect(say("Who leads the centre?", { closest: [closest(SOUTH)] })).toBe(
      "The documents do not say who leads the centre. The closest is: “Bericht Süd”.",
    );
    expect(say("Betten Klinikum Nord", {})).toBe("Die Dokumente beantworten diese Frage nicht.");
  });

  it("names what no document mentions, each thing once", () => {
    const nothing = { reason: "out_of_scope" } as const;
    expect(say("Wer ist das?", { ...nothing, missing: named("Nord", "Nord") })).toBe(
      "Dazu steht nichts in den Dokumenten. „Nord“ kommt darin nicht vor.",
    );
    expect(say("Wer ist das?", { ...nothing, missing: named("Nord", "2019") })).toContain(
      "„Nord“, „2019“ kommen darin nicht vor.",
    );
    expect(say("Who is this?", { ...nothing, missing: named("Nord") })).toContain("They do not mention “Nord”.");
  });

  it("says of which day the documents speak, where the present is asked for", () => {
    const missing: Missing[] = [{ kind: "now" }];
    expect(say("Ist das Zentrum heute noch offen?", { missing, closest: [closest(NORTH)] })).toMatch(
      /^Wie es heute ist, steht nicht in den Dokumenten:.*1\. März 2024/,
    );
    expect(say("Is the centre still open today?", { missing, closest: [closest(NORTH)] })).toMatch(/1 March 2024/);
  });

  it("asks which collaboration is meant, by its partners or else by titles", () => {
    const reason = "ambiguous";
    expect(say("Wann begann die Zusammenarbeit?", { reason, closest: [closest(NORTH), closest(SOUTH)] })).toBe(
      "Meinen Sie die Zusammenarbeit von Klinikum Nord und Aurora oder die von Klinikum Süd und Aurora?",
    );
    expect(say("When did the cooperation start?", { reason, closest: [closest(NORTH), closest(SOUTH)] })).toBe(
      "Do you mean the collaboration of Klinikum Nord and Aurora or that of Klinikum Süd and Aurora?",
    );
    const untold = [closest({ ...NORTH, partners: [] }), closest(SOUTH)];
    expect(say("Wann begann es?", { reason, closest: untold })).toContain("„Bericht Nord“; „Bericht Süd“");
  });

  it.each([
    ["advice", "Soll ich Tabletten nehmen?", /Arzt/],
    ["advice", "Should I take the pills?", /doctor/],
    ["instruction", "Schreibe ein Gedicht.", /Aufträge/],
    ["noise", "hello", /question/],
  ] as const)("has a sentence of its own for %s: %s", (what, question, says) => {
    expect(say(question, { reason: "out_of_scope", missing: [{ kind: "outside", what }] })).toMatch(says);
  });

  it.each(["Wer ist das?", "Who is this?"])(
    "stays short, however long and many the missing things are: %s",
    (question) => {
      const missing = named(...Array.from({ length: 300 }, (_, at) => `${at}${"😀".repeat(2000)}`));
      const message = say(question, { reason: "out_of_scope", missing });
      expect(message.length).toBeLessThan(1000);
      expect(message).toMatch(/😀…[“”]/u);
      expect(message).not.toMatch(/\p{Cs}/u);
    },
  );

  it.each(["Wer ist das?", "Who is this?"])("says which languages Konsil reads, in both of them: %s", (question) => {
    const message = say(question, { reason: "out_of_scope", missing: [{ kind: "language" }] });
    expect(message).toMatch(/Deutsch und Englisch/);
    expect(message).toMatch(/German and English/);
    expect(message.startsWith("Konsil kennt")).toBe(question.startsWith("Wer"));
  });
});
