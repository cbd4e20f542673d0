import { describe, expect, it } from "vitest";
import { opensWithVerb } from "./opening-verb.js";

describe("opensWithVerb", () => {
  it.each([
    "Kauft Nordtal Health das Klinikum?",
    "Nutzt das Zentrum Roboter?",
    "Plant die Klinik einen Neubau?",
    "Arbeitet Dr. Vera Ott in Kiel?",
    "Arbeiten Nordtal und Südhang zusammen?",
    "Kooperieren die beiden Häuser?",
    "Fördert das Land die Studie?",
    "Entwickelte Nordtal den Roboter selbst?",
    "Läuft der Vertrag weiter?",
    "Betreibt das Land die Klinik?",
    "kauft nordtal das klinikum",
  ])("sees the verb of %s", (question) => expect(opensWithVerb(question)).toBe(true));

  it.each([
    "Standort der Klinik Nordtal?",
    "Projekt des Klinikums Nordtal?",
    "Kosten der Behandlung?",
    "Daten zur Studie Nordtal?",
    "Betten im Klinikum Nordtal?",
    "Kliniken in Berlin Mitte?",
    "Annalena Ott in Kiel?",
    "Robert Otto in Kiel?",
    "Gesundheit der Patienten heute?",
    "Wer leitet die Klinik?",
    "Ist das Zentrum offen?",
    "Kauft Nordtal?",
    "Kauft Nordtal das Klinikum, steigt der Umsatz.",
  ])("sees none in %s", (question) => expect(opensWithVerb(question)).toBe(false));
});
