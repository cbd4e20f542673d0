import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSqliteKeptResponses } from "../../src/adapters/kept-responses-sqlite.js";
import { keptResponsesConformance } from "./kept-responses.js";

function inNewFolder() {
  const folder = mkdtempSync(join(tmpdir(), "konsil-responses-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

keptResponsesConformance("SQLite", async () => {
  const { folder, remove } = inNewFolder();
  let kept = createSqliteKeptResponses({ folder, most: 3 });
  return {
    kept,
    async reopen() {
      await kept.close();
      kept = createSqliteKeptResponses({ folder, most: 3 });
      return kept;
    },
    async dispose() {
      await kept.close();
      remove();
    },
  };
});

describe("a database of responses that is damaged", () => {
  it("is named, with the way out", async () => {
    const { folder, remove } = inNewFolder();
    writeFileSync(
      join(folder, "responses.db"),
      "no database at all, and long enough to be looked at as one ".repeat(20),
    );
    const kept = createSqliteKeptResponses({ folder });
    await expect(kept.find("a", new Date(0))).rejects.toMatchObject({
      code: "storage_damaged",
      message: expect.stringContaining("responses.db"),
    });
    await kept.close();
    remove();
  });
});
