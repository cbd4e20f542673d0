import { KonsilError } from "../../contracts/errors.js";

interface Failure {
  readonly code: "storage_unavailable" | "storage_damaged";
  readonly message: string;
}

const FULL: Failure = {
  code: "storage_unavailable",
  message: "The disk of the data folder is full. Nothing stored was lost; free some space and try again.",
};
const READ_ONLY: Failure = {
  code: "storage_unavailable",
  message: "The data folder cannot be written. Give this process the right to write there, or choose another folder.",
};
const CANNOT_OPEN: Failure = {
  code: "storage_unavailable",
  message: "The data folder cannot be opened. Check that it is a folder and that this process may read and write it.",
};
const BUSY: Failure = {
  code: "storage_unavailable",
  message: "Another process has been writing to the data folder for too long. Try again once it has finished.",
};
const BROKEN_DISK: Failure = {
  code: "storage_unavailable",
  message: "The disk of the data folder reports an error. Nothing stored was changed; check the disk and try again.",
};
const DAMAGED: Failure = {
  code: "storage_damaged",
  message:
    "The database konsil.db is damaged or not a database of Konsil. Restore it from a backup, or move it away and ingest the documents again.",
};

/** By primary result code of SQLite (https://www.sqlite.org/rescode.html), the low byte of the extended one. */
const BY_SQLITE_CODE: ReadonlyMap<number, Failure> = new Map([
  [3, READ_ONLY], // PERM
  [5, BUSY], // BUSY
  [6, BUSY], // LOCKED
  [8, READ_ONLY], // READONLY
  [10, BROKEN_DISK], // IOERR
  [11, DAMAGED], // CORRUPT
  [13, FULL], // FULL
  [14, CANNOT_OPEN], // CANTOPEN
  [23, READ_ONLY], // AUTH
  [26, DAMAGED], // NOTADB
]);

const BY_SYSTEM_CODE: ReadonlyMap<string, Failure> = new Map([
  ["ENOSPC", FULL],
  ["EDQUOT", FULL],
  ["EFBIG", FULL],
  ["EACCES", READ_ONLY],
  ["EPERM", READ_ONLY],
  ["EROFS", READ_ONLY],
  ["ENOTDIR", CANNOT_OPEN],
  ["EEXIST", CANNOT_OPEN],
  ["ENOENT", CANNOT_OPEN],
  ["EMFILE", CANNOT_OPEN],
  ["ENFILE", CANNOT_OPEN],
  ["EIO", BROKEN_DISK],
]);

function sqliteCode(error: Error): number | null {
  if ("rawCode" in error && typeof error.rawCode === "number") return error.rawCode & 0xff;
  // Opening a file fails with the code in the text alone: `ConnectionFailed("Unable to open … : 14")`.
  const inText = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message)?.[1];
  return inText === undefined ? null : Number(inText) & 0xff;
}

function failureOf(error: Error): Failure | undefined {
  const code = sqliteCode(error);
  if (code !== null) return BY_SQLITE_CODE.get(code);
  return "code" in error && typeof error.code === "string" ? BY_SYSTEM_CODE.get(error.code) : undefined;
}

/** What SQLite or the file system complains about, in words for the operator; anything else comes back as it was. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof KonsilError) return error;
  const failure = failureOf(error);
  return failure === undefined ? error : new KonsilError(failure.code, failure.message, { cause: error });
}

/** Runs the work; its storage failures come out as `storage_unavailable` and `storage_damaged`. */
export function guardStorage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStorageError(error);
  }
}

/** A row that this version wrote and cannot read back. */
export function damagedRow(cause: unknown): KonsilError {
  return new KonsilError(DAMAGED.code, DAMAGED.message, { cause });
}
