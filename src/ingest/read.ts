import { readFileSync, type Stats, statSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve, sep } from "node:path";
import { KonsilError } from "../contracts/errors.js";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Path below the folder that was named, with `/`; the base name of a file that was named itself. */
  readonly name: string;
  /** The folder that was named, absolute; the file's own folder when the file was named itself. */
  readonly root: string;
}

const EXTENSIONS = new Set([".md", ".markdown", ".txt", ".html", ".htm"]);
const NOT_IN_FOLDERS = new Set(["readme.md"]);

/**
 * The files below the given paths, each once, in a stable order. Folders are searched through, hidden entries,
 * `README.md` and other formats in them are passed over; a file named itself is always found, and refused by
 * `readBytes` when its format is not known. A subfolder that cannot be listed is found like a file, so that reading it
 * reports it. Throws `not_found` for a path that is not there.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const add = (file: FoundFile): void => {
    if (!found.has(file.path)) found.set(file.path, file);
  };
  for (const given of paths) {
    const path = resolve(given);
    const what = await statOf(path);
    if (what === null) throw new KonsilError("not_found", `There is no file or folder "${given}".`);
    if (what.isDirectory()) await search(path, path, new Set(), add);
    else add({ path, name: basename(path), root: resolve(path, "..") });
  }
  return [...found.values()];
}

/**
 * The bytes of one file, at once: files are small, and are taken in the order in which they were found. Throws `unsupported_media_type` for an extension that Konsil does not read,
 * `unreadable_document` when the file is gone, is not a file, or may not be read.
 */
export function readBytes(path: string): Uint8Array {
  const name = basename(path);
  try {
    const what = statSync(path);
    // Reading a pipe or a device could wait for ever.
    if (what.isDirectory())
      throw new KonsilError("unreadable_document", `"${name}" is a folder that cannot be listed.`);
    if (!isKnown(name)) throw unsupported(name);
    if (!what.isFile()) throw new KonsilError("unreadable_document", `"${name}" is not a regular file.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof KonsilError) throw error;
    throw new KonsilError("unreadable_document", `"${name}" cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

async function search(
  folder: string,
  root: string,
  visited: Set<string>,
  add: (file: FoundFile) => void,
): Promise<void> {
  const name = relative(root, folder).split(sep).join("/");
  let entries: string[];
  try {
    // A link back to a folder above would otherwise be followed for ever.
    const real = await realpath(folder);
    if (visited.has(real)) return;
    visited.add(real);
    entries = await readdir(folder);
  } catch (error) {
    if (folder === root) {
      const reason = reasonOf(error);
      throw new KonsilError("unreadable_document", `The folder "${basename(root)}" cannot be read: ${reason}.`, {
        cause: error,
      });
    }
    add({ path: folder, name, root });
    return;
  }
  for (const entry of entries.sort()) {
    if (entry.startsWith(".") || NOT_IN_FOLDERS.has(entry.toLowerCase())) continue;
    const path = join(folder, entry);
    const what = await statOf(path);
    if (what?.isDirectory()) await search(path, root, visited, add);
    // A dangling link of a known extension is found too, so that reading it reports it.
    else if (isKnown(entry) && (what === null || what.isFile())) {
      add({ path, name: relative(root, path).split(sep).join("/"), root });
    }
  }
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"].includes(systemCode(error))) return null;
    const reason = reasonOf(error);
    throw new KonsilError("unreadable_document", `"${basename(path)}" cannot be read: ${reason}.`, { cause: error });
  }
}

function isKnown(name: string): boolean {
  return EXTENSIONS.has(extname(name).toLowerCase());
}

function unsupported(name: string): KonsilError {
  const known = [...EXTENSIONS].join(", ");
  return new KonsilError(
    "unsupported_media_type",
    `"${name}" is of a format that is not read here; known are ${known}.`,
  );
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function reasonOf(error: unknown): string {
  switch (systemCode(error)) {
    case "EACCES":
    case "EPERM":
      return "permission is missing";
    case "ENOENT":
    case "ELOOP":
      return "it is not there, or a link that leads nowhere";
    default:
      return `the file system reports ${systemCode(error) || "an unknown error"}`;
  }
}
