import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOtherLanguage, readFamiliarity } from "./other-language.js";

const nothing = () => false;
const everything = () => true;

describe("isOtherLanguage", () => {
  it.each([
    "Quel est le budget de la clinique ?",
    "Qui est Vera Ott ?",
    "Vera Ott prix de l'hôpital",
    "¿Cuántas camas tiene la clínica Muster?",
    "Quem fundou a clínica Muster?",
    "Chi dirige la clinica Muster?",
    "Hoeveel bedden heeft het ziekenhuis Muster?",
    "Wat kost de behandeling bij Muster Health?",
    "Hvor mange senge har Muster Health?",
    "Vad kostar behandlingen hos Muster Health?",
    "Ile łóżek ma szpital Muster?",
    "Kolik lůžek má nemocnice Muster?",
    "Muster hastanesinin kaç yatağı var?",
    "Câte paturi are spitalul Muster?",
    "Сколько коек в клинике Muster Health?",
    "Muster Health 有多少张病床？",
    "كم سريرا في مستشفى Muster Health؟",
  ])("knows by the words alone: %s", (question) => {
    expect(isOtherLanguage(readFamiliarity(question), nothing)).toBe(true);
    expect(isOtherLanguage(readFamiliarity(question.normalize("NFD")), nothing)).toBe(true);
    expect(isOtherLanguage(readFamiliarity(question.toUpperCase()), nothing)).toBe(true);
  });

  it.each([
    "Charité",
    "charité",
    "WTZ",
    "Łódź",
    "Vertragsdauer Musterhausen",
    "Radiopharmazeutika Linearbeschleuniger",
    "muster health umsatz",
    "Wie lautet der Wahlspruch der Musterklinik?",
    "Welche Alphastrahler verwendet man dort?",
    "Wei vile Beten hat die Klinik Muster?",
    "How many bedds does the Muster clinc have?",
    "Whose brainchild was it?",
    "Wer is the director von Muster Health?",
    "Was heißt „c'est la vie“ auf Deutsch?",
    "Who wrote “À la recherche du temps perdu”?",
    "Was ist β-Amyloid?",
    "Kommt Škoda nach Łódź?",
    "WIE VIELE BETTEN HAT DIE KLINIK?",
    "2025",
    "?",
    "",
  ])("takes for German or English: %s", (question) => {
    expect(isOtherLanguage(readFamiliarity(question), nothing)).toBe(false);
  });

  it("is not swayed by rare words that a document holds", () => {
    const query = readFamiliarity("Sezary phototherapy extracorporeal dosimetry");
    expect(isOtherLanguage(query, nothing)).toBe(true);
    expect(isOtherLanguage(query, (stems) => stems.includes("dosimetri") || stems.includes("sezari"))).toBe(false);
  });

  it("knows a foreign function word although a document holds it", () => {
    expect(isOtherLanguage(readFamiliarity("Quel est le budget ?"), everything)).toBe(true);
  });

  it("takes any text, and one whose every word stands in documents for German or English", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const familiarity = readFamiliarity(text);
        const isMarked = familiarity.unfamiliar.some(({ foreign }) => foreign);
        expect(isOtherLanguage(familiarity, everything) && !isMarked).toBe(false);
      }),
    );
  });
});

describe("readFamiliarity", () => {
  it("counts words outside of names and quantities, a hyphenated one once", () => {
    const { familiar, unfamiliar } = readFamiliarity(
      "Wann begann die KI-gestützte Kleckselei von Vera Ott, am 9. März 2026?",
    );
    expect(familiar).toBe(6);
    expect(unfamiliar.map(({ stems }) => stems)).toEqual([["kleckselei"]]);
  });
});
