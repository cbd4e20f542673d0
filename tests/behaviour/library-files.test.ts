import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IndexEvent } from "../../src/adapters/library-local/corpus-index.js";
import { createLocalLibrary, type LocalLibrary } from "../../src/adapters/library-local.js";
import { DIMENSIONS, RECIPE, syntheticDocument, unitVector } from "../contract/synthetic-documents.js";
import { DOCUMENT_IDS, versionOf } from "./versioned-document.js";

let folder = "";
let events: IndexEvent[] = [];
const opened: LocalLibrary[] = [];

async function open(recipe = RECIPE): Promise<LocalLibrary> {
  events = [];
  const log = (event: IndexEvent) => void events.push(event);
  const library = await createLocalLibrary({ folder, recipe, dimensions: DIMENSIONS, log });
  opened.push(library);
  return library;
}

async function put(library: LocalLibrary, id: string, version: number): Promise<void> {
  const { document, passages, origin } = versionOf(id, version);
  await library.put(document, passages, origin);
}

async function found(library: LocalLibrary) {
  const hits = await Promise.all([1, 2, 3, 4, 5].map((seed) => library.nearest(unitVector(seed), 20)));
  return hits.map((list) => list.map(({ passage, score }) => ({ id: passage.id, score })));
}

/** A library with documents, closed; what it finds. */
async function filled(): Promise<Awaited<ReturnType<typeof found>>> {
  const library = await open();
  for (const [version, id] of DOCUMENT_IDS.entries()) await put(library, id, version);
  const before = await found(library);
  await library.close();
  return before;
}

function generation(): string {
  return join(folder, "index", readFileSync(join(folder, "index", "current"), "utf8").trim());
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "konsil-files-"));
});
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  rmSync(folder, { recursive: true });
});

describe("the index beside the database", { timeout: 30_000 }, () => {
  it("is loaded, not built, when it is whole", async () => {
    const before = await filled();
    expect(await found(await open())).toEqual(before);
    expect(events.map(({ type }) => type)).toEqual(["index.loaded"]);
  });

  it("is one generation, and stays as it is while nothing changes", async () => {
    await filled();
    const names = readdirSync(join(folder, "index")).sort();
    expect(names).toHaveLength(2);
    const library = await open();
    await library.nearest(unitVector(1), 3);
    await library.close();
    expect(readdirSync(join(folder, "index")).sort()).toEqual(names);
  });

  function flipBit(path: string, at: number): void {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    writeFileSync(path, bytes);
  }
  const vectors = () => join(generation(), "vectors.hnsw");
  const manifest = () => join(generation(), "manifest.json");
  const damages: readonly [string, string, () => void][] = [
    ["a truncated vector file", "damaged", () => truncateSync(vectors(), statSync(vectors()).size - 1)],
    ["a vector file cut in half", "damaged", () => truncateSync(vectors(), statSync(vectors()).size / 2)],
    ["an empty vector file", "damaged", () => truncateSync(vectors(), 0)],
    ["a flipped bit in the header", "damaged", () => flipBit(vectors(), 17)],
    ["a flipped bit in the middle", "damaged", () => flipBit(vectors(), Math.floor(statSync(vectors()).size / 2))],
    ["a foreign vector file", "damaged", () => writeFileSync(vectors(), "These are no vectors")],
    ["a missing vector file", "damaged", () => rmSync(vectors())],
    ["a truncated manifest", "damaged", () => truncateSync(manifest(), 40)],
    ["an empty manifest", "damaged", () => truncateSync(manifest(), 0)],
    ["a manifest of another shape", "damaged", () => writeFileSync(manifest(), '{"format":99}')],
    ["a missing manifest", "damaged", () => rmSync(manifest())],
    ["a missing pointer", "missing", () => rmSync(join(folder, "index", "current"))],
    ["a pointer that leads elsewhere", "missing", () => writeFileSync(join(folder, "index", "current"), "../..\n")],
    ["a pointer to nothing", "damaged", () => writeFileSync(join(folder, "index", "current"), crypto.randomUUID())],
    ["no index folder", "missing", () => rmSync(join(folder, "index"), { recursive: true })],
  ];
  for (const [what, reason, damage] of damages) {
    it(`is built anew from the database after ${what}`, async () => {
      const before = await filled();
      damage();
      const library = await open();
      expect(await found(library)).toEqual(before);
      expect(events).toMatchObject([{ type: "index.rebuilt", reason }]);
      await library.close();
      expect(readdirSync(join(folder, "index"))).toHaveLength(2);
      expect(await found(await open())).toEqual(before);
      expect(events.map(({ type }) => type)).toEqual(["index.loaded"]);
    });
  }

  it("catches up with what was stored after it was written", async () => {
    await filled();
    const kept = generation();
    const library = await open();
    await put(library, "document-1", 77);
    await library.remove("document-2");
    const before = await found(library);
    // As after a crash: the index on disk is the earlier one.
    const beside = await open();
    expect(generation()).toBe(kept);
    expect(events.map(({ type }) => type)).toEqual(["index.loaded"]);
    expect(await found(beside)).toEqual(before);
    expect(await beside.integrity()).toEqual([]);
  });

  it("is taken over from another process that has stored much and written it", async () => {
    const ingesting = await open();
    const serving = await open();
    for (let number = 0; number < 120; number += 1) await put(ingesting, `much-${number}`, number);
    await ingesting.flush();
    await put(ingesting, "after", 1000);
    const expected = await found(ingesting);
    expect((await ingesting.statistics()).passages).toBeGreaterThan(500);
    expect(await found(serving)).toEqual(expected);
    expect(events.map(({ type }) => type)).toEqual(["index.loaded"]);
    expect(await serving.integrity()).toEqual([]);
  });

  it("is not used for a database that was put back from a backup", async () => {
    const library = await open();
    await put(library, "document-0", 1);
    await library.close();
    copyFileSync(join(folder, "konsil.db"), join(folder, "backup.db"));
    const later = await open();
    for (const [version, id] of DOCUMENT_IDS.entries()) await put(later, id, version + 50);
    await later.close();
    for (const name of ["konsil.db-wal", "konsil.db-shm"]) rmSync(join(folder, name), { force: true });
    copyFileSync(join(folder, "backup.db"), join(folder, "konsil.db"));
    const restored = await open();
    await put(restored, "document-3", 3);
    expect(await restored.integrity()).toEqual([]);
    const { passages } = versionOf("document-3", 3);
    for (const passage of passages) expect((await restored.nearest(passage.vector, 1))[0]?.passage).toEqual(passage);
  });

  it("belongs to one recipe", async () => {
    await filled();
    const other = await open("another-model@2");
    expect(await other.nearest(unitVector(1), 5)).toEqual([]);
    await other.close();
    expect(await (await open()).nearest(unitVector(1), 5)).toHaveLength(5);
  });
});

