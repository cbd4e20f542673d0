import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/adapters/library-local/connection.js";
import { deleteDocument, insertDocument, readDocument } from "../../src/adapters/library-local/document-store.js";
import { metadataOf } from "../../src/adapters/library-local/put-check.js";
import { prepareSchema } from "../../src/adapters/library-local/schema.js";
import { guardStorage } from "../../src/adapters/library-local/storage-errors.js";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { DIMENSIONS, RECIPE } from "../contract/synthetic-documents.js";
import { commandOf } from "./child.js";
import { versionOf } from "./versioned-document.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "konsil-disk-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether this machine lets a process of ours mount a small disk that vanishes with it. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}

function lastMessage(command: string, words: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (line === "") throw new Error(`The child process said nothing: ${stderr}`);
  return JSON.parse(line);
}

/** Runs a shell script that may mount on the data folder; what it said last. */
function onOwnDisk(script: string): unknown {
  return lastMessage("unshare", ["-rm", "sh", "-ec", script]);
}

const SOUND = { code: "storage_unavailable", lost: [], problems: [] };

describe("a full disk", { timeout: 60_000 }, () => {
  it("leaves the earlier document as it was, and room for the next once there is space", () => {
    const connection = connect(join(folder, "konsil.db"));
    prepareSchema(connection);
    const put = (version: number) =>
      guardStorage(() =>
        connection.write(() => {
          const { document, passages, origin } = versionOf("document-1", version);
          const bytes = new Uint8Array(version === 2 ? 500_000 : 10);
          deleteDocument(connection, document.id);
          insertDocument(connection, metadataOf(document), document.text, passages, { ...origin, bytes });
        }),
      );
    put(1);
    connection.exec("PRAGMA max_page_count = 60");
    expect(() => put(2)).toThrow(expect.objectContaining({ code: "storage_unavailable" }));
    expect(readDocument(connection, "document-1")).toEqual(versionOf("document-1", 1).document);
    connection.exec("PRAGMA max_page_count = 100000");
    put(3);
    expect(readDocument(connection, "document-1")).toEqual(versionOf("document-1", 3).document);
    expect(connection.all("PRAGMA integrity_check")).toEqual([["ok"]]);
    connection.close();
  });

  it("loses nothing that was stored (a file size limit)", () => {
    const command = `ulimit -f 1500; exec ${quoted(commandOf("fill", folder))}`;
    const result = lastMessage("bash", ["-c", command]);
    expect(result).toMatchObject(SOUND);
  });

  it.skipIf(!canMount)("loses nothing that was stored (a disk of 2 MB; needs the right to mount)", () => {
    const result = onOwnDisk(`mount -t tmpfs -o size=2m tmpfs '${folder}'; exec ${quoted(commandOf("fill", folder))}`);
    expect(result).toMatchObject(SOUND);
  });
});

describe("a data folder that cannot be used", { timeout: 60_000 }, () => {
  it("is reported when it lies below a file", async () => {
    writeFileSync(join(folder, "file"), "");
    const options = { folder: join(folder, "file", "data"), recipe: RECIPE, dimensions: DIMENSIONS };
    await expect(createLocalLibrary(options)).rejects.toMatchObject({ code: "storage_unavailable" });
    await expect(createLocalLibrary(options)).rejects.not.toThrow(folder);
  });

  it.skipIf(!canMount)("is reported when its disk is read-only (needs the right to mount)", () => {
    const tryOpening = quoted(commandOf("open", join(folder, "data")));
    const mount = `mount -t tmpfs -o size=2m tmpfs '${folder}'`;
    const fresh = onOwnDisk(`${mount}; mount -o remount,ro '${folder}'; exec ${tryOpening}`);
    expect(fresh).toMatchObject({ code: "storage_unavailable" });
    const used = onOwnDisk(`${mount}; ${tryOpening}; mount -o remount,ro '${folder}'; exec ${tryOpening}`);
    expect(used).toMatchObject({ code: "storage_unavailable" });
  });
});
