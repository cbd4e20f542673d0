import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Document, Filter } from "../../src/contracts/document.js";
import type { Hit, Library } from "../../src/contracts/ports.js";
import { DIMENSIONS, RECIPE, type Stored, seededRandom, syntheticDocument, unitVector } from "./synthetic-documents.js";

/** A library that was opened for `RECIPE` and `DIMENSIONS`, empty. */
export interface LibraryUnderTest {
  readonly library: Library;
  /** Closes it and opens it again; null for one that keeps nothing. */
  readonly reopen: (() => Promise<Library>) | null;
  readonly dispose: () => Promise<void>;
}

function store(library: Library, { document, passages, origin }: Stored): Promise<void> {
  return library.put(document, passages, origin);
}

function ids(hits: readonly Hit[]): string[] {
  return hits.map(({ passage }) => passage.id);
}

function withoutText({ document }: Stored): Document {
  const { text: _text, ...metadata } = document;
  return metadata;
}

const HARBOUR = syntheticDocument(
  "harbour-clinic",
  ["The harbour clinic bought four scanners", "Its nurses train at the lighthouse school"],
  {
    publisher: "Harbour Clinic",
    publishedAt: "2024-05-01",
    partners: ["Nordlicht AG"],
    url: "https://harbour.example/news",
    metadata: { author: { name: "N. N." }, tags: ["a", 1, null] },
    source: "/somewhere/harbour.md",
  },
);
const FJORD = syntheticDocument("fjord-klinik", ["Die Klinik am Fjord kaufte vier Scanner", "Sie bildet aus"], {
  publisher: "Fjord-Klinik Übersee",
  publishedAt: "2025-06-02",
  partners: ["Nordlicht AG", "Ärztehaus Süd"],
  language: "de",
});
const VALLEY = syntheticDocument("valley-lab", ["A laboratory in the valley measures snow"], { language: null });

function randomDocument(number: number, random: () => number): Stored {
  const word = () => `w${Math.floor(random() * 40)}`;
  const passages = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
    Array.from({ length: 5 + Math.floor(random() * 20) }, word).join(" "),
  );
  return syntheticDocument(`document-${number}`, passages, {
    publisher: `Publisher ${number % 3}`,
    publishedAt: number % 4 === 0 ? null : `2025-0${1 + (number % 9)}-15`,
    partners: [`Partner ${number % 5}`],
  });
}

