import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdServerLock } from "../../src/adapters/library-local/lock.js";
import { createLocalLibrary, type LocalLibrary } from "../../src/adapters/library-local.js";
import { DIMENSIONS, RECIPE } from "../contract/synthetic-documents.js";
import { type Child, commandOf, nextMessage, startChild } from "./child.js";
import { versionOf } from "./versioned-document.js";

let folder = "";
const children: Child[] = [];

function start(mode: string): Child {
  const child = startChild(commandOf(mode, folder));
  children.push(child);
  return child;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "konsil-processes-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill("SIGKILL");
    await child.ended;
  }
  rmSync(folder, { recursive: true });
});

function open(): Promise<LocalLibrary> {
  return createLocalLibrary({ folder, recipe: RECIPE, dimensions: DIMENSIONS });
}

describe("two processes on one data folder", { timeout: 60_000 }, () => {
  async function expectVersion(library: LocalLibrary, id: string, version: number): Promise<void> {
    const { passages } = versionOf(id, version);
    for (const passage of passages) expect((await library.nearest(passage.vector, 1))[0]?.passage).toEqual(passage);
    const hits = await library.matching([`version${version}`], 50);
    expect(hits).toHaveLength(passages.length);
  }

  it("see what the other stored, replaced and removed with their next search", async () => {
    const library = await open();
    const other = start("obey");
    await nextMessage(other);
    const tell = async (step: string, id: string, version: number) => {
      other.send({ step, id, version });
      await nextMessage(other);
    };
    await tell("put", "document-1", 1);
    await expectVersion(library, "document-1", 1);
    await tell("put", "document-2", 2);
    await tell("put", "document-1", 3);
    await expectVersion(library, "document-1", 3);
    await expectVersion(library, "document-2", 2);
    expect(await library.matching(["version1"], 5)).toEqual([]);

    const mine = versionOf("document-2", 4);
    await library.put(mine.document, mine.passages, mine.origin);
    await tell("flush", "", 0);
    await tell("put", "document-3", 5);
    await library.flush();
    await expectVersion(library, "document-2", 4);
    await expectVersion(library, "document-3", 5);
    await tell("remove", "document-1", 0);
    expect(await library.matching(["version3"], 5)).toEqual([]);
    expect((await library.statistics()).documents).toBe(2);
    expect(await library.integrity()).toEqual([]);
    await library.close();
  });

  it("may open a new folder at the same instant", async () => {
    const results = await Promise.all([start("open"), start("open"), start("open")].map(nextMessage));
    expect(results).toEqual([{ code: "" }, { code: "" }, { code: "" }]);
  });
});

describe("the server's lock", { timeout: 60_000 }, () => {
  it("is held by one at a time, and free once released", async () => {
    const lock = await holdServerLock(folder);
    await expect(holdServerLock(folder)).rejects.toMatchObject({ code: "data_in_use" });
    lock.release();
    lock.release();
    (await holdServerLock(folder)).release();
  });

  it("is freed by the death of the process that held it, and does not keep others from storing", async () => {
    const server = start("lock");
    await nextMessage(server);
    await expect(holdServerLock(folder)).rejects.toMatchObject({ code: "data_in_use" });
    const library = await open();
    const { document, passages, origin } = versionOf("document-1", 1);
    await library.put(document, passages, origin);
    await library.close();
    server.process.kill("SIGKILL");
    await server.ended;
    (await holdServerLock(folder)).release();
  });
});
