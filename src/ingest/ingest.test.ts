import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { Embedder, Library } from "../contracts/ports.js";
import { createIngester, type Ingester } from "./ingest.js";
import { recipeOf } from "./recipe.js";

let folder: string;
let embedder: Embedder;
let library: Library;
let ingester: Ingester;
let embedded: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "konsil-ingest-"));
  const hashing = createHashingEmbedder();
  embedded = 0;
  embedder = {
    ...hashing,
    embedPassages: (texts, signal) => {
      embedded += texts.length;
      return hashing.embedPassages(texts, signal);
    },
  };
  library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  ingester = createIngester({ library, embedder, now: () => new Date("2024-03-02T10:00:00Z") });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const page = (id: string, text: string) => `---\nid: ${id}\nlanguage: de\n---\n\n# Titel\n\n${text}\n`;
const ids = async () => (await library.documents()).documents.map(({ id }) => id);
const upload = (text: string, given = {}) => ({
  name: "up.md",
  mediaType: null,
  bytes: new TextEncoder().encode(text),
  given,
});

describe("ingestPaths", () => {
  it("stores the word states of every sentence, and none of the title's", async () => {
    write("a.md", page("a", "Die Klinik kooperiert. Das Institut forscht am Fluss."));
    await ingester.ingestPaths([folder]);
    const [hit] = await library.nearest(await embedder.embedQuestion("Klinik"), 1);
    const { text = "", start: from = 0, sentences = [], sentenceWords } = hit?.passage ?? {};
    const spans = sentences.map(({ start, end }) => ({ start: start - from, end: end - from }));
    const [reading] = await embedder.readPassages([{ context: "", text, sentences: spans }]);
    expect(sentenceWords).toHaveLength(2);
    expect(sentenceWords).toEqual(reading?.sentenceWords);
  });

  it("adds, leaves alone what did not change, and updates what did", async () => {
    write("a.md", page("a", "Die Klinik kooperiert."));
    write("b.md", page("b", "Das Institut forscht."));
    expect(await ingester.ingestPaths([folder])).toMatchObject({ added: ["a", "b"], failed: [] });
    const before = embedded;
    expect(await ingester.ingestPaths([folder])).toMatchObject({ added: [], unchanged: ["a", "b"] });
    expect(embedded).toBe(before);
    write("a.md", page("a", "Die Klinik kooperiert nicht mehr."));
    expect(await ingester.ingestPaths([folder])).toMatchObject({ updated: ["a"], unchanged: ["b"] });
    expect((await library.document("a"))?.text).toContain("nicht mehr");
  });

  it("reports a bad file by name and takes the others in", async () => {
    write("good.md", page("good", "Die Klinik kooperiert."));
    write("sub/empty.txt", "  \n");
    write("binary.txt", "\u0000\u0001\u0002PNG");
    write("broken.md", "---\ntitle: [\n---\n\nText.");
    const report = await ingester.ingestPaths([folder]);
    expect(report.added).toEqual(["good"]);
    expect(report.failed.map(({ name }) => name).sort()).toEqual(["binary.txt", "broken.md", "sub/empty.txt"]);
    for (const { code, message } of report.failed) {
      expect(code).toBe("unreadable_document");
      expect(message).not.toContain(folder);
    }
  });

  it("refuses a second file with the same id and names the first, whatever came before", async () => {
    write("a.md", page("same", "Die Klinik kooperiert."));
    write("b.md", page("same", "Das Institut forscht."));
    for (const expected of ["added", "unchanged"] as const) {
      const report = await ingester.ingestPaths([folder]);
      expect(report[expected]).toEqual(["same"]);
      expect(report.failed).toMatchObject([{ name: "b.md", code: "duplicate_document" }]);
      expect(report.failed[0]?.message).toContain("a.md");
    }
    expect((await library.document("same"))?.text).toContain("Klinik");
  });

  it("keeps an upload when a file claims its id", async () => {
    await ingester.ingestUpload(upload("Hochgeladen ist dieser Satz."), { id: "x" });
    write("x.md", page("x", "Aus einer Datei kommt dieser Satz."));
    expect((await ingester.ingestPaths([folder])).failed).toMatchObject([{ code: "duplicate_document" }]);
    expect((await library.document("x"))?.text).toContain("Hochgeladen");
  });

  it("follows a file that moved, and a file whose id changed", async () => {
    const file = write("a.md", page("a", "Die Klinik kooperiert."));
    await ingester.ingestPaths([folder]);
    renameSync(file, path.join(folder, "renamed.md"));
    expect(await ingester.ingestPaths([folder], { mirror: true })).toMatchObject({
      updated: ["a"],
      removed: [],
      failed: [],
    });
    write("renamed.md", page("b", "Die Klinik kooperiert."));
    expect(await ingester.ingestPaths([folder])).toMatchObject({ added: ["b"], removed: ["a"] });
    expect(await ids()).toEqual(["b"]);
  });

  it("removes what is gone from a mirrored folder, and nothing else", async () => {
    const file = write("a.md", page("a", "Die Klinik kooperiert."));
    write("b.md", page("b", "Das Institut forscht."));
    await ingester.ingestPaths([folder]);
    await ingester.ingestUpload(upload("Hochgeladen ist dieser Satz."), { id: "up" });
    rmSync(file);
    expect((await ingester.ingestPaths([folder])).removed).toEqual([]);
    expect((await ingester.ingestPaths([folder], { mirror: true })).removed).toEqual(["a"]);
    expect(await ids()).toEqual(["b", "up"]);
  });

  it("keeps the old version of a file that can no longer be read", async () => {
    write("a.md", page("a", "Die Klinik kooperiert."));
    await ingester.ingestPaths([folder]);
    write("a.md", "");
    const report = await ingester.ingestPaths([folder], { mirror: true });
    expect(report).toMatchObject({ removed: [], failed: [{ name: "a.md" }] });
    expect((await library.document("a"))?.text).toContain("kooperiert");
  });

  it("throws not_found for a path that is not there", async () => {
    await expect(ingester.ingestPaths([path.join(folder, "none")])).rejects.toMatchObject({ code: "not_found" });
  });

  it("stops when it is cancelled", async () => {
    write("a.md", page("a", "Die Klinik kooperiert."));
    const signal = AbortSignal.abort();
    await expect(ingester.ingestPaths([folder], { signal })).rejects.toMatchObject({ code: "cancelled" });
    expect(await ids()).toEqual([]);
  });
});

