import { describe, expect, it } from "vitest";
import { findPublishing, readAsking } from "./question-kind.js";
import type { AnswerKind } from "./steps.js";

const ASKED: Readonly<Record<AnswerKind, readonly string[]>> = {
  person: [
    "Wer leitet das Herzzentrum?",
    "Und wer hat den Vertrag unterschrieben?",
    "Mit wem arbeitet das Herzzentrum?",
    "Von wem wurde das Labor bezahlt?",
    "Wie heißt die Direktorin des Instituts?",
    "Wie lautet der Name des Direktors?",
    "Welche Ärztin leitet die Studie?",
    "Nenne den Direktor des Instituts.",
    "Wer ist der Direktor des Instituts?",
    "Wer ist CEO von Nordtal Health?",
    "Who signed it?",
    "With whom do they work?",
    "Who is the head of radiology?",
    "What is the name of the medical director?",
    "Which professor runs the study?",
    "At Nordtal, who is in charge?",
  ],
  role: [
    "Welche Rolle hat Vera Ott?",
    "In welcher Funktion arbeitet Vera Ott?",
    "Als was arbeitet Vera Ott?",
    "Was ist Vera Ott von Beruf?",
    "Wer ist Vera Ott?",
    "Wer ist Prof. Vera Ott?",
    "What is Vera Ott's role at the hospital?",
    "What position does Vera Ott hold?",
    "What is the job of Vera Ott?",
    "Who is Vera Ott?",
    "Who's Dr. Ott?",
  ],
  date: [
    "Wann beginnt die Studie?",
    "Seit wann arbeiten sie zusammen?",
    "In welchem Jahr wurde das Labor eröffnet?",
    "An welchem Tag wurde das Labor eröffnet?",
    "Was ist das Datum der Eröffnung?",
    "Since when have they worked together?",
    "When was it opened?",
    "And when did it start?",
    "What year was the centre founded?",
    "What is the date of the opening?",
  ],
  duration: [
    "Wie lange läuft der Vertrag?",
    "Seit wie vielen Jahren arbeiten sie zusammen?",
    "Wie alt ist das Institut?",
    "How long does it take?",
    "For how many years have they worked together?",
  ],
  place: [
    "Wo liegt die Klinik?",
    "Woher kommen die Patienten?",
    "In welcher Stadt liegt die Klinik?",
    "An welchem Ort wird gebaut?",
    "In which city is the hospital?",
    "Where is it?",
    "In which country do they work?",
  ],
  number: [
    "Wie viele Betten hat die Klinik?",
    "Wieviele Menschen arbeiten dort?",
    "Wie groß ist die Belegschaft der Klinik?",
    "Wie hoch ist die Mitarbeiterzahl?",
    "Wie hoch ist die Zahl der Betten?",
    "How many beds are there?",
    "What is the number of beds?",
    "How large is the staff?",
  ],
  amount: [
    "Wie hoch war der Umsatz?",
    "Wie viel Geld gibt das Land?",
    "Was kostet das Zentrum?",
    "Was verdient die Direktorin?",
    "Welche Summe wird investiert?",
    "Wie teuer ist das Gerät?",
    "What was the revenue in 2023?",
    "How much does it cost?",
    "What does the centre cost?",
    "How much money do they invest?",
  ],
  percent: [
    "Wie viel Prozent der Fälle sind vermeidbar?",
    "Welcher Anteil der Fälle ist vermeidbar?",
    "Wie hoch ist der Anteil der Frauen?",
    "What share of cases is preventable?",
    "What percentage of the cases is it?",
  ],
  reason: [
    "Warum arbeiten sie zusammen?",
    "Weshalb wird gebaut?",
    "Aus welchem Grund wird gebaut?",
    "Mit welchem Ziel arbeiten sie zusammen?",
    "Was ist der Grund für den Neubau?",
    "Why do they work together?",
    "What is the reason for the new building?",
  ],
  list: [
    "Welche Ziele hat die Kooperation?",
    "Was sind die Ziele?",
    "Auf welchen Gebieten arbeiten sie?",
    "Nenne die Partner des Instituts.",
    "What are the goals?",
    "Which fields do they work in?",
    "List the partners.",
    "Name all partners of the institute.",
  ],
  definition: [
    "Was ist ein Linearbeschleuniger?",
    "Was bedeutet MRT?",
    "Was versteht man unter Theranostik?",
    "Wofür steht MRT?",
    "Was macht Nordtal Health?",
    "Erkläre Theranostik.",
    "What does MRI stand for?",
    "What is meant by theranostics?",
    "What does Nordtal Health do?",
    "Define theranostics.",
  ],
  yesno: [
    "Gibt es schon Ergebnisse?",
    "Ist das Zentrum offen?",
    "Kauft Nordtal Health das Klinikum?",
    "Nutzt das Zentrum Roboter?",
    "Stimmt es, dass das Zentrum offen ist?",
    "ob das Zentrum offen ist",
    "Das Zentrum ist offen, oder?",
    "Is the centre open?",
    "Was the centre opened?",
    "Was Nordtal Health founded by doctors?",
    "Has it opened yet?",
    "Is it true that the centre is open?",
    "The centre is open, right?",
  ],
  comparison: [
    "Was unterscheidet die Kooperation mit Nordtal von der mit Südhang?",
    "Worin unterscheiden sich Nordtal und Südhang?",
    "Was haben Nordtal und Südhang gemeinsam?",
    "Vergleiche Nordtal und Südhang.",
    "Welche Unterschiede gibt es zwischen Nordtal und Südhang?",
    "Wie groß ist Nordtal im Vergleich zu Südhang?",
    "How does Nordtal differ from Südhang?",
    "What is the difference between Nordtal and Südhang?",
    "Compare Nordtal and Südhang.",
    "What do Nordtal and Südhang have in common?",
  ],
  statement: [
    "Was sagt Vera Ott über Prävention?",
    "Was betont Vera Ott?",
    "Was hält Vera Ott von der Kooperation?",
    "Was hat Vera Ott zur Kooperation gesagt?",
    "Wie äußert sich Vera Ott?",
    "Wie bewertet Vera Ott die Kooperation?",
    "Welche Meinung hat Vera Ott?",
    "Was ist laut Vera Ott eine Grundlage?",
    "What does Vera Ott say about prevention?",
    "What does Vera Ott think of the cooperation?",
    "How does Vera Ott see the cooperation?",
    "What is Vera Ott's opinion on prevention?",
    "According to Vera Ott, what matters most?",
  ],
  overview: [
    "Worum geht es in der Kooperation?",
    "Wovon handelt das Dokument?",
    "Fasse die Kooperation zusammen.",
    "Fass mir bitte die Kooperation von Nordtal und Südhang kurz zusammen",
    "Gib mir einen Überblick über die Kooperation.",
    "Erzähl mir etwas über die Kooperation.",
    "Beschreibe die Zusammenarbeit.",
    "What is the cooperation about?",
    "Tell me about the cooperation.",
    "Summarise the cooperation.",
    "Give me an overview of the cooperation.",
  ],
  plan: [
    "Was ist geplant?",
    "Was planen Nordtal und Südhang?",
    "Was haben Nordtal und Südhang vor?",
    "Was wollen Nordtal und Südhang erreichen?",
    "Welche Pläne haben Nordtal und Südhang?",
    "Was ist das Ziel der Kooperation?",
    "What is planned?",
    "What do Nordtal and Südhang intend to do?",
    "What are Nordtal and Südhang going to build?",
    "What plans do they have?",
    "What will Nordtal and Südhang do?",
    "What is the aim of the cooperation?",
  ],
  other: [
    "Erzähl mir etwas.",
    "Wie arbeiten sie zusammen?",
    "What happens when the images are processed?",
    "Nordtal Health",
    "What is the phone number of the hospital in Kiel?",
    "How does it work?",
  ],
};

