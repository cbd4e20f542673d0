import { beforeEach, describe, expect, it } from "vitest";
import type { Filter } from "../../src/contracts/document.js";
import type { Library } from "../../src/contracts/ports.js";
import { FJORD, HARBOUR, ids, randomDocument, store, VALLEY } from "./library-samples.js";
import { DIMENSIONS, seededRandom, syntheticDocument, unitVector } from "./synthetic-documents.js";

/** The searches' part of the conformance suite; `current` gives the library under test, empty. */
export function describeSearches(current: () => Library): void {
  let library: Library;
  beforeEach(() => {
    library = current();
  });

  describe("finding the nearest passages", () => {
    it("finds nothing in an empty library", async () => {
      expect(await library.nearest(unitVector(1), 5)).toEqual([]);
      expect(await library.nearest(unitVector(1), 5, { publishers: ["X"] })).toEqual([]);
    });

    it("gives cosines right to five digits, best first", async () => {
      const random = seededRandom(7);
      const all = Array.from({ length: 40 }, (_, number) => randomDocument(number, random));
      for (const stored of all) await store(library, stored);
      const vectors = new Map(all.flatMap(({ passages }) => passages.map(({ id, vector }) => [id, vector] as const)));
      for (let seed = 0; seed < 20; seed += 1) {
        const query = unitVector(seed);
        const exact = [...vectors].map(([id, vector]) => ({
          id,
          score: vector.reduce((sum, number, index) => sum + number * (query[index] ?? 0), 0),
        }));
        exact.sort((left, right) => right.score - left.score);
        const hits = await library.nearest(query, 10);
        expect(ids(hits)).toEqual(exact.slice(0, 10).map(({ id }) => id));
        for (const [index, hit] of hits.entries()) expect(hit.score).toBeCloseTo(exact[index]?.score ?? Number.NaN, 5);
      }
    });

    it("gives all there are when k is larger", async () => {
      await store(library, HARBOUR);
      expect(await library.nearest(unitVector(1), 1000)).toHaveLength(2);
      expect(await library.matching(["the"], 1000)).toHaveLength(2);
    });

    it("gives nothing for a k below one", async () => {
      await store(library, HARBOUR);
      expect(await library.nearest(unitVector(1), 0)).toEqual([]);
      expect(await library.matching(["the"], -1)).toEqual([]);
    });

    it("orders equally near passages by id", async () => {
      const vector = unitVector(5);
      for (const id of ["c", "a", "d", "b"]) await store(library, syntheticDocument(id, [{ text: "same", vector }]));
      expect(ids(await library.nearest(vector, 3))).toEqual(["a#0", "b#0", "c#0"]);
      expect(ids(await library.matching(["same"], 3))).toEqual(["a#0", "b#0", "c#0"]);
    });

    it("refuses a vector of other dimensions", async () => {
      await store(library, HARBOUR);
      await expect(library.nearest(unitVector(1, DIMENSIONS - 1), 3)).rejects.toMatchObject({ code: "internal" });
    });
  });

  describe("finding words", () => {
    it("finds nothing in an empty library and for no words", async () => {
      expect(await library.matching(["word"], 5)).toEqual([]);
      expect(await library.matching([], 5)).toEqual([]);
      expect(await library.frequencies([])).toEqual(new Map());
      await store(library, HARBOUR);
      expect(await library.matching([], 5)).toEqual([]);
      expect(await library.matching(["elephant"], 5)).toEqual([]);
    });

    it("prefers the passage with the rarer words, and leaves out those that hold none", async () => {
      await store(library, HARBOUR);
      await store(library, FJORD);
      await store(library, VALLEY);
      expect(ids(await library.matching(["the", "snow"], 9))).toEqual([
        "valley-lab#0",
        "harbour-clinic#0",
        "harbour-clinic#1",
      ]);
    });

    it("scores between 0 and 1, lower when words of the query are in no passage", async () => {
      await store(library, HARBOUR);
      await store(library, FJORD);
      const [known] = await library.matching(["harbour"], 1);
      const [missing] = await library.matching(["harbour", "elephant"], 1);
      expect(known?.score).toBeLessThan(1);
      expect(missing?.score).toBeGreaterThan(0);
      expect(missing?.score).toBeLessThan(known?.score ?? 0);
    });

    it("scores BM25 as a share of the most there can be", async () => {
      await store(library, syntheticDocument("one", [{ text: "x", words: ["snow", "snow", "ice", "sea"] }]));
      await store(library, syntheticDocument("two", [{ text: "y", words: ["sea", "sand"] }]));
      // idf(snow) = ln(1 + 1.5 / 1.5), idf(fog) = ln(1 + 2.5 / 0.5); the average length is 3.
      const snow = Math.log(2);
      const fog = Math.log(6);
      const saturation = 1.2 * (0.25 + (0.75 * 4) / 3);
      const [hit] = await library.matching(["snow", "fog", "snow"], 5);
      expect(hit?.score).toBeCloseTo((snow * 2) / (2 + saturation) / (snow + fog), 10);
    });

    it("takes words that stand for one another as one term, of which the best found counts", async () => {
      await store(library, syntheticDocument("one", [{ text: "x", words: ["snow", "ice"] }]));
      await store(library, syntheticDocument("two", [{ text: "y", words: ["sleet", "ice"] }]));
      await store(library, syntheticDocument("three", [{ text: "z", words: ["snow", "sleet"] }]));
      const term = [
        { word: "snow", weight: 1 },
        { word: "sleet", weight: 0.5 },
        { word: "hail", weight: 1 },
      ];
      const hits = await library.matching([term], 5);
      const score = new Map(hits.map((hit) => [hit.document.id, hit.score]));
      const [alone] = await library.matching(["snow"], 1);
      expect(score.get("one")).toBeCloseTo(alone?.score ?? Number.NaN, 10); // what no passage holds takes nothing away
      expect(score.get("two")).toBeCloseTo((score.get("one") ?? 0) / 2, 10); // as frequent, and half the weight
      expect(score.get("three")).toBeCloseTo(score.get("one") ?? Number.NaN, 10);
    });

    it("gives a term that no passage holds, in any of its words, its part of what is missing", async () => {
      await store(library, HARBOUR);
      const [one] = await library.matching(["harbour"], 1);
      const unknown = [
        { word: "elephant", weight: 1 },
        { word: "mammoth", weight: 1 },
      ];
      const [beside] = await library.matching(["harbour", unknown], 1);
      const [flat] = await library.matching(["harbour", "elephant"], 1);
      expect(beside?.score).toBeLessThan(one?.score ?? 0);
      expect(beside?.score).toBeCloseTo(flat?.score ?? Number.NaN, 10);
    });

    it("lists every word with the number of its passages, and the same list until something changes", async () => {
      expect(await library.vocabulary()).toEqual(new Map());
      await store(library, syntheticDocument("one", [{ text: "x", words: ["snow", "snow", "#2026-02-09"] }]));
      await store(library, syntheticDocument("two", [{ text: "y", words: ["snow", "größe", '"or"'] }]));
      const words = await library.vocabulary();
      expect(new Map([...words].sort())).toEqual(
        new Map([
          ['"or"', 1],
          ["#2026-02-09", 1],
          ["größe", 1],
          ["snow", 2],
        ]),
      );
      expect(await library.vocabulary()).toBe(words);
      const again = [{ text: "x", words: ["snow", "snow", "#2026-02-09"] }];
      await store(library, syntheticDocument("one", again, { title: "Later" }));
      expect(await library.vocabulary(), "a change that changes no word is one").not.toBe(words);
      await library.remove("two");
      expect(await library.vocabulary()).toEqual(
        new Map([
          ["snow", 1],
          ["#2026-02-09", 1],
        ]),
      );
    });

    it("counts in how many passages a word stands", async () => {
      await store(library, HARBOUR);
      await store(library, FJORD);
      await store(library, syntheticDocument("twice", ["the the the"]));
      expect(await library.frequencies(["the", "scanners", "klinik", "elephant", "the"])).toEqual(
        new Map([
          ["the", 3],
          ["scanners", 1],
          ["klinik", 1],
          ["elephant", 0],
        ]),
      );
    });

    it("takes every word as it is, whatever signs it consists of", async () => {
      const words = [
        ...'#2026-02-09 #80% #23400000000 #1,5 OR AND NOT NEAR( * ^ " \' "" a"b {col} -minus +plus word* words:x'.split(
          " ",
        ),
        ..."münchen ß ẞ İ ı 😀 東京 a_b _61 1__x , ; -- /* ' ; DROP ) ? %".split(" "),
        "two words",
        "",
      ];
      for (const [number, word] of words.entries()) {
        await store(library, syntheticDocument(`d${number}`, [{ text: `text ${number}`, words: [word, "common"] }]));
      }
      for (const [number, word] of words.entries()) {
        const holding = words.flatMap((other, index) => (other === word ? [`d${index}#0`] : []));
        expect(ids(await library.matching([word], 99)), word).toEqual(holding.sort());
        expect((await library.frequencies([word])).get(word), word).toBe(holding.length);
        const [hit] = await library
          .nearest(unitVector(number), 99)
          .then((hits) => hits.filter(({ passage }) => passage.id === `d${number}#0`));
        expect(hit?.passage.words).toEqual([word, "common"]);
      }
      expect(ids(await library.matching(["x", "or", "near", "word", "col", "minus"], 9))).toEqual([]);
    });

    it("takes very many words", async () => {
      await store(library, HARBOUR);
      await store(library, FJORD);
      const words = [...Array.from({ length: 5000 }, (_, number) => `unknown${number}`), "lighthouse"];
      expect(ids(await library.matching(words, 5))).toEqual(["harbour-clinic#1"]);
      const everything = Array.from({ length: 700 }, (_, number) => `k${number}`);
      await store(library, syntheticDocument("many", [{ text: "many", words: everything }]));
      expect(ids(await library.matching([...everything, "lighthouse"], 5))).toEqual(["many#0", "harbour-clinic#1"]);
    });
  });

  describe("filters", () => {
    beforeEach(async () => {
      for (const stored of [HARBOUR, FJORD, VALLEY]) await store(library, stored);
    });

    const cases: readonly [string, Filter, readonly string[]][] = [
      ["nothing", {}, ["fjord-klinik", "harbour-clinic", "valley-lab"]],
      ["ids", { documentIds: ["valley-lab", "nowhere"] }, ["valley-lab"]],
      ["a publisher whatever its case", { publishers: ["FJORD-KLINIK ÜBERSEE"] }, ["fjord-klinik"]],
      ["a whole publisher, not a part of it", { publishers: ["Fjord-Klinik"] }, []],
      ["any of the partners", { partners: ["ärztehaus süd", "Nobody"] }, ["fjord-klinik"]],
      ["a shared partner", { partners: ["nordlicht ag"] }, ["fjord-klinik", "harbour-clinic"]],
      [
        "dates inclusively",
        { publishedAfter: "2024-05-01", publishedBefore: "2025-06-02" },
        ["fjord-klinik", "harbour-clinic"],
      ],
      ["later dates", { publishedAfter: "2024-05-02" }, ["fjord-klinik"]],
      ["earlier dates, and not documents without one", { publishedBefore: "2025-06-01" }, ["harbour-clinic"]],
      [
        "several fields, which must all hold",
        { partners: ["Nordlicht AG"], publishedAfter: "2025-01-01" },
        ["fjord-klinik"],
      ],
      ["an empty list, which holds for nothing", { publishers: [] }, []],
      ["quotes and wildcards literally", { publishers: ["%", "' OR 1=1 --"] }, []],
    ];

    for (const [what, filter, expected] of cases) {
      it(`go by ${what}`, async () => {
        const listed = await library.documents(filter);
        expect(listed.documents.map(({ id }) => id)).toEqual(expected);
        const near = await library.nearest(unitVector(1), 10, filter);
        expect([...new Set(near.map(({ document }) => document.id))].sort()).toEqual(expected);
        const words = ["the", "klinik", "sie", "clinic", "snow"];
        const matched = await library.matching(words, 10, filter);
        expect([...new Set(matched.map(({ document }) => document.id))].sort()).toEqual(expected);
      });
    }

    it("are applied inside the search, so that k is filled up", async () => {
      const query = unitVector(99);
      for (let number = 0; number < 300; number += 1) {
        await store(library, syntheticDocument(`crowd-${number}`, [{ text: "snow snow snow", vector: query }]));
      }
      const filter = { documentIds: ["harbour-clinic", "valley-lab"] };
      expect(await library.nearest(query, 3, filter)).toHaveLength(3);
      expect(ids(await library.matching(["snow"], 3, filter))).toEqual(["valley-lab#0"]);
    });
  });
}
