import { describe, expect, it } from "vitest";
import { findPublishing, readAsking } from "./question-kind.js";

describe("readAsking", () => {
  it.each([
    ["Wer leitet das Herzzentrum?", "person"],
    ["Und wer hat den Vertrag unterschrieben?", "person"],
    ["Who signed it?", "person"],
    ["Wie heißt die Direktorin des Instituts?", "person"],
    ["Welche Rolle hat Vera Ott?", "role"],
    ["What is Vera Ott's role at the hospital?", "role"],
    ["Wann beginnt die Studie?", "date"],
    ["In welchem Jahr wurde das Labor eröffnet?", "date"],
    ["Since when have they worked together?", "date"],
    ["Wie lange läuft der Vertrag?", "duration"],
    ["How long does it take?", "duration"],
    ["Wo liegt die Klinik?", "place"],
    ["In which city is the hospital?", "place"],
    ["Wie viele Betten hat die Klinik?", "number"],
    ["How many beds are there?", "number"],
    ["Wie hoch war der Umsatz?", "amount"],
    ["What was the revenue in 2023?", "amount"],
    ["Wie viel Prozent der Fälle sind vermeidbar?", "percent"],
    ["What share of cases is preventable?", "percent"],
    ["Warum arbeiten sie zusammen?", "reason"],
    ["Welche Ziele hat die Kooperation?", "list"],
    ["Was sind die Ziele?", "list"],
    ["Was ist ein Linearbeschleuniger?", "definition"],
    ["What does MRI stand for?", "definition"],
    ["Gibt es schon Ergebnisse?", "yesno"],
    ["Is the centre open?", "yesno"],
    ["Was the centre opened?", "yesno"],
    ["Was verdient die Direktorin?", "other"],
    ["Wie groß ist die Belegschaft der Klinik?", "number"],
    ["Erzähl mir etwas.", "other"],
  ])("%s asks for a %s", (question, kind) => {
    expect(readAsking(question).kind).toBe(kind);
  });

  it("says which words only ask", () => {
    const question = "In welchem Jahr wurde das Labor eröffnet?";
    const { words } = readAsking(question);
    expect(question.slice(words.start, words.end)).toBe("In welchem Jahr");
  });

  it("leaves what is asked for among the topic", () => {
    const question = "What was the revenue in 2023?";
    expect(question.slice(readAsking(question).words.end)).toContain("revenue");
  });
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
