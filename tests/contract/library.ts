import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/contracts/document.js";
import type { Library } from "../../src/contracts/ports.js";
import { FJORD, HARBOUR, ids, randomDocument, store, VALLEY } from "./library-samples.js";
import { describeSearches } from "./library-searches.js";
import { DIMENSIONS, RECIPE, type Stored, seededRandom, syntheticDocument, unitVector } from "./synthetic-documents.js";

/** A library that was opened for `RECIPE` and `DIMENSIONS`, empty. */
export interface LibraryUnderTest {
  readonly library: Library;
  /** Closes it and opens it again; null for one that keeps nothing. */
  readonly reopen: (() => Promise<Library>) | null;
  readonly dispose: () => Promise<void>;
}

function withoutText({ document }: Stored): Document {
  const { text: _text, ...metadata } = document;
  return metadata;
}

/** Behaviour that every `Library` has, whatever stands behind it. */
export function libraryConformance(name: string, open: () => Promise<LibraryUnderTest>): void {
  describe(`${name} as a library`, { timeout: 30_000 }, () => {
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

      it("gives back the word states of every sentence, also where there are none or they are not known", async () => {
        const states = [Int8Array.of(-128, 0, 127, 1), new Int8Array(), Int8Array.of(5, 6)];
        const { document, passages, origin } = syntheticDocument("spoken", ["one", "two"]);
        const [known, unknown] = passages.map((passage) => ({ ...passage, sentenceWords: null }));
        if (known === undefined || unknown === undefined) throw new RangeError("two passages");
        const three = <T>(each: readonly T[]) => [...each, ...each, ...each];
        const { sentences, sentenceVectors } = known;
        const spoken = {
          ...known,
          sentences: three(sentences),
          sentenceVectors: three(sentenceVectors),
          sentenceWords: states,
        };
        await library.put(document, [spoken, unknown], origin);
        for (const passage of [spoken, unknown]) {
          const [hit] = await library.nearest(passage.vector, 1);
          expect(hit?.passage).toEqual(passage);
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
        const { document, passages, origin } = syntheticDocument("wrong", ["fine"]);
        const wordless = passages.map((passage) => ({ ...passage, sentenceWords: [] }));
        await expect(library.put(document, wordless, origin)).rejects.toMatchObject({ code: "internal" });
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

    describeSearches(() => library);

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

      it("shows what is there all the time once, whatever comes and goes between the pages", async () => {
        for (const id of ["b", "d", "f", "h", "j", "l"]) await store(library, syntheticDocument(id, [id]));
        const changes = [
          async () => {
            await store(library, syntheticDocument("a", ["before what was shown"]));
            await store(library, syntheticDocument("e", ["after what was shown"]));
            await library.remove("b");
          },
          async () => {
            await library.remove("e");
            await library.remove("j");
            await store(library, syntheticDocument("f", ["shown already, and changed"]));
            await store(library, syntheticDocument("k", ["to come"]));
          },
        ];
        const pages: string[][] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<Library["documents"]>> = await library.documents({}, { limit: 2, cursor });
          pages.push(page.documents.map(({ id }) => id));
          cursor = page.nextCursor;
          await changes.shift()?.();
        } while (cursor !== null);
        expect(pages).toEqual([["b", "d"], ["e", "f"], ["h", "k"], ["l"]]);
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

    it("finds the same after reopening", async (context) => {
      if (under.reopen === null) return context.skip("keeps nothing");
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
