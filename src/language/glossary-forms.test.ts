import { describe, expect, it } from "vitest";
import { formsOf } from "./glossary-forms.js";

describe("formsOf", () => {
  it.each([
    ["gründen", "gründet", "gründete", "gegründet"],
    ["arbeiten", "arbeitet", "arbeitete", "gearbeitet"],
    ["unterzeichnen", "unterzeichnet", "unterzeichnete"],
    ["kooperieren", "kooperiert", "kooperierte"],
    ["steigern", "steigert", "steigerte", "gesteigert"],
    ["entwickeln", "entwickelt", "entwickelte"],
    ["ablehnen", "ablehnt", "abgelehnt", "abzulehnen"],
    ["zusammenarbeiten", "zusammenarbeitet", "zusammengearbeitet", "zusammenzuarbeiten"],
  ])("gives the regular forms of the verb %s", (verb, ...expected) => {
    expect(formsOf(verb, "de").forms).toEqual(expect.arrayContaining([verb, ...expected]));
  });

  it("gives both genders of a person", () => {
    expect(formsOf("Direktor/in", "de").forms).toEqual(["Direktor", "Direktorin"]);
    expect(formsOf("Kollege/in", "de").forms).toEqual(["Kollege", "Kollegin"]);
  });

  it("leaves nouns, adjectives, terms of several words and English verbs as they are", () => {
    for (const term of ["Daten", "gemeinsam", "Letter of Intent"]) expect(formsOf(term, "de").forms).toEqual([term]);
    expect(formsOf("broaden", "en").forms).toEqual(["broaden"]);
  });

  it("spells out every form of an exact term, since no stem will find them", () => {
    expect(formsOf("=Nutzer/in", "de")).toMatchObject({ exact: true });
    expect(formsOf("=Nutzer/in", "de").forms).toEqual(
      expect.arrayContaining(["Nutzer", "Nutzers", "Nutzern", "Nutzerin", "Nutzerinnen"]),
    );
    expect(formsOf("=Radiologe/in", "de").forms).toEqual(
      expect.arrayContaining(["Radiologe", "Radiologen", "Radiologin", "Radiologinnen"]),
    );
    expect(formsOf("=wirtschaftlich", "de").forms).toContain("wirtschaftlichen");
    expect(formsOf("=researcher", "en").forms).toEqual(["researcher"]);
  });
});
