import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KonsilError } from "../../contracts/errors.js";

const BYTES = 32;
const FILE = "token-secret";

/**
 * The secret that signs the widget's tokens, made once and kept in `folder` for its owner alone: so tokens outlive a
 * restart, and hold for every server on this data folder. Throws `storage_unavailable`.
 */
export function keepWidgetSecret(folder: string): Uint8Array {
  const path = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true });
    return readSecret(path) ?? makeSecret(path);
  } catch (cause) {
    throw new KonsilError("storage_unavailable", `The secret of the widget cannot be kept in ${folder}`, { cause });
  }
}

/** Null where there is none, or one that was cut short. */
function readSecret(path: string): Uint8Array | null {
  try {
    const secret = readFileSync(path);
    return secret.length === BYTES ? secret : null;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Written aside and linked into place: of two processes at the same time both get the one that came first. */
function makeSecret(path: string): Uint8Array {
  const aside = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(aside, randomBytes(BYTES), { mode: 0o600, flag: "wx" });
  try {
    linkSync(aside, path);
  } catch (error) {
    const known = hasCode(error, "EEXIST") ? readSecret(path) : null;
    if (known !== null) return known;
    // One that was cut short, or a file system without links.
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(path);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
