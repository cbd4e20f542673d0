import { describe, expect, it } from "vitest";
import { clausesIn, mainClauses } from "./clauses.js";

const mains = (text: string, language: "de" | "en") =>
  mainClauses(text, language).map(({ start, end }) => text.slice(start, end));

describe("the main clauses of a generated sentence", () => {
  it("are parted where a new one begins", () => {
    expect(mains("The costs did not rise, and the share fell to 4 percent.", "en")).toHaveLength(2);
    expect(mains("Der Vertrag läuft zehn Jahre und hat ein Volumen von 5 Euro.", "de")).toHaveLength(2);
    expect(mains("It is planned; nothing is built.", "en")).toHaveLength(2);
  });

  it("stay in one piece where an “and” joins nouns", () => {
    expect(mains("Nordtal und Südtal wollen sich auf die Forschung konzentrieren.", "de")).toHaveLength(1);
    expect(
      mains("They want to investigate procedures, profiles of groups and personalised approaches to care.", "en"),
    ).toHaveLength(1);
  });
});

describe("the clauses of a source", () => {
  it("share the stance of the one that they depend on", () => {
    const [first, second] = clausesIn("Die Partner wollen einen Test entwickeln, der Sepsis erkennt.", "de");
    expect(first?.stance.planned).toBe(true);
    expect(second?.stance.planned).toBe(true);
  });

  it("keep their own stance where they stand alone", () => {
    const stances = clausesIn("Das Zentrum ist geplant; das Labor besteht.", "de").map(({ stance }) => stance.planned);
    expect(stances).toEqual([true, false]);
  });
});
