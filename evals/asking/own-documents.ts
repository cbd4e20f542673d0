import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { clean } from "../../src/ingest/clean.js";
import { describe } from "../../src/ingest/describe.js";
import { parse } from "../../src/ingest/parse/parse.js";
import { type FoundFile, findFiles, readBytes } from "../../src/ingest/read.js";
import type { Source, Sources } from "../cases/sources.js";
import type { DocumentSet } from "./document-sets.js";

/** A folder of documents of one's own, in every format that Konsil reads. */
export interface OwnDocuments {
  readonly set: DocumentSet;
  /** What evidence is looked up in: the texts as Konsil quotes them. */
  readonly sources: Sources;
}

/**
 * Reads the documents of a folder and of the folders in it; the set is called after the folder. Throws an `Error` that
 * names a folder that is not there or holds no document, and every file that cannot be read.
 */
export async function ownDocuments(given: string): Promise<OwnDocuments> {
  const folder = path.resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`there is no folder of documents ${given}`);
  const files = await findFiles([folder]);
  if (files.length === 0) throw new Error(`there are no documents in ${given}`);
  const sources = new Map<string, Source>();
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = bytesOf(file);
    hash.update(`${file.name}\0${bytes.length}\0`).update(bytes);
    const source = readSource(file.name, bytes);
    if (sources.has(source.id)) throw new Error(`two documents in ${given} have the id ${source.id}`);
    sources.set(source.id, source);
  }
  const version = hash.digest("hex").slice(0, 16);
  return { set: { name: path.basename(folder), folder, changes: [], version, idOf: (id) => id }, sources };
}

function readSource(name: string, bytes: Uint8Array): Source {
  try {
    const parsed = parse({ name, mediaType: null, bytes });
    const { id, publisher, partners, language } = describe(parsed, { name, given: {} });
    return { id, text: clean(parsed, language).text.normalize("NFC"), publisher, partners };
  } catch (cause) {
    throw new Error(`${name} cannot be read`, { cause });
  }
}

function bytesOf({ name, path: file }: FoundFile): Uint8Array {
  try {
    return readBytes(file);
  } catch (cause) {
    throw new Error(`${name} cannot be read`, { cause });
  }
}
