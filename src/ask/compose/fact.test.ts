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
});
