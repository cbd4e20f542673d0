import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Returns once the file's content, or the folder's list of names, has reached the disk. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The path holds the old text or the new one, after a crash at any instant too. */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, text);
  syncToDisk(beside);
  renameSync(beside, path);
  syncToDisk(dirname(path));
}
