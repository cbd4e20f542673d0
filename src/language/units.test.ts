import { describe, expect, it } from "vitest";
import { findUnits, namesSomeUnit } from "./units.js";

const purposes = (text: string) => findUnits(text).map(({ what }) => text.slice(what.start, what.end));

describe("a part of a house", () => {
  it.each([
    ["Wie viele Betten hat das Lungenzentrum?", ["Lungen"]],
    ["Auf den Intensivstationen der Kinderklinik", ["Intensiv", "Kinder"]],
    ["Wer leitet die Klinik für Kinderchirurgie?", ["Kinderchirurgie"]],
    ["die Klinik und Poliklinik für Urologie", ["Urologie"]],
    ["am Exzellenzzentrum für Theranostik", ["Theranostik"]],
    ["the heart centre of the house", ["heart"]],
    ["the department of radiology", ["radiology"]],
    ["a children's hospital", ["children's"]],
    ["Wie viele behandelt die Notaufnahme?", ["Not"]],
  ])("is told by what it is for: %s", (text, expected) => expect(purposes(text)).toEqual(expected));

  it.each([
    "die Universitätsklinik",
    "Wie viele Kliniken und Institute gibt es?",
    "Halden Bay Clinic",
    "the Feinberg School of Medicine",
    "How many wards of Klinikum Nordtal take part?",
    "the new centre",
    "the certified centres and participating clinics",
    "Die erste Kontaktaufnahme war 2020.",
  ])("is none where nothing says so: %s", (text) => expect(purposes(text)).toEqual([]));

  it("may be named without", () => {
    expect(namesSomeUnit("das neue Zentrum")).toBe(true);
    expect(namesSomeUnit("the laboratories of the house, a laboratory")).toBe(true);
    expect(namesSomeUnit("Wie viele Betten gibt es?")).toBe(false);
  });
});
