import { describe, expect, it } from "vitest";
import { KonsilError } from "../../contracts/errors.js";
import { asStorageError } from "./storage-errors.js";

function sqliteError(rawCode: number): Error {
  return Object.assign(new Error("as the engine puts it, /data/konsil.db"), { rawCode, code: "SQLITE" });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: open '/data/konsil.db'`), { code });
}

describe("storage errors", () => {
  const cases: readonly [string, Error, string, RegExp][] = [
    ["a full disk", sqliteError(13), "storage_unavailable", /full/],
    ["a full disk, in the file system's words", systemError("ENOSPC"), "storage_unavailable", /full/],
    ["a read-only database", sqliteError(8 | (6 << 8)), "storage_unavailable", /cannot be written/],
    ["a forbidden folder", systemError("EACCES"), "storage_unavailable", /cannot be written/],
    ["a read-only disk", systemError("EROFS"), "storage_unavailable", /cannot be written/],
    ["a failing disk", sqliteError(10 | (3 << 8)), "storage_unavailable", /reports an error/],
    ["a busy database", sqliteError(5), "storage_unavailable", /Another process/],
    ["a corrupt database", sqliteError(11), "storage_damaged", /backup/],
    ["a file that is no database", sqliteError(26), "storage_damaged", /backup/],
    [
      "a file that cannot be opened",
      new Error('ConnectionFailed("Unable to open connection to local database /data/konsil.db: 14")'),
      "storage_unavailable",
      /cannot be opened/,
    ],
  ];
  for (const [what, cause, code, message] of cases) {
    it(`says what to do about ${what}, and names no folder`, () => {
      const error = asStorageError(cause);
      expect(error).toMatchObject({ code, cause, message: expect.stringMatching(message) });
      expect(error).toMatchObject({ message: expect.not.stringContaining("/data") });
    });
  }

  it("leaves everything else as it is", () => {
    const own = new KonsilError("not_found", "no");
    const constraint = sqliteError(19);
    expect(asStorageError(own)).toBe(own);
    expect(asStorageError(constraint)).toBe(constraint);
    expect(asStorageError("text")).toBe("text");
  });
});