const CASES = Object.entries(ASKED).flatMap(([kind, questions]) => questions.map((question) => [question, kind]));

describe("readAsking", () => {
  it.each(CASES)("%s asks for: %s", (question, kind) => expect(readAsking(question ?? "").kind).toBe(kind));

  it("says which words only ask", () => {
    const question = "In welchem Jahr wurde das Labor eröffnet?";
    const { words } = readAsking(question);
    expect(question.slice(words.start, words.end)).toBe("In welchem Jahr");
  });

  it.each(["What was the revenue in 2023?", "Wie viel Umsatz machte das Haus?", "Was wollen sie mit dem Umsatz?"])(
    "leaves what is asked for among the topic: %s",
    (question) => expect(question.slice(readAsking(question).words.end)).toMatch(/revenue|Umsatz/),
  );
});

describe("readAsking: colloquial and indirect", () => {
  it.each([
    ["In welcher Eigenschaft äußert sich Vera Ott?", "role"],
    ["What are the positions of Vera Ott?", "role"],
    ["Wer sind Vera Ott?", "role"],
    ["In what capacity does Vera Ott speak?", "role"],
    ["Von wem stammt das Foto?", "person"],
    ["Who's the top boss of Nordtal Health?", "person"],
    ["Which executive runs Nordtal Health?", "person"],
    ["Was ist Nordtal Health für eine Firma?", "definition"],
    ["What do Nordtal and Südhang mean by theranostics?", "definition"],
    ["Was verstehen Nordtal und Südhang unter Theranostik?", "definition"],
    ["Give me the gist of the story about Nordtal.", "overview"],
    ["Bring me up to speed on the Nordtal cooperation.", "overview"],
    ["Das Wichtigste zur Kooperation von Nordtal und Südhang", "overview"],
    ["What's the story with Nordtal and Südhang?", "overview"],
    ["What are Nordtal and Südhang up to?", "overview"],
    ["Was haben die Patienten davon, wenn man Vera Ott glaubt?", "statement"],
    ["Was bringt das, Vera Ott zufolge?", "statement"],
    ["If Vera Ott is to be believed, what matters most?", "statement"],
    ["How did Vera Ott describe the step into the partnership?", "statement"],
    ["What was the headcount of Nordtal Health?", "number"],
    ["Wie lautete die Mitarbeiterzahl von Nordtal Health?", "number"],
    ["Was macht Vera Ott eigentlich?", "role"],
    ["What does Vera Ott do at Nordtal?", "role"],
    ["Wofür ist Vera Ott zuständig?", "role"],
    ["was Theranostik eigentlich ist?", "definition"],
    ["Was soll denn ein digitaler Zwilling sein?", "definition"],
    ["Nordtal Health is listed, isn't it?", "yesno"],
    ["They work together, don't they?", "yesno"],
    ["Das Zentrum ist offen, gell?", "yesno"],
  ])("%s asks for: %s", (question, kind) => expect(readAsking(question).kind).toBe(kind));
});

describe("findPublishing", () => {
  it.each(["Wann wurde das bekannt gegeben?", "When was it announced?", "Wann wurde die Meldung veröffentlicht?"])(
    "%s asks for the date of a document",
    (question) => {
      expect(findPublishing(question)).not.toBeNull();
    },
  );

  it("knows that an opening is no announcement", () => {
    expect(findPublishing("Wann wurde das Labor eröffnet?")).toBeNull();
  });
});
