import { describe, expect, it } from "vitest";
import { candidateOf } from "../../../tests/fakes/candidates.js";
import type { Document, Language } from "../../contracts/document.js";
import { viewsOf } from "../sentence-views.js";
import { candidatesOf } from "./candidates.js";

/** The questions that a document of this text suggests. */
function questions(text: string, language: Language, about: Partial<Document> = {}): string[] {
  const { document, passage } = candidateOf(text, { language: "de", title: null, publishedAt: null, ...about });
  const sources = viewsOf(passage, document).map((view) => ({ view, passage }));
  return candidatesOf(document, sources, language).map(({ question }) => question);
}

const EN = { language: "en" } as const;
const PARTIES = { partners: ["Klinikum Lindental", "Optimara AG"] };

describe("the questions that a document suggests", () => {
  it.each<readonly [text: string, language: Language, about: Partial<Document>, expected: string]>([
    [
      "Vera Talmann ist die Direktorin des Klinikums Lindental.",
      "de",
      PARTIES,
      "Wer ist die Direktorin des Klinikums Lindental?",
    ],
    ["Geschäftsführer der Optimara AG ist Peter Seebach.", "de", PARTIES, "Wer ist Geschäftsführer der Optimara AG?"],
    [
      "„Das ist gut“, sagte Peter Seebach, Leiter der Abteilung für Radiologie bei Optimara AG und Professor in Seefurt.",
      "de",
      PARTIES,
      "Wer ist Leiter der Abteilung für Radiologie bei Optimara AG?",
    ],
    ["Dr. Peter Seebach is the CEO of Optimara AG.", "en", { ...EN, ...PARTIES }, "Who is the CEO of Optimara AG?"],
    ["Vera Talmann ist die Direktorin des Klinikums Lindental.", "en", PARTIES, "Who is Vera Talmann?"],
    ["Vera Talmann ist die Direktorin.", "de", PARTIES, "Wer ist Vera Talmann?"],
  ])("ask who somebody is: %s (%s)", (text, language, about, expected) => {
    expect(questions(text, language, about)).toContain(expected);
  });

  it.each<readonly [text: string, language: Language, about: Partial<Document>, expected: string]>([
    [
      "Im Geschäftsjahr 2024 beschäftigte die Optimara AG rund 9.500 Menschen.",
      "de",
      { partners: ["Klinikum Lindental", "Optimara AG"] },
      "Wie viele Menschen beschäftigte die Optimara AG im Geschäftsjahr 2024?",
    ],
    [
      "Im Geschäftsjahr 2024 hatte Optimara AG rund 9.500 Beschäftigte und einen Umsatz von 2,5 Milliarden Euro.",
      "en",
      PARTIES,
      "How much revenue did Optimara AG generate in fiscal year 2024?",
    ],
    [
      "Optimara AG is active in 40 countries.",
      "de",
      { ...EN, ...PARTIES },
      "In wie vielen Ländern ist Optimara AG aktiv?",
    ],
    ["Das Klinikum Lindental hat rund 1.200 Betten.", "de", PARTIES, "Wie viele Betten hat das Klinikum Lindental?"],
    ["Optimara AG has four campuses.", "en", { ...EN, ...PARTIES }, "How many campuses does Optimara AG have?"],
    ["Das Klinikum Lindental umfasst 17 Zentren.", "de", PARTIES, "Wie viele Zentren umfasst das Klinikum Lindental?"],
  ])("ask for a figure, with its year: %s (%s)", (text, language, about, expected) => {
    expect(questions(text, language, about)).toContain(expected);
  });

  it.each<readonly [text: string, language: Language, about: Partial<Document>, expected: string]>([
    ["Theranostik ist ein Ansatz der Krebsmedizin.", "de", {}, "Was ist Theranostik?"],
    ["A digital twin is a digital copy of a person.", "en", EN, "What is a digital twin?"],
    ["Das Klinikum Lindental ist ein Krankenhaus im Norden.", "de", PARTIES, "Was ist das Klinikum Lindental?"],
    ["Das Klinikum Lindental ist ein Krankenhaus im Norden.", "en", PARTIES, "What is Klinikum Lindental?"],
    ["Die Abkürzung KLT steht für Klinikum Lindental.", "de", PARTIES, "Wofür steht die Abkürzung KLT?"],
    ["Das Klinikum Lindental (KLT) wächst.", "en", PARTIES, "What does the abbreviation KLT stand for?"],
  ])("ask what something is: %s (%s)", (text, language, about, expected) => {
    expect(questions(text, language, about)).toContain(expected);
  });

  it.each([
    ["Die Einrichtung ist ein innovativer Partner.", "de"],
    ["Dies ist ein wichtiger Schritt.", "de"],
    ["Es ist ein wichtiger Schritt.", "de"],
    ["The company is a global provider.", "en"],
    ["This is a forward-looking step.", "en"],
  ] as const)("do not ask what somebody else means: %s", (text, language) => {
    expect(questions(text, language, { language })).toEqual([]);
  });

  it("ask nothing in words of the other language", () => {
    expect(questions("Theranostik ist ein Ansatz der Krebsmedizin.", "en")).toEqual([]);
    expect(questions("A digital twin is a digital copy of a person.", "de", EN)).toEqual([]);
  });

  it("do not ask for a part of what is counted", () => {
    expect(
      questions("Optimara AG comprises more than 100 clinics and institutes.", "en", { ...EN, ...PARTIES }),
    ).toEqual([]);
  });

  const COLLABORATION =
    "Das Klinikum Lindental und die Optimara AG haben am 3. März 2025 eine Zusammenarbeit bekannt gegeben. " +
    "Das Klinikum Lindental und die Optimara AG wollen ein Zentrum aufbauen. " +
    "Seit 20 Jahren arbeiten das Klinikum Lindental und die Optimara AG in der Forschung zusammen. " +
    "Vera Talmann sagt, dass die Zusammenarbeit wichtig ist.";

  it("ask about the collaboration, with articles that fit", () => {
    expect(questions(COLLABORATION, "de", { ...PARTIES, publishedAt: "2025-03-03" })).toEqual([
      "Worum geht es in der Zusammenarbeit von Klinikum Lindental und Optimara AG?",
      "Was planen das Klinikum Lindental und die Optimara AG?",
      "Was sagt Vera Talmann über die Zusammenarbeit?",
      "Wann wurde die Zusammenarbeit von Klinikum Lindental und Optimara AG bekannt gegeben?",
      "Seit wann arbeiten das Klinikum Lindental und die Optimara AG zusammen?",
    ]);
    expect(questions(COLLABORATION, "en", { ...PARTIES, publishedAt: "2025-03-03" })).toEqual([
      "What is the collaboration between Klinikum Lindental and Optimara AG about?",
      "What do Klinikum Lindental and Optimara AG plan to do?",
      "What does Vera Talmann say about the collaboration?",
      "When was the collaboration between Klinikum Lindental and Optimara AG announced?",
      "Since when have Klinikum Lindental and Optimara AG worked together?",
    ]);
  });

  it("find the parties in the text where the metadata do not name them", () => {
    expect(questions(COLLABORATION, "de")).toContain("Was planen das Klinikum Lindental und die Optimara AG?");
  });

  it("do not ask for a date of announcement that the text does not hold", () => {
    expect(questions(COLLABORATION, "de", { ...PARTIES, publishedAt: "2024-01-01" }).join()).not.toContain("Wann");
  });

  it("give a name no article that it seldom has", () => {
    const text =
      "Optimara AG wächst. Optimara AG baut. Es ist ein Bericht, den die Optimara AG schrieb. Optimara AG hat 120 Betten.";
    expect(questions(text, "de", PARTIES)).toEqual(["Wie viele Betten hat Optimara AG?"]);
  });
});
