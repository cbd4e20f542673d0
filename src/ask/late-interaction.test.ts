import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskedWord, interact, maxSim, weighWords, wordMatches, wordsFor } from "./late-interaction.js";

/** States of two dimensions. */
const EAST = Int8Array.of(127, 0);
const NORTH = Int8Array.of(0, 127);
const WEST = Int8Array.of(-127, 0);
const NORTH_EAST = Int8Array.of(90, 90);

const sentence = (...states: readonly Int8Array[]) => Int8Array.from(states.flatMap((state) => [...state]));

/** The words of a text, each of the rarity that it is told to have. */
function read(text: string, rarities: Readonly<Record<string, number>>) {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    rarity: rarities[word] ?? 8,
    state: EAST,
  }));
}

function weightsOf(text: string, language: "de" | "en" | null, rarities: Readonly<Record<string, number>> = {}) {
  return (weighWords(text, read(text, rarities), language) ?? []).map(({ weight }) => weight);
}

describe("maxSim", () => {
  const score = (asked: readonly AskedWord[], words: Int8Array) => maxSim(asked, wordMatches(asked, words));

  it("takes for each word of the question the nearest word of the sentence", () => {
    const asked = [EAST, NORTH].map((state) => ({ state, weight: 0.5 }));
    expect(wordMatches(asked, sentence(WEST, NORTH_EAST, NORTH))).toEqual([90 / 127, 1]);
    expect(score(asked, sentence(WEST, NORTH_EAST, NORTH))).toBeCloseTo((90 / 127 + 1) / 2);
  });

  it("lets words count by their weights", () => {
    const asked = [
      { state: EAST, weight: 0.9 },
      { state: NORTH, weight: 0.1 },
    ];
    expect(score(asked, EAST)).toBeCloseTo(0.9);
    expect(score(asked, NORTH)).toBeCloseTo(0.1);
  });

  it("never falls by a further word of the sentence", () => {
    const states = fc.array(fc.int8Array({ minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(states, states, (question, words) => {
        const asked = question.map((state) => ({ state, weight: 1 / question.length }));
        const [fewer, all] = [sentence(...words.slice(0, 1)), sentence(...words)];
        expect(score(asked, all)).toBeGreaterThanOrEqual(score(asked, fewer));
      }),
    );
  });
});

describe("weighWords", () => {
  it("gives weights that add up to 1, the more to a word the rarer it is", () => {
    const weights = weightsOf("Charité Umsatz gut", "de", { Charité: 11, Umsatz: 9, gut: 6 });
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights).size).toBe(3);
  });

  it("lets no word count for nothing, and none for more than rare", () => {
    const [common = 0, rare, rarer] = weightsOf("haus Xylophon Xyloxylophon", "de", {
      haus: 1,
      Xylophon: 12,
      Xyloxylophon: 30,
    });
    expect(common).toBeGreaterThan(0);
    expect(rare).toBe(rarer);
  });

  it("lets function words of the language count little, whatever stands around them", () => {
    const [who = 1, leads = 0, the = 1, clinic = 0] = weightsOf("„Wer leitet (die) Klinik?", "de");
    expect(who).toBeLessThan(leads / 10);
    expect(the).toBeLessThan(clinic / 10);
  });

  it("knows function words of both languages where none is known, and of its own where one is", () => {
    const [die = 0, clinic = 0] = weightsOf("die clinic", "en");
    expect(die).toBe(clinic);
    const [unknown = 1, other = 0] = weightsOf("die clinic", null);
    expect(unknown).toBeLessThan(other / 10);
  });

  it("knows nothing where the embedder gives no words", () => {
    expect(weighWords("Wer?", null, "de")).toBeNull();
  });
});

describe("interact", () => {
  const asked = [
    { state: EAST, weight: 0.5 },
    { state: NORTH, weight: 0.49 },
    { state: WEST, weight: 0.01 },
  ];
  const passage = (...sentenceWords: readonly Int8Array[]) => ({
    sentences: sentenceWords.map((_, start) => ({ start, end: start + 1, kind: "prose" as const, leadIn: null })),
    sentenceWords,
  });
  const EMPTY = new Int8Array();

  it("scores every sentence, but one without known words", () => {
    const [east] = asked;
    const only = east === undefined ? [] : [{ ...east, weight: 1 }];
    expect(interact(passage(sentence(NORTH, EAST), EMPTY), only).lateScores).toEqual([1, null]);
  });

  it("tells of every sentence how well it meets each word", () => {
    expect(interact(passage(sentence(NORTH), EMPTY), asked).lateWords).toEqual([[0, 1, 0], null]);
  });

  it("takes the words of all sentences together for the passage", () => {
    const whole = maxSim(asked, wordMatches(asked, sentence(EAST, NORTH)));
    expect(interact(passage(EAST, NORTH), asked).lateMatch?.mean).toBeCloseTo(whole);
  });

  it("says how well the word is met that is met worst, function words apart", () => {
    expect(interact(passage(EAST, NORTH_EAST), asked).lateMatch?.least).toBeCloseTo(90 / 127);
    expect(interact(passage(EAST, NORTH), asked).lateMatch?.least).toBe(1);
  });

  it("passes over sentences without words, and knows nothing where there are no others", () => {
    expect(interact(passage(EMPTY, EAST), asked).lateMatch).toEqual(interact(passage(EAST), asked).lateMatch);
    expect(interact(passage(EMPTY), asked)).toEqual({ lateScores: [null], lateMatch: null, lateWords: [null] });
  });

  it("knows nothing where the words of question or passage are not known", () => {
    const nothing = { lateScores: [null, null], lateMatch: null, lateWords: [null, null] };
    expect(interact({ ...passage(EAST, EAST), sentenceWords: null }, asked)).toEqual(nothing);
    expect(interact(passage(EAST, EAST), null)).toEqual(nothing);
    expect(interact(passage(EAST, EAST), [])).toEqual(nothing);
  });
});

describe("the words of a question for documents of a language", () => {
  const asked = [{ state: new Int8Array(128).fill(11), weight: 1 }];

  it("are moved into another language, and keep what they weigh", () => {
    const [moved] = wordsFor(asked, "de", "en");
    expect(moved?.state).not.toEqual(asked[0]?.state);
    expect(moved?.weight).toBe(1);
  });

  it("stay as they are in their own language, and where one of the languages is not known", () => {
    expect(wordsFor(asked, "de", "de")).toBe(asked);
    expect(wordsFor(asked, null, "en")).toBe(asked);
    expect(wordsFor(asked, "de", null)).toBe(asked);
  });
});