describe("ingestUpload", () => {
  it("is idempotent by content, refuses other content under the same id, and replaces when told", async () => {
    const first = await ingester.ingestUpload(upload("Ein Satz steht hier."), { id: "x" });
    expect(first).toMatchObject({ outcome: "added", document: { id: "x", ingestedAt: "2024-03-02T10:00:00.000Z" } });
    expect((await ingester.ingestUpload(upload("Ein Satz steht hier."), { id: "x" })).outcome).toBe("unchanged");
    const other = upload("Ein anderer Satz steht hier.");
    await expect(ingester.ingestUpload(other, { id: "x" })).rejects.toMatchObject({ code: "duplicate_document" });
    expect((await ingester.ingestUpload(other, { id: "x", replace: true })).outcome).toBe("updated");
  });

  it("counts metadata beside the text as content", async () => {
    await ingester.ingestUpload(upload("Ein Satz steht hier.", { title: "Alt" }), { id: "x" });
    const next = await ingester.ingestUpload(upload("Ein Satz steht hier.", { title: "Neu" }), {
      id: "x",
      replace: true,
    });
    expect(next).toMatchObject({ outcome: "updated", document: { title: "Neu" } });
  });

  it("lets only one of two uploads at the same time have an id", async () => {
    const both = [upload("Ein Satz steht hier."), upload("Ein anderer Satz steht hier.")];
    const results = await Promise.allSettled(both.map((one) => ingester.ingestUpload(one, { id: "x" })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("refresh", () => {
  it("makes documents of another recipe again, from what was handed in", async () => {
    write("a.md", page("a", "Die Klinik kooperiert."));
    await ingester.ingestPaths([folder]);
    await ingester.ingestUpload(upload("Hochgeladen ist dieser Satz."), { id: "up" });
    for (const id of await ids()) {
      const [document, origin] = [await library.document(id), await library.origin(id)];
      if (document && origin) await library.put(document, [], { ...origin, recipe: "older" });
    }
    expect((await ingester.refresh()).updated).toEqual(["a", "up"]);
    expect((await ingester.refresh()).updated).toEqual([]);
    expect((await ingester.ingestPaths([folder])).unchanged).toEqual(["a"]);
  });
});
