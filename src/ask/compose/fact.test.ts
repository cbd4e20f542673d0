import { describe, expect, it } from "vitest";
import { findingOf } from "../../../tests/fakes/candidates.js";
import { understand } from "../understand.js";
import { factOf } from "./fact.js";

const fact = (question: string, sentence: string, language: "de" | "en" = "de"): string | null => {
  const parts = factOf(understand({ question }), findingOf(sentence, { language }));
  return parts === null ? null : parts.map(({ text }) => text).join("");
};

describe("factOf", () => {
  it("puts a date into the language of the question", () => {
    expect(fact("When did the study begin?", "Die Studie begann am 3. Mai 2024.")).toBe("On 3 May 2024.");
    expect(fact("Wann begann die Studie?", "The study began on 3 May 2024.", "en")).toBe("Am 3. Mai 2024.");
  });

  it("says since when, when that is asked", () => {
    expect(fact("Seit wann kooperiert die Klinik?", "Die Klinik kooperiert seit 2020.")).toBe("Seit 2020.");
    expect(fact("Since when has the clinic cooperated?", "Die Klinik kooperiert seit dem 3. Mai 2020.")).toBe(
      "Since 3 May 2020.",
    );
  });

  it("keeps the qualifier and the fiscal year of a figure", () => {
    const sentence = "Die Medtech Süd AG beschäftigte im Geschäftsjahr 2023 rund 12.500 Menschen.";
    expect(fact("How many people does Medtech Süd employ?", sentence)).toBe("Around 12,500 (fiscal year 2023).");
  });

  it("puts an amount into the other notation", () => {
    const sentence = "Der Umsatz der Medtech Süd AG lag bei 3,2 Milliarden Euro.";
    expect(fact("How high was the revenue of Medtech Süd?", sentence)).toBe("3.2 billion euros.");
  });

  it("names nobody whom the question names, in the other language either", () => {
    const sentence = "Das Klinikum Nordtal ist Partner des Universitätsklinikums Südhang.";
    expect(fact("Who are the partners of the Nordtal hospital?", sentence)).toBeNull();
  });

  it("names the one person, and nobody when two could be meant", () => {
    expect(fact("Wer leitet das Zentrum Nord?", "Prof. Vera Ott leitet das Zentrum Nord.")).toContain("Vera Ott");
    const two = "Prof. Vera Ott und Dr. Jan Keller leiten das Zentrum Nord.";
    expect(fact("Wer leitet das Zentrum Nord?", two)).toBeNull();
  });

  it("says nothing where two dates could be meant", () => {
    const sentence = "Die Studie begann am 3. Mai 2024 und endete am 9. Juni 2025.";
    expect(fact("Wann war die Studie?", sentence)).toBeNull();
  });

  it("takes the figure that counts what is asked for", () => {
    const sentence = "Die Klinik hat 800 Betten und 2.300 Beschäftigte.";
    expect(fact("Wie viele Beschäftigte hat die Klinik?", sentence)).toBe("2.300.");
    expect(fact("Wie viele Betten hat die Klinik?", sentence)).toBe("800.");
  });

  it.each([
    ["In welchem Jahr begann die Studie?", "Im Jahr 2024."],
    ["In which month did the study begin?", "In May 2024."],
    ["Ab wann lief die Studie, die am 3. Mai 2024 begann?", null],
  ])("is as exact as the question: %s", (question, expected) => {
    expect(fact(question, "Die Studie begann am 3. Mai 2024.")).toBe(expected);
  });

  it("says for how long when since when is asked", () => {
    const sentence = "Die Klinik kooperiert seit über 20 Jahren mit Medtech Süd.";
    expect(fact("Seit wann kooperiert die Klinik?", sentence)).toBe("Seit mehr als 20 Jahren.");
    expect(fact("Since when has the clinic cooperated?", sentence)).toBe("For more than 20 years.");
  });

  it("tells what is to come as planned, unless a plan is asked for", () => {
    const sentence = "Das Zentrum Nord soll 2027 öffnen.";
    expect(fact("Wann öffnete das Zentrum Nord?", sentence)).toBe("Im Jahr 2027 (geplant).");
    expect(fact("Wann soll das Zentrum Nord öffnen?", sentence)).toBe("Im Jahr 2027.");
    expect(fact("How many beds does Zentrum Nord have?", "Zentrum Nord is going to have 40 beds.", "en")).toBe(
      "40 (planned).",
    );
  });

  it("takes only the clause of the fact for planned", () => {
    const sentence = "The partners announced on 7 July 2025 that they will cooperate.";
    expect(fact("When did the partners announce it?", sentence, "en")).toBe("On 7 July 2025.");
  });

  it("is of the document's date when the question asks for now", () => {
    const understood = { ...understand({ question: "Wie viele Betten hat die Klinik derzeit?" }), asksForNow: true };
    const parts = factOf(understood, findingOf("Die Klinik hat 40 Betten."));
    expect(parts?.map(({ text }) => text).join("")).toBe("40 (Stand: 1. März 2024).");
  });

  it.each([
    ["a range", "Wie viele Betten hat die Klinik?", "Die Klinik hat 20 bis 30 Betten."],
    ["a range", "How many beds does the clinic have?", "The clinic has between 20 and 30 beds."],
    ["a part of all", "How many winners come from the clinic?", "Three of the winners from the clinic are old."],
    ["denied", "Wie viele Betten hat die Klinik?", "Die Klinik hat nicht 40 Betten."],
    [
      "one of two like it",
      "Wie viele Betten hat die Klinik?",
      "Die Klinik hat 20 Betten für Kinder und 30 Betten für Alte.",
    ],
  ])("is none when the figure is %s: %s", (_, question, sentence) => {
    expect(fact(question, sentence, /^The|^Three/.test(sentence) ? "en" : "de")).toBeNull();
  });

  it.each([
    ["Die Klinik hat nicht mehr als 40 Betten.", "Höchstens 40."],
    ["Die Klinik hat mindestens 40 Betten.", "Mindestens 40."],
    ["Die Klinik hat fast 40 Betten.", "Knapp 40."],
    ["Die Klinik hat weniger als 40 Betten.", "Weniger als 40."],
  ])("keeps the qualifier: %s", (sentence, expected) => {
    expect(fact("Wie viele Betten hat die Klinik?", sentence)).toBe(expected);
  });

  it("takes the figure of the year that is asked for", () => {
    const sentence = "2025 wurden 38 Ärzte ausgebildet, 2026 sollen es 45 werden.";
    expect(fact("Wie viele Ärzte wurden 2025 ausgebildet?", sentence)).toBe("38.");
    expect(fact("Wie viele Ärzte sollen 2026 ausgebildet werden?", sentence)).toBe("45.");
    expect(fact("Wie viele Ärzte werden ausgebildet?", sentence)).toBeNull();
  });

  it("takes the figure that stands with the deed of the question", () => {
    const sentence = "Medtech Süd ist in 180 Ländern aktiv und in 70 Ländern direkt vertreten.";
    expect(fact("In wie vielen Ländern ist Medtech Süd aktiv?", sentence)).toBe("180.");
    expect(fact("In wie vielen Ländern ist Medtech Süd direkt vertreten?", sentence)).toBe("70.");
    expect(fact("In wie vielen Ländern arbeitet Medtech Süd?", sentence)).toBe("180.");
    expect(fact("In wie vielen Ländern forscht Medtech Süd?", sentence)).toBeNull();
  });
});

