import { existsSync } from "node:fs";
import path from "node:path";
import { KonsilError } from "../contracts/errors.js";
import type { Library, OriginSummary } from "../contracts/ports.js";
import { failureOf, type IngestFailure, type IngestOptions, type IngestReport } from "./ingest-report.js";
import { fingerprint, type Prepare } from "./prepared.js";
import { type FoundFile, findFiles, readBytes } from "./read.js";

/** Documents that are embedded at the same time: enough to keep every embedding worker busy while others are parsed. */
const IN_FLIGHT = 4;

interface Parts {
  readonly library: Library;
  readonly prepare: Prepare;
  readonly recipe: string;
}

type Outcome = { readonly kind: "added" | "updated" | "unchanged"; readonly id: string } | IngestFailure;

/** Brings files and folders into the library; see `Ingester.ingestPaths`. */
export async function ingestFolders(
  parts: Parts,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> {
  const files = await findFiles(paths);
  const known = await parts.library.origins();
  const bySource = new Map([...known].map(([id, { source }]) => [source, id]));
  const taken = new Map<string, FoundFile>();
  const claim = (id: string, file: FoundFile) => claimId(id, file, known, taken);
  const outcomes: Outcome[] = [];
  let done = 0;
  await inFlight(files, async (file, at) => {
    if (options.signal?.aborted) throw new KonsilError("cancelled", "Ingestion was cancelled.");
    outcomes[at] = await bringIn(parts, file, { known, bySource, claim }, options.signal);
    done += 1;
    options.progress?.({ done, total: files.length, name: file.name });
  });
  const removed = await removeGone(parts.library, files, known, taken, options.mirror === true ? paths : []);
  if (removed.length > 0 || outcomes.some((outcome) => "kind" in outcome && outcome.kind !== "unchanged")) {
    await parts.library.flush();
  }
  return report(outcomes, removed);
}

/** Runs the work on the items in order, some at a time; after the first error nothing new is started. */
async function inFlight<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>): Promise<void> {
  const rest = items.entries();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [at, item] of rest) {
      if (failed) return;
      await work(item, at).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

interface State {
  readonly known: ReadonlyMap<string, OriginSummary>;
  readonly bySource: ReadonlyMap<string | null, string>;
  readonly claim: (id: string, file: FoundFile) => void;
}

/** Everything up to the first `await` runs in the order of the files, so that ids are claimed in that order too. */
async function bringIn(
  { prepare, recipe }: Parts,
  file: FoundFile,
  { known, bySource, claim }: State,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  try {
    const source = { source: file.path, name: file.name, mediaType: null, bytes: readBytes(file.path), given: {} };
    const sameId = bySource.get(file.path);
    const same = sameId === undefined ? undefined : known.get(sameId);
    if (sameId !== undefined && same?.sha256 === fingerprint(source) && same.recipe === recipe) {
      claim(sameId, file);
      return { kind: "unchanged", id: sameId };
    }
    const prepared = prepare(source);
    const { id } = prepared.document;
    claim(id, file);
    await prepared.store(signal);
    return { kind: known.has(id) ? "updated" : "added", id };
  } catch (error) {
    return failureOf(file.name, error);
  }
}

/** One id, one document: neither a second file of this run nor a document from elsewhere is overwritten silently. */
function claimId(
  id: string,
  file: FoundFile,
  known: ReadonlyMap<string, OriginSummary>,
  taken: Map<string, FoundFile>,
): void {
  const rival = taken.get(id);
  if (rival !== undefined) {
    throw new KonsilError(
      "duplicate_document",
      `Its id "${id}" is also that of ${rival.name}. Give one of them another id.`,
    );
  }
  const earlier = known.get(id);
  const elsewhere = earlier !== undefined && earlier.source !== file.path;
  if (elsewhere && (earlier.source === null || existsSync(earlier.source))) {
    throw new KonsilError(
      "duplicate_document",
      `Its id "${id}" is taken by a document that came from elsewhere. Give this one another id, or remove that one first.`,
    );
  }
  taken.set(id, file);
}

/** Documents whose file is gone from a mirrored folder, and those whose file now holds a document of another id. */
async function removeGone(
  library: Library,
  files: readonly FoundFile[],
  known: ReadonlyMap<string, OriginSummary>,
  taken: ReadonlyMap<string, FoundFile>,
  mirrored: readonly string[],
): Promise<string[]> {
  const present = new Set(files.map((file) => file.path));
  const claimed = new Set([...taken.values()].map((file) => file.path));
  const roots = mirrored.map((folder) => `${path.resolve(folder)}${path.sep}`);
  const gone = [...known].filter(([id, { source }]) => {
    if (source === null || taken.has(id)) return false;
    if (claimed.has(source)) return true;
    return !present.has(source) && roots.some((root) => source.startsWith(root));
  });
  for (const [id] of gone) await library.remove(id);
  return gone.map(([id]) => id);
}

function report(outcomes: readonly Outcome[], removed: readonly string[]): IngestReport {
  const ids = (kind: string) =>
    outcomes.flatMap((outcome) => ("kind" in outcome && outcome.kind === kind ? [outcome.id] : []));
  const failed = outcomes.flatMap((outcome) => ("kind" in outcome ? [] : [outcome]));
  return { added: ids("added"), updated: ids("updated"), unchanged: ids("unchanged"), removed, failed };
}
