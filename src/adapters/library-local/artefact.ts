import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import { replaceFile, syncToDisk } from "./durable-files.js";
import { isWholeHnswFile } from "./hnsw-file.js";
import { HNSW, loadVectorIndex, type VectorIndex } from "./vector-index.js";

/**
 * The vector index on disk: `index/<generation>/vectors.hnsw` and `manifest.json`, and `index/current`, which names the
 * generation that counts. It can be made again from the database at any time, so whatever is odd about it, it is left.
 */
const FORMAT = 1;
const VECTORS_FILE = "vectors.hnsw";
const MANIFEST_FILE = "manifest.json";
const POINTER_FILE = "current";

const count = z.int().nonnegative();

export const revisionSchema = z.object({
  revision: z.string().min(1),
  /** Key of the first passage; the others follow without a gap. */
  first: count,
  passages: count,
  words: count,
});
/** One stored state of one document, as far as searches need to know it. */
export type Revision = z.infer<typeof revisionSchema>;

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  recipe: z.string(),
  dimensions: count,
  hnsw: z.object({
    space: z.literal(HNSW.space),
    m: z.literal(HNSW.m),
    efConstruction: z.literal(HNSW.efConstruction),
  }),
  bytes: count,
  sha256: z.string(),
  dropped: count,
  highestKey: count,
  revisions: z.array(revisionSchema),
});

/** A generation's name is a folder's name, and nothing that leads elsewhere. */
const generationSchema = z.string().regex(/^[0-9a-f-]{36}$/);

export interface Artefact {
  readonly generation: string;
  readonly index: VectorIndex;
  readonly revisions: readonly Revision[];
}

export interface ArtefactKind {
  readonly recipe: string;
  readonly dimensions: number;
}

/** Why there is no artefact to start from, for the log. */
export type Refusal = "missing" | "damaged" | "other_recipe" | "outdated";

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function passagesOf(revisions: readonly Revision[]): number {
  return revisions.reduce((sum, { passages }) => sum + passages, 0);
}

/** The generation that `index/current` names; null when there is none. */
export function currentGeneration(folder: string): string | null {
  try {
    return generationSchema.safeParse(readFileSync(join(folder, POINTER_FILE), "utf8").trim()).data ?? null;
  } catch {
    return null; // No pointer, or none that can be read: the index is built anew.
  }
}

function readGeneration(folder: string, generation: string, kind: ArtefactKind): Artefact | Refusal {
  const file = join(folder, generation, VECTORS_FILE);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, generation, MANIFEST_FILE), "utf8")));
  const { revisions, dropped } = manifest;
  if (manifest.recipe !== kind.recipe || manifest.dimensions !== kind.dimensions) return "other_recipe";
  const bytes = readFileSync(file);
  const whole =
    bytes.length === manifest.bytes &&
    sha256(bytes) === manifest.sha256 &&
    isWholeHnswFile(bytes, passagesOf(revisions) + dropped, kind.dimensions);
  return whole ? { generation, index: loadVectorIndex(file, kind.dimensions, manifest), revisions } : "damaged";
}

/** Loads the current generation, once everything about it has been checked. */
export function readArtefact(folder: string, kind: ArtefactKind): Artefact | Refusal {
  const generation = currentGeneration(folder);
  if (generation === null) return "missing";
  let found: Artefact | Refusal;
  try {
    found = readGeneration(folder, generation, kind);
  } catch {
    found = "damaged"; // Said in the log by the caller; the database has everything that is needed.
  }
  // Another process may have put a newer generation in place, and removed this one while it was read.
  return found === "damaged" && currentGeneration(folder) !== generation ? readArtefact(folder, kind) : found;
}

/** Throws `storage_unavailable` when the disk is full, and leaves the earlier generation in place. Returns the new one. */
export function writeArtefact(
  folder: string,
  kind: ArtefactKind,
  index: VectorIndex,
  revisions: readonly Revision[],
): string {
  const generation = randomUUID();
  const home = join(folder, generation);
  try {
    mkdirSync(home, { recursive: true });
    const file = join(home, VECTORS_FILE);
    index.write(file);
    const bytes = readFileSync(file);
    if (!isWholeHnswFile(bytes, index.elements(), kind.dimensions)) {
      throw new KonsilError("storage_unavailable", "The disk of the data folder is full: the index was not written.");
    }
    syncToDisk(file);
    const manifest: z.infer<typeof manifestSchema> = {
      format: FORMAT,
      ...kind,
      hnsw: { space: HNSW.space, m: HNSW.m, efConstruction: HNSW.efConstruction },
      bytes: bytes.length,
      sha256: sha256(bytes),
      dropped: index.dropped(),
      highestKey: index.highestKey(),
      revisions: [...revisions],
    };
    replaceFile(join(home, MANIFEST_FILE), JSON.stringify(manifest));
    syncToDisk(folder);
    replaceFile(join(folder, POINTER_FILE), `${generation}\n`);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return generation;
}

/** Removes earlier generations and what a crash left behind. Only while no other process can be writing one. */
export function removeOldGenerations(folder: string, current: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== current && name !== POINTER_FILE) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