describe("of a person, factOf", () => {
  it("adds the position that is told in passing, in the words of the sentence", () => {
    const sentence = "„Das hilft“, sagt Dr. Vera Ott, Direktorin des Zentrums Nord.";
    expect(fact("Wer ist Direktorin des Zentrums Nord?", sentence)).toBe("Dr. Vera Ott, Direktorin des Zentrums Nord.");
    expect(fact("Who is the director of Zentrum Nord?", sentence)).toBe("Dr. Vera Ott.");
  });

  it("says a position that both languages share in the language of the question", () => {
    const sentence = "“We are glad,” says Dr. Jan Keller, CEO of Medtech Süd.";
    expect(fact("Wer ist CEO von Medtech Süd?", sentence, "en")).toBe("Dr. Jan Keller, CEO von Medtech Süd.");
  });

  it("picks the one with the position that is asked for", () => {
    const sentence = "Vera Ott, Direktorin des Zentrums Nord, und Jan Keller, Sprecher der Klinik, waren dabei.";
    expect(fact("Wer ist Sprecher der Klinik?", sentence)).toBe("Jan Keller, Sprecher der Klinik.");
  });

  it.each([
    ["Vera Ott ist die Direktorin des Zentrums Nord.", "Direktorin des Zentrums Nord."],
    [
      "Vera Ott ist bei Medtech Süd Leiterin der Abteilung für Radiologie.",
      "Leiterin der Abteilung für Radiologie bei Medtech Süd.",
    ],
    [
      "An der Hochschule West ist Vera Ott Professorin für Radiologie, Medizin sowie Technik.",
      "Professorin für Radiologie, Medizin sowie Technik an der Hochschule West.",
    ],
    ["Direktorin des Zentrums Nord ist Vera Ott.", "Direktorin des Zentrums Nord."],
    [
      "„Das hilft“, sagt Vera Ott, ärztliche Direktorin des Zentrums Nord und Professorin in Westheim.",
      "Ärztliche Direktorin des Zentrums Nord.",
    ],
  ])("answers with the position when the person is named: %s", (sentence, expected) => {
    expect(fact("Welche Rolle hat Vera Ott?", sentence)).toBe(expected);
    expect(fact("Wer ist Vera Ott?", sentence)).toBe(expected);
  });

  it("names an organisation that does what is asked, where it stands uninflected", () => {
    const question = "Wer hat das Zentrum Nord ausgezeichnet?";
    expect(fact(question, "Die Stiftung West hat das Zentrum Nord ausgezeichnet.")).toBe("Die Stiftung West.");
    expect(fact(question, "Das Zentrum Nord ist von der Stiftung West ausgezeichnet worden.")).toBeNull();
  });
});

