import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../contracts/document.js";
import { conceptsOf } from "./glossary.js";
import { analyseWords } from "./words.js";

function concepts(text: string, language: Language | null): string[] {
  return conceptsOf(analyseWords(text, language), language).map(({ concept }) => concept);
}

function meet(german: string, english: string): boolean {
  const found = new Set(concepts(german, "de"));
  return concepts(english, "en").some((concept) => found.has(concept));
}

describe("conceptsOf: across languages", () => {
  it.each([
    ["Mitarbeiterinnen", "staff"],
    ["Beschäftigten", "employees"],
    ["künstlicher Intelligenz", "AI"],
    ["KI-gestützte", "artificial intelligence"],
    ["Gesundheitswesen", "healthcare"],
    ["unterzeichneten", "signing"],
    ["gegründet", "founded"],
    ["Gründungsjahr", "established"],
    ["leitete", "led"],
    ["Krebs", "oncology"],
    ["onkologisch", "tumour"],
    ["Kernspintomografie", "magnetic resonance imaging"],
    ["Computertomographie", "CT scanner"],
    ["des Klinikums", "hospitals"],
    ["Universitätskliniken", "university hospital"],
    ["Ärztliche Direktorin", "medical director"],
    ["Vorstandsvorsitzende", "chief executive officer"],
    ["Vorsitzender des Vorstands", "CEO"],
    ["Geschäftsführerin", "managing director"],
    ["Pressesprecherin", "spokeswoman"],
    ["Umsatzerlöse", "sales"],
    ["Geschäftsjahres", "fiscal year"],
    ["Fördermittel", "grants"],
    ["Laufzeit", "duration"],
    ["begann", "started"],
    ["gemeinsame", "joint"],
    ["Absichtserklärung", "memorandum of understanding"],
    ["München", "Munich"],
    ["Niedersachsen", "Lower Saxony"],
    ["Vereinigten Staaten", "U.S."],
    ["US-amerikanisches", "American"],
    ["deutschen", "Germany"],
    ["Datenschutz", "privacy"],
    ["Schlaganfälle", "stroke"],
    ["Fachkräftemangel", "staff shortages"],
    ["gemeinnützige", "charitable"],
    ["rund", "nearly"],
    ["in der Nähe", "near"],
    ["Chef", "chief executive"],
    ["Chefin", "director"],
    ["an der Spitze des Vorstands", "chairman of the executive board"],
    ["Personalstärke", "headcount"],
    ["Gehaltsliste", "payroll"],
    ["Börsenkürzel", "ticker symbol"],
    ["gelistet", "publicly traded"],
    ["publik gemacht", "went public with"],
    ["gemeinsame Sache", "team up"],
    ["hinzukommen", "is being added"],
    ["ausdehnen", "extension"],
    ["im Sinn", "have in mind"],
    ["Strahlenonkologie", "radiotherapy"],
    ["Vorbeugung", "prophylaxis"],
    ["Todesursache", "number one killer"],
    ["Herzerkrankung", "cardiac"],
    ["Region Amerika", "the Americas"],
    ["Internetadresse", "homepage"],
    ["Bildnachweis", "photo credit"],
    ["Titel", "award"],
    ["Förderprogramm", "funding programme"],
    ["Nutzen", "benefits"],
    ["besteht aus", "is made up of"],
    ["vorwiegend", "primarily"],
    ["verteilt", "spread over"],
  ])("%s meets %s", (german, english) => expect(meet(german, english)).toBe(true));

  it.each([
    ["Umsatz", "profit"],
    ["Gewinn", "budget"],
    ["Investition", "revenue"],
    ["Spende", "funding"],
    ["Mitarbeiter", "patients"],
    ["Studierende", "employees"],
    ["Direktor", "managing director"],
    ["Geschäftsführer", "chairman"],
    ["Leiter", "director"],
    ["Leukämie", "cancer"],
    ["gegründet", "started"],
    ["unterzeichnet", "founded"],
    ["Vertrag", "collaboration"],
    ["Forscher", "research"],
    ["Forderungen", "funding"],
    ["Geschäftsjahr", "year"],
    ["Österreich", "Australia"],
    ["Krankenhaus", "nursing home"],
    ["rund", "near"],
    ["Charité", "charity"],
    ["gemeinnützig", "Charité"],
    ["Aktie", "shares its goals"],
    ["Chef", "head of the department"],
    ["Amerikaner", "the Americas"],
    ["früher", "early"],
    ["Vertrag", "according to"],
  ])("%s does not meet %s", (german, english) => expect(meet(german, english)).toBe(false));

  it("finds English terms in a German text", () => {
    expect(concepts("Der Chief Executive Officer lobt das Joint Venture und seinen Outcome.", "de")).toEqual(
      expect.arrayContaining(["chief_executive", "joint_venture", "outcome"]),
    );
  });
});

describe("conceptsOf: words", () => {
  it("takes the longest term, and says where it stands", () => {
    const [hit, ...others] = conceptsOf(analyseWords("the new managing director", "en"), "en").slice(1);
    expect(hit).toEqual({ concept: "managing_director", broader: "leadership", first: 2, last: 3, partial: false });
    expect(others).toEqual([]);
  });

  it("tells the pronoun from the country, and the question word from the organisation", () => {
    expect(concepts("Who tells us about it?", "en")).toEqual([]);
    expect(concepts("The WHO and the US bought new IT.", "en")).toEqual(
      expect.arrayContaining(["world_health_organization", "united_states", "information_technology"]),
    );
  });

  it("reads the parts of a hyphenated name, and a known hyphenated word as a whole", () => {
    expect(concepts("Muster-Klinikum", "de")).toEqual(["hospital"]);
    expect(concepts("E-Mail", "de")).toEqual(["e_mail"]);
  });

  it("marks what only a part of a compound means", () => {
    const hits = conceptsOf(analyseWords("Die Kooperationsverträge des Krebszentrums", "de"), "de");
    expect(hits.map(({ concept, partial }) => [concept, partial])).toEqual([
      ["collaboration", true],
      ["agreement", true],
      ["cancer", true],
      ["center", true],
    ]);
  });

  it("does not look for compounds in English", () => {
    expect(concepts("personalization, television and eventually", "en")).toEqual([]);
  });

  it("tells the language from the function words where none is given", () => {
    const words = analyseWords("They tell us of an island and a red patent.", "en");
    expect(conceptsOf(words)).toEqual(conceptsOf(words, "en"));
    expect(conceptsOf(words).map(({ concept }) => concept)).toEqual(["patent"]);
  });

  it("finds base forms in a text whose language is unknown", () => {
    expect(concepts("Klinikum hospital", null)).toEqual(["hospital", "hospital"]);
  });

  it("takes any text, and gives ordered places inside the words", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Kooperationsvertrag", "managing director", "-", " ", "KI-", "’s", "US", "\u00ad", "für", "the"),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom("de", "en", null), (pieces, language) => {
        const words = analyseWords(pieces.join(""), language);
        let at = 0;
        for (const { first, last } of conceptsOf(words, language)) {
          expect(first).toBeGreaterThanOrEqual(at);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThan(words.length);
          at = first;
        }
      }),
    );
    expect(conceptsOf([])).toEqual([]);
  });
});