/** Behaviour that every `Library` has, whatever stands behind it. */
export function libraryConformance(name: string, open: () => Promise<LibraryUnderTest>): void {
  describe(`${name} as a library`, () => {
    let under: LibraryUnderTest;
    let library: Library;
    beforeEach(async () => {
      under = await open();
      library = under.library;
    });
    afterEach(() => under.dispose());

    describe("keeping documents", () => {
      it("gives back a document as it was stored", async () => {
        await store(library, HARBOUR);
        expect(await library.document("harbour-clinic")).toEqual(HARBOUR.document);
      });

      it("knows nothing of a document that was never stored", async () => {
        expect(await library.document("nowhere")).toBeNull();
        expect(await library.origin("nowhere")).toBeNull();
        expect(await library.remove("nowhere")).toBe(false);
      });

      it("gives back a passage with its sentences, words and vectors as they were stored", async () => {
        await store(library, HARBOUR);
        for (const passage of HARBOUR.passages) {
          const [hit] = await library.nearest(passage.vector, 1);
          expect(hit?.passage).toEqual(passage);
          expect(hit?.document).toEqual(withoutText(HARBOUR));
        }
      });

      it("keeps every character of a text, so that offsets hold", async () => {
        const odd = syntheticDocument("odd", [
          "Null \u0000 inside",
          "Ä ẞ 😀 \u{1F469}\u200D\u2695\uFE0F \ud800 end",
          "\"'\\;--",
        ]);
        await store(library, odd);
        expect(await library.document("odd")).toEqual(odd.document);
        const hits = await library.nearest(odd.passages[1]?.vector ?? unitVector(1), 3);
        expect(hits.map(({ passage }) => passage.text).sort()).toEqual(odd.passages.map(({ text }) => text).sort());
      });

      it("takes ids of any script", async () => {
        for (const id of ["größe", "東京", "Ωmega.2_x-1", "𠮷野"])
          await store(library, syntheticDocument(id, [`text of ${id}`]));
        for (const id of ["größe", "東京", "Ωmega.2_x-1", "𠮷野"]) expect((await library.document(id))?.id).toBe(id);
        expect(await library.remove("東京")).toBe(true);
        expect(await library.document("東京")).toBeNull();
        expect((await library.documents({ documentIds: ["𠮷野"] })).documents.map(({ id }) => id)).toEqual(["𠮷野"]);
      });

      it("keeps what a document was made from", async () => {
        const bytes = Uint8Array.from([0, 255, 1, 254]);
        const made = syntheticDocument("made", ["text"], { bytes, source: "/files/made.pdf" });
        const origin = { ...made.origin, given: { title: "Given", partners: ["A"] }, mediaType: null };
        await library.put(made.document, made.passages, origin);
        expect(await library.origin("made")).toEqual(origin);
      });

      it("lists the origins of all documents without their bytes", async () => {
        await store(library, HARBOUR);
        await store(library, syntheticDocument("old", ["from before"], { recipe: "another@0" }));
        const origins = await library.origins();
        expect([...origins.keys()].sort()).toEqual(["harbour-clinic", "old"]);
        expect(origins.get("harbour-clinic")).toEqual({
          source: "/somewhere/harbour.md",
          sha256: HARBOUR.document.sha256,
          recipe: RECIPE,
        });
        expect(origins.get("old")?.recipe).toBe("another@0");
      });

      it("keeps a document without passages", async () => {
        await store(library, syntheticDocument("empty", []));
        expect((await library.document("empty"))?.text).toBe("");
        expect(await library.statistics()).toEqual({ documents: 1, passages: 0, languages: { de: 0, en: 1 } });
      });
    });

    describe("changing documents", () => {
      it("finds a document with the very next search", async () => {
        expect(await library.matching(["harbour"], 5)).toEqual([]);
        await store(library, HARBOUR);
        expect(ids(await library.matching(["harbour"], 5))).toEqual(["harbour-clinic#0"]);
        expect(ids(await library.nearest(HARBOUR.passages[0]?.vector ?? unitVector(1), 1))).toEqual([
          "harbour-clinic#0",
        ]);
      });

      it("puts a document in place of the earlier one of its id", async () => {
        await store(library, HARBOUR);
        await store(library, FJORD);
        const later = syntheticDocument("harbour-clinic", ["Now it sells boats"], { title: "Later" });
        await store(library, later);
        expect(await library.matching(["scanners"], 5)).toEqual([]);
        const hits = await library.nearest(HARBOUR.passages[1]?.vector ?? unitVector(1), 10);
        expect(ids(hits).sort()).toEqual(["fjord-klinik#0", "fjord-klinik#1", "harbour-clinic#0"]);
        const [hit] = await library.matching(["boats"], 5);
        expect(hit?.document.title).toBe("Later");
        expect((await library.frequencies(["harbour", "boats"])).get("harbour")).toBe(0);
        expect((await library.statistics()).documents).toBe(2);
      });

      it("forgets a removed document with the very next search", async () => {
        await store(library, HARBOUR);
        await store(library, FJORD);
        expect(await library.remove("harbour-clinic")).toBe(true);
        expect(await library.remove("harbour-clinic")).toBe(false);
        expect(await library.document("harbour-clinic")).toBeNull();
        expect(await library.origin("harbour-clinic")).toBeNull();
        expect((await library.origins()).has("harbour-clinic")).toBe(false);
        expect(await library.matching(["harbour", "scanners"], 5)).toEqual([]);
        expect(ids(await library.nearest(HARBOUR.passages[0]?.vector ?? unitVector(1), 9)).sort()).toEqual([
          "fjord-klinik#0",
          "fjord-klinik#1",
        ]);
      });

      it("fills up k after many removals", async () => {
        const all = Array.from({ length: 60 }, (_, number) => syntheticDocument(`d${number}`, [`passage ${number}`]));
        for (const stored of all) await store(library, stored);
        for (const { document } of all.slice(0, 50)) await library.remove(document.id);
        for (const stored of all.slice(0, 10)) {
          const hits = await library.nearest(stored.passages[0]?.vector ?? unitVector(1), 10);
          expect(new Set(ids(hits))).toEqual(new Set(all.slice(50).map(({ document }) => `${document.id}#0`)));
        }
      });

      it("stores nothing of a document whose passages cannot be searched", async () => {
        const wrong = syntheticDocument("wrong", ["fine", { text: "not fine", vector: unitVector(1, DIMENSIONS + 1) }]);
        await expect(store(library, wrong)).rejects.toMatchObject({ code: "internal" });
        expect(await library.document("wrong")).toBeNull();
        expect(await library.matching(["fine"], 5)).toEqual([]);
      });
    });

    describe("documents of another recipe", () => {
      it("are kept and listed, and not found", async () => {
        await store(library, FJORD);
        await store(library, syntheticDocument("old", ["Harbour of old"], { recipe: "another@0" }));
        expect((await library.document("old"))?.text).toBe("Harbour of old");
        expect((await library.documents()).documents.map(({ id }) => id)).toEqual(["fjord-klinik", "old"]);
        expect(await library.matching(["harbour"], 5)).toEqual([]);
        expect(ids(await library.nearest(unitVector(3), 10)).some((id) => id.startsWith("old"))).toBe(false);
        expect((await library.frequencies(["harbour"])).get("harbour")).toBe(0);
        expect(await library.statistics()).toEqual({ documents: 1, passages: 2, languages: { de: 1, en: 0 } });
      });

      it("are found once they are stored under the library's own", async () => {
        await store(library, syntheticDocument("old", ["Harbour of old"], { recipe: "another@0" }));
        await store(library, syntheticDocument("old", ["Harbour of old"]));
        expect(ids(await library.matching(["harbour"], 5))).toEqual(["old#0"]);
        expect(ids(await library.nearest(unitVector(3), 10))).toEqual(["old#0"]);
      });
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
          for (const [index, hit] of hits.entries())
            expect(hit.score).toBeCloseTo(exact[index]?.score ?? Number.NaN, 5);
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

    describe("listing documents", () => {
      it("orders by id, page after page, each document once", async () => {
        const names = ["b", "a", "Z", "ä", "10", "9", "\u{10400}", "\uFF21"];
        for (const id of names) await store(library, syntheticDocument(id, [id]));
        const found: string[] = [];
        let cursor: string | null = null;
        let pages = 0;
        do {
          const page: Awaited<ReturnType<Library["documents"]>> = await library.documents({}, { limit: 3, cursor });
          found.push(...page.documents.map(({ id }) => id));
          cursor = page.nextCursor;
          pages += 1;
        } while (cursor !== null);
        expect(found).toEqual(["10", "9", "Z", "a", "b", "ä", "\uFF21", "\u{10400}"]);
        expect(pages).toBe(3);
      });

      it("says on the last page that there is no other, also when it is full", async () => {
        for (const id of ["a", "b"]) await store(library, syntheticDocument(id, [id]));
        expect((await library.documents({}, { limit: 2 })).nextCursor).toBeNull();
        expect((await library.documents({}, { limit: 1 })).nextCursor).not.toBeNull();
      });

      it("goes on after a document that was removed meanwhile", async () => {
        for (const id of ["a", "b", "c"]) await store(library, syntheticDocument(id, [id]));
        const { nextCursor } = await library.documents({}, { limit: 2 });
        await library.remove("b");
        expect((await library.documents({}, { cursor: nextCursor })).documents.map(({ id }) => id)).toEqual(["c"]);
      });

      it("refuses a cursor that it did not give out", async () => {
        await expect(library.documents({}, { cursor: "%%%" })).rejects.toMatchObject({ code: "invalid_request" });
      });
    });

    it("counts documents, passages and languages", async () => {
      expect(await library.statistics()).toEqual({ documents: 0, passages: 0, languages: { de: 0, en: 0 } });
      for (const stored of [HARBOUR, FJORD, VALLEY]) await store(library, stored);
      expect(await library.statistics()).toEqual({ documents: 3, passages: 5, languages: { de: 1, en: 1 } });
    });

    it("finds the same after reopening", async () => {
      if (under.reopen === null) return;
      const random = seededRandom(11);
      const all = Array.from({ length: 30 }, (_, number) => randomDocument(number, random));
      for (const stored of all) await store(library, stored);
      await library.remove("document-3");
      await library.flush();
      await library.remove("document-4");
      await store(library, HARBOUR);
      const state = async (of: Library) => ({
        nearest: await of.nearest(unitVector(1), 20),
        matching: await of.matching(["w1", "w2", "harbour"], 20),
        frequencies: await of.frequencies(["w1", "harbour"]),
        statistics: await of.statistics(),
        documents: await of.documents(),
        origins: await of.origins(),
        text: await of.document("harbour-clinic"),
      });
      const before = await state(library);
      expect(await state(await under.reopen())).toEqual(before);
      expect(await state(await under.reopen())).toEqual(before);
    });

    it("can be flushed and closed more than once", async () => {
      await store(library, HARBOUR);
      await Promise.all([library.flush(), library.flush()]);
      expect(ids(await library.matching(["harbour"], 5))).toEqual(["harbour-clinic#0"]);
      await library.close();
      await library.close();
    });
  });
}