describe("of a place, factOf", () => {
  it("names the one place that something is in", () => {
    expect(fact("Wo liegt die Klinik Nord?", "Die Klinik Nord liegt in Chicago, USA.")).toBe("In Chicago, USA.");
    expect(fact("In welcher Stadt liegt die Klinik Nord?", "Die Klinik Nord liegt in Chicago, USA.")).toBe(
      "Chicago, USA.",
    );
    expect(fact("Where is Klinik Nord?", "Die Klinik Nord liegt in Frankfurt am Main.")).toBe("In Frankfurt am Main.");
  });

  it("leaves a name that the languages write differently, and two places, to the sentence", () => {
    expect(fact("Where is Klinik Nord?", "Die Klinik Nord liegt in München.")).toBeNull();
    expect(fact("Wo arbeitet die Klinik Nord?", "Die Klinik Nord arbeitet in Hamburg und in Bremen.")).toBeNull();
  });
});

describe("of an abbreviation, factOf", () => {
  it("says what it stands for only when that is asked", () => {
    const sentence = "Das Universitätsklinikum Seeburg (UKS) und das Klinikum Talheim erweitern ihre Kooperation.";
    expect(fact("Wofür steht UKS?", sentence)).toBe("Universitätsklinikum Seeburg.");
    expect(fact("Was ist neu an der Kooperation des UKS?", sentence)).toBeNull();
  });
});

describe("of a name, factOf", () => {
  it("gives what stands in quotation marks where the name is asked for", () => {
    const sentence = "Das Programm der Klinik heißt „Neue Wege“.";
    expect(fact("Wie heißt das Programm der Klinik?", sentence)).toBe("„Neue Wege“.");
    expect(fact("What is the programme of the clinic called?", sentence)).toBe("“Neue Wege”.");
  });
});
