import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import type { Document } from "../contracts/document.js";
import { indexWords } from "../language/index-words.js";
import { joinOverlapping, preferNamed, spread, withoutRepeats } from "./retrieve-shape.js";
import type { Candidate } from "./steps.js";
import { termsOf } from "./understand/terms.js";

function found(text: string, score: number, document: Partial<Document> = {}, ordinal = 0): Candidate {
  const made = candidateOf(text, document);
  const id = `${made.document.id}#${ordinal}`;
  return { ...made, score, passage: { ...made.passage, id, ordinal, words: indexWords(text, "de") } };
}

const NORTH = {
  id: "north",
  title: "Klinikum Nordtal und Aurora Medtech",
  partners: ["Klinikum Nordtal", "Aurora Medtech"],
};
const SOUTH = {
  id: "south",
  title: "Klinikum Südhang und Aurora Medtech",
  partners: ["Klinikum Südhang", "Aurora Medtech"],
};

function ids(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ passage }) => passage.id);
}

describe("preferNamed", () => {
  const candidates = [
    found("Der Vertrag läuft acht Jahre.", 0.9, SOUTH),
    found("Der Vertrag läuft zehn Jahre.", 0.89, NORTH),
  ];

  it("moves the partnership that the question names before another one of the same company", () => {
    const terms = termsOf("Wie lange läuft der Vertrag von Aurora Medtech mit dem Klinikum Nordtal?", "de");
    expect(ids(preferNamed(candidates, terms))).toEqual(["north#0", "south#0"]);
  });

  it("moves nothing for a party of both, nor for one that no document knows", () => {
    for (const question of ["Wie lange läuft der Vertrag von Aurora Medtech?", "Wer ist Borealis Imaging?"]) {
      expect(preferNamed(candidates, termsOf(question, "de"))).toEqual(candidates);
    }
  });
});

describe("withoutRepeats", () => {
  const text = "Das Klinikum Nordtal und Aurora Medtech haben einen Vertrag über die Strahlentherapie geschlossen.";

  it("keeps the best of passages that say the same, in whichever document", () => {
    const candidates = [
      found(text, 0.9, NORTH),
      found(`${text} `, 0.8, SOUTH),
      found("Etwas anderes steht hier.", 0.7),
    ];
    expect(ids(withoutRepeats(candidates))).toEqual(["north#0", "d#0"]);
  });

  it("keeps passages that differ in a number", () => {
    const of = (year: number, place: number) =>
      found(`Im Jahr ${year} waren es 23 Milliarden Euro Umsatz.`, place, NORTH, year);
    expect(withoutRepeats([of(2024, 0.9), of(2025, 0.8)])).toHaveLength(2);
  });
});

describe("joinOverlapping", () => {
  const text = "Das Zentrum heißt Nordlicht. Es öffnet 2027. Es hat 40 Betten.";
  const whole = candidateOf(text);
  /** The passage of the sentences `from` to `to` (excluded) of the text. */
  const part = (from: number, to: number, score: number): Candidate => {
    const sentences = whole.passage.sentences.slice(from, to);
    const [start, end] = [sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0];
    const vectors = whole.passage.sentenceVectors.slice(from, to);
    const sentenceWords = sentences.map(({ start }) => Int8Array.of(start));
    const passage = {
      ...whole.passage,
      id: `d#${from}`,
      ordinal: from,
      start,
      end,
      text: text.slice(start, end),
      sentences,
    };
    return {
      ...whole,
      score,
      sentenceScores: sentences.map(({ start }) => start),
      passage: { ...passage, sentenceVectors: vectors, sentenceWords },
    };
  };

  it.each([
    ["the first", 0.9, 0.8, "d#0"],
    ["the second", 0.8, 0.9, "d#1"],
  ])("makes one passage of two that share a sentence, at the place of the better one: %s", (_, one, other, id) => {
    const ranked = [part(0, 2, one), part(1, 3, other)].toSorted((a, b) => b.score - a.score);
    const [joined, ...rest] = joinOverlapping(ranked);
    expect(rest).toEqual([]);
    expect(joined?.passage).toMatchObject({ id, start: 0, end: text.length, text });
    expect(joined?.passage.sentences).toEqual(whole.passage.sentences);
    expect(joined?.sentenceScores).toEqual(whole.passage.sentences.map(({ start }) => start));
    expect(joined?.passage.sentenceWords).toEqual(whole.passage.sentences.map(({ start }) => Int8Array.of(start)));
    expect(joined?.score).toBe(0.9);
  });

  it("knows no words of the joined passage when those of one are not known", () => {
    const unread = part(1, 3, 0.8);
    const [joined] = joinOverlapping([
      part(0, 2, 0.9),
      { ...unread, passage: { ...unread.passage, sentenceWords: null } },
    ]);
    expect(joined?.passage.sentences).toHaveLength(3);
    expect(joined?.passage.sentenceWords).toBeNull();
  });

  it("leaves passages alone that only follow each other, or stand in two documents", () => {
    const apart = [part(0, 1, 0.9), part(1, 3, 0.8)];
    const other = part(0, 2, 0.7);
    const elsewhere = { ...other, passage: { ...other.passage, documentId: "e" } };
    expect(joinOverlapping([...apart, elsewhere])).toEqual([...apart, elsewhere]);
  });
});

describe("spread", () => {
  const many = Array.from({ length: 9 }, (_, at) => found(`Satz Nummer ${at}.`, 0.9 - at / 100, NORTH, at));
  const candidates = [...many, found("Ein Satz von anderswo.", 0.5, SOUTH)];

  it("lets another document come before the many passages of one, with falling scores", () => {
    const ranked = spread(candidates, []);
    expect(ids(ranked).indexOf("south#0")).toBeLessThan(ids(candidates).indexOf("south#0"));
    expect(ids(ranked).toSorted()).toEqual(ids(candidates).toSorted());
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("leaves the ranking as it is when the question asks about one document", () => {
    const terms = termsOf("Was tut das Klinikum Nordtal?", "de");
    expect(spread(candidates, terms)).toEqual(candidates);
  });
});
