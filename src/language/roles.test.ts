import { describe, expect, it } from "vitest";
import { findRoles } from "./roles.js";

describe("findRoles", () => {
  it.each([
    ["Vera Ott, Leiterin der Abteilung", ["Leiterin"]],
    ["Direktor und Geschäftsführer", ["Direktor", "Geschäftsführer"]],
    ["Wer ist Vorstandsvorsitzender?", ["Vorstandsvorsitzender"]],
    ["Chefärztin und Klinikdirektorinnen", ["Chefärztin", "Klinikdirektorinnen"]],
    ["CEO, Chairman and Chief Medical Officer", ["CEO", "Chairman", "Chief Medical Officer"]],
    ["who is head of radiology, professor and vice president", ["head of", "professor", "vice president"]],
    ["Direktorin und Gescha\u0308ftsfu\u0308hrer\u2060in", ["Direktorin", "Gescha\u0308ftsfu\u0308hrer\u2060in"]],
    ["Halbleiter, Mitarbeiter, Begleiter, leadership", []],
  ])("finds the positions in: %s", (text, expected) => {
    expect(findRoles(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