describe("removing a document", { timeout: 30_000 }, () => {
  it("leaves nothing of it in any file once flushed", async () => {
    const library = await open();
    for (const [version, id] of DOCUMENT_IDS.entries()) await put(library, id, version);
    const vector = unitVector(123_456);
    const secret = syntheticDocument("secretpaper", [{ text: "Zyxwvut is the hidden name", vector }], {
      bytes: new TextEncoder().encode("Zyxwvut as it was handed in"),
    });
    await library.put(secret.document, secret.passages, secret.origin);
    await library.flush();
    const traces = ["Zyxwvut", "zyxwvut", "secretpaper", Buffer.from(vector.buffer)];
    const inFiles = () => {
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
      return traces.filter((trace) => files.some((path) => readFileSync(path).includes(trace)));
    };
    expect(inFiles()).toEqual(traces);
    await library.remove("secretpaper");
    await library.flush();
    expect(inFiles()).toEqual([]);
    expect(await library.integrity()).toEqual([]);
  });

  it("of everything leaves a sound, empty library", async () => {
    const library = await open();
    for (const [version, id] of DOCUMENT_IDS.entries()) await put(library, id, version);
    for (const id of DOCUMENT_IDS) await library.remove(id);
    await library.close();
    const again = await open();
    expect(await again.integrity()).toEqual([]);
    expect(await again.nearest(unitVector(1), 5)).toEqual([]);
    await put(again, "document-1", 5);
    expect(await again.nearest(unitVector(1), 50)).toHaveLength(versionOf("document-1", 5).passages.length);
  });
});

describe("a database that cannot be read", { timeout: 30_000 }, () => {
  it("is reported as damaged when it is something else", async () => {
    writeFileSync(join(folder, "konsil.db"), "This is a letter, not a database. ".repeat(200));
    await expect(open()).rejects.toMatchObject({ code: "storage_damaged" });
    await expect(open()).rejects.toThrow(/konsil\.db.*backup/);
    await expect(open()).rejects.not.toThrow(folder);
  });

  it("is reported as damaged when its pages are overwritten, and not silently emptied", async () => {
    await filled();
    const path = join(folder, "konsil.db");
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096);
    writeFileSync(path, bytes);
    await expect(open()).rejects.toMatchObject({ code: "storage_damaged" });
    expect(
      readFileSync(path)
        .subarray(4096)
        .every((byte) => byte === 0xa5),
    ).toBe(true);
  });

  it("is brought along when an older Konsil wrote it, without the word states of its passages", async () => {
    const before = await filled();
    const { default: Database } = await import("libsql");
    const database = new Database(join(folder, "konsil.db"));
    database.exec("ALTER TABLE passages DROP COLUMN sentence_words; PRAGMA user_version = 1");
    database.close();
    const library = await open();
    expect(await found(library)).toEqual(before);
    const [hit] = await library.nearest(unitVector(1), 1);
    expect(hit?.passage.sentenceWords).toBeNull();
    await put(library, "document-1", 77);
    const [passage] = versionOf("document-1", 77).passages;
    const [anew] = await library.nearest(passage?.vector ?? unitVector(1), 1);
    expect(anew?.passage).toEqual(passage);
    expect(await library.integrity()).toEqual([]);
  });

  it("is left alone when a newer Konsil wrote it", async () => {
    await filled();
    const { default: Database } = await import("libsql");
    const database = new Database(join(folder, "konsil.db"));
    database.exec("PRAGMA user_version = 999");
    database.close();
    await expect(open()).rejects.toMatchObject({ code: "storage_unavailable" });
    await expect(open()).rejects.toThrow(/newer version/);
  });
});
