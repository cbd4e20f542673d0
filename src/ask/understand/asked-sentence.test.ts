import { describe, expect, it } from "vitest";
import { understand } from "../understand.js";
import { findAsked } from "./asked-sentence.js";

describe("findAsked", () => {
  it.each([
    [
      "We make valves. Which suppliers did Nordtal Health choose? Names please.",
      "Which suppliers did Nordtal Health choose?",
    ],
    ["Which fields does the Nordtal deal cover? I count four.", "Which fields does the Nordtal deal cover?"],
    ["Wir planen eine Reise. Wo sitzt Nordtal Health? Bitte nur den Ort.", "Wo sitzt Nordtal Health?"],
    ["what on earth is theranostics?? never heard the word", "what on earth is theranostics??"],
    ["Who is the director of Nordtal Hospital? Can anyone help?", "Who is the director of Nordtal Hospital?"],
    [
      "Ich habe Dr. Vera Ott getroffen. Wann wurde das Klinikum Nordtal gebaut?",
      "Wann wurde das Klinikum Nordtal gebaut?",
    ],
    ["Für die Akten: Wer leitet das Klinikum Nordtal?", "Wer leitet das Klinikum Nordtal?"],
    [
      "My editor wants two lines on what Nordtal and Südhang are up to. Could you sum it up?",
      "Summary of what Nordtal and Südhang are up to",
    ],
    [
      "Ich habe viel über das Projekt von Nordtal und Südhang gelesen. Kannst du das kurz zusammenfassen?",
      "Überblick über das Projekt von Nordtal und Südhang gelesen",
    ],
    ["Nordtal Health – was machen die so, was ist das für eine Firma?", "was ist Nordtal Health für eine Firma?"],
    ["UKN - what's that short for?", "what's UKN short for?"],
    ["Vera Ott, was macht die eigentlich?", "was macht Vera Ott eigentlich?"],
  ])("%s", (question, asked) => expect(findAsked(question).asked).toBe(asked));

  it.each([
    "Wer leitet das Klinikum Nordtal?",
    "Who is Dr. Vera Ott?",
    "Who is the director? Of Nordtal Hospital, I mean.",
    "Nordtal Health Umsatz 2024",
    "Erzähl mir etwas über Nordtal Health.",
    "Was sagt Vera Ott darüber, was die KI kann?",
    "Laut Vera Ott: was ermöglichen die neuen Strukturen?",
  ])("leaves alone what is one question: %s", (question) =>
    expect(findAsked(question)).toEqual({ asked: question, before: "" }),
  );

  it("keeps two questions that stand side by side", () => {
    const question = "Wer leitet das Klinikum Nordtal? Und wo liegt das Klinikum?";
    expect(findAsked(question).asked).toBe(question);
  });
});

describe("what was told before a question", () => {
  it.each([
    ["Das Klinikum Nordtal ist groß. Wie viele Betten hat es?", "Wie viele Betten hat Klinikum Nordtal?"],
    [
      "I have to check one fact about Nordtal Hospital. Who heads their radiology?",
      "Who heads Nordtal Hospital's radiology?",
    ],
    ["Did Nordtal Health grow? Please show its revenue for 2024.", "How high is Nordtal Health's revenue for 2024."],
    [
      "I want to interview the chief executive of Nordtal Health. Who is that?",
      "Who is chief executive of Nordtal Health?",
    ],
    [
      "Wir schreiben dem Geschäftsführer von Nordtal Health. Wie heißt er?",
      "Wer ist Geschäftsführer von Nordtal Health?",
    ],
  ])("says whom it means: %s", (question, standalone) => expect(understand({ question }).standalone).toBe(standalone));

  it.each([
    ["I am writing about cardiology. In plain words, what does Nordtal Health do?", ["Nordtal", "Health"]],
    ["Our professor praised stents. How many beds does Nordtal Hospital have?", ["beds", "Nordtal", "Hospital"]],
    [
      "Wir stellen Nadeln her. Wer leitet die Radiologie im Klinikum Nordtal? Danke!",
      ["leitet", "Radiologie", "Klinikum", "Nordtal"],
    ],
  ])("is no topic: %s", (question, surfaces) =>
    expect(understand({ question }).terms.map(({ surface }) => surface)).toEqual(surfaces),
  );
});
