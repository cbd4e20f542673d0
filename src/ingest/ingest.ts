import type { Document, DocumentWithText, Origin } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { IndexedPassage } from "../contracts/passage.js";
import type { Embedder, Library } from "../contracts/ports.js";
import { chunk } from "./chunk.js";
import { clean } from "./clean.js";
import { describe } from "./describe.js";
import { indexPassages } from "./index-passages.js";
import { ingestFolders } from "./ingest-folders.js";
import { failureOf, type IngestFailure, type IngestOptions, type IngestReport } from "./ingest-report.js";
import { parse } from "./parse/parse.js";
import { fingerprint, type Prepare } from "./prepared.js";
import { recipeOf } from "./recipe.js";

export type { IngestOptions, IngestProgress, IngestReport } from "./ingest-report.js";

/** Something to ingest that is already in memory: an upload. */
export interface Upload {
  /** File name; decides the parser together with `mediaType`, and the id where nothing else does. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
  /** Metadata given beside the text; wins over front matter. Keys as in a document's front matter. */
  readonly given?: Readonly<Record<string, unknown>>;
}

export type Outcome = "added" | "updated" | "unchanged";

export interface Ingested {
  readonly outcome: Outcome;
  readonly document: Document;
}

/** The one way into the corpus, for every channel. */
export interface Ingester {
  /** Files and folders. One bad file is reported and the others go in. Throws `not_found` for a path that is not there. */
  ingestPaths(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>;
  /** One upload. Without `replace`, throws `duplicate_document` when its id is taken by other content. */
  ingestUpload(
    upload: Upload,
    options?: { readonly id?: string; readonly replace?: boolean; readonly signal?: AbortSignal },
  ): Promise<Ingested>;
  /** Makes again, from their origins, the documents that were made by another recipe. */
  refresh(options?: IngestOptions): Promise<IngestReport>;
  /** True when there was such a document. */
  remove(documentId: string): Promise<boolean>;
}

export interface IngesterParts {
  readonly library: Library;
  readonly embedder: Embedder;
  /** For `ingestedAt`; injected by tests. */
  readonly now?: () => Date;
}

/** Puts the steps of ingestion in order: parse, clean, describe, chunk, embed, store. */
export function createIngester({ library, embedder, now = () => new Date() }: IngesterParts): Ingester {
  const recipe = recipeOf(embedder.id);
  const inTurn = createTurnstile();

  const prepare: Prepare = (source, id) => {
    const parsed = parse(source);
    const given = id === undefined ? source.given : { ...source.given, id };
    const described = describe(parsed, { name: source.name, given });
    const cleaned = clean(parsed, described.language);
    const passages = chunk(cleaned, described.id);
    if (passages.length === 0) {
      throw new KonsilError("unreadable_document", "There is no text in it that could answer a question.");
    }
    const document: DocumentWithText = {
      ...described,
      length: cleaned.text.length,
      passages: passages.length,
      sha256: fingerprint(source),
      ingestedAt: now().toISOString(),
      text: cleaned.text,
    };
    const origin: Origin = { ...source, recipe };
    const store = async (signal?: AbortSignal): Promise<void> => {
      const indexed: IndexedPassage[] = await indexPassages(passages, cleaned.text, described, embedder, signal);
      await library.put(document, indexed, origin);
    };
    return { document, origin, store };
  };

  return {
    ingestPaths: (paths, options = {}) => inTurn(() => ingestFolders({ library, prepare, recipe }, paths, options)),

    async ingestUpload(upload, { id, replace = false, signal } = {}) {
      const given = { ...upload.given, ...(id === undefined ? {} : { id }) };
      const { name, mediaType, bytes } = upload;
      const prepared = prepare({ source: null, name, mediaType, bytes, given });
      return inTurn(async () => {
        const earlier = await library.document(prepared.document.id);
        const outcome = compare(earlier, prepared.document, await recipeInUse(library, prepared.document.id), recipe);
        if (earlier !== null && outcome === "unchanged") return { outcome, document: withoutText(earlier) };
        if (earlier !== null && !replace) throw taken(prepared.document.id);
        await prepared.store(signal);
        return { outcome, document: withoutText(prepared.document) };
      });
    },

    refresh: (options = {}) => inTurn(() => refresh(library, prepare, recipe, options)),
    remove: (documentId) => inTurn(() => library.remove(documentId)),
  };
}

/** Lets changes of the corpus through one after the other, so that two of them never decide on the same state. */
function createTurnstile(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function refresh(
  library: Library,
  prepare: Prepare,
  recipe: string,
  { signal, progress }: IngestOptions,
): Promise<IngestReport> {
  const outdated = [...(await library.origins())].filter(([, origin]) => origin.recipe !== recipe).map(([id]) => id);
  const updated: string[] = [];
  const failed: IngestFailure[] = [];
  for (const [done, id] of outdated.entries()) {
    progress?.({ done, total: outdated.length, name: id });
    const origin = await library.origin(id);
    if (origin === null) continue;
    try {
      await prepare(origin, id).store(signal);
      updated.push(id);
    } catch (error) {
      failed.push(failureOf(id, error));
    }
  }
  if (updated.length > 0) await library.flush();
  return { added: [], updated, unchanged: [], removed: [], failed };
}

async function recipeInUse(library: Library, id: string): Promise<string | null> {
  return (await library.origins()).get(id)?.recipe ?? null;
}

function compare(earlier: Document | null, next: Document, earlierRecipe: string | null, recipe: string): Outcome {
  if (earlier === null) return "added";
  return earlier.sha256 === next.sha256 && earlierRecipe === recipe ? "unchanged" : "updated";
}

function taken(id: string): KonsilError {
  return new KonsilError(
    "duplicate_document",
    `There is already a document with the id "${id}" and other content. Give this one another id, or replace that one with PUT.`,
  );
}

function withoutText({ text: _, ...document }: DocumentWithText): Document {
  return document;
}
