import { describe, expect, it } from "vitest";
import { indirectly } from "./phrases-asked.js";

describe("indirectly", () => {
  it.each([
    ["Wie viele Betten hat das Klinikum Nordtal?", "wie viele Betten das Klinikum Nordtal hat"],
    ["Wer leitet das Zentrum West?", "wer das Zentrum West leitet"],
    ["Wer ist der Finanzvorstand des Zentrums Nord?", "wer der Finanzvorstand des Zentrums Nord ist"],
    ["Wann wurde die Klinik gegründet?", "wann die Klinik gegründet wurde"],
    ["Seit wann arbeiten sie zusammen?", "seit wann sie zusammenarbeiten"],
    ["Wie hoch war der Gewinn im Jahr 2023?", "wie hoch der Gewinn im Jahr 2023 war"],
    ["Welche Software setzt Nordtal dort ein?", "welche Software Nordtal dort einsetzt"],
    ["Was kostet eine Behandlung am Zentrum?", "was eine Behandlung am Zentrum kostet"],
    ["Und wo liegt die Klinik?", "wo die Klinik liegt"],
  ])("turns %s", (question, clause) => expect(indirectly(question, "de")).toBe(clause));

  it.each([
    ["How many beds does Nordtal Hospital have?", "how many beds Nordtal Hospital has"],
    ["Who leads the centre?", "who leads the centre"],
    ["Who is the CEO of Nordtal?", "who is the CEO of Nordtal"],
    ["When was the hospital founded?", "when the hospital was founded"],
    ["When will the new centre open?", "when the new centre will open"],
    ["Where is Nordtal Hospital located?", "where Nordtal Hospital is located"],
    ["How high was the profit of Nordtal?", "how high the profit of Nordtal was"],
  ])("turns %s", (question, clause) => expect(indirectly(question, "en")).toBe(clause));

  it.each([
    ["Ist das Zentrum offen?", "de"],
    ["Wer leitet, seit es offen ist, das Zentrum?", "de"],
    ["Umsatz Nordtal 2023", "de"],
    ["Which software does Nordtal use in its centre?", "en"],
    ["When did they announce it?", "en"],
    [`Wo liegt ${"x".repeat(200)}?`, "de"],
  ] as const)("leaves %s alone", (question, language) => expect(indirectly(question, language)).toBeNull());
});
