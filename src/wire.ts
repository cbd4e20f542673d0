import { createE5Embedder } from "./adapters/embedder-e5.js";
import type { LocalLibrary, LocalLibraryOptions } from "./adapters/library-local.js";
import type { Asker } from "./ask/ask.js";
import type { Writing } from "./ask/tell-answer.js";
import type { Config } from "./config.js";
import type { KeptResponses } from "./contracts/kept-responses.js";
import type { Embedder, Library, Reranker, Writer } from "./contracts/ports.js";
import type { Ingester, IngestOptions, IngestReport } from "./ingest/ingest.js";
import { createFeedback, type Feedback } from "./observe/feedback.js";
import type { Log } from "./observe/log.js";
import { createRecentAnswers } from "./observe/recent-answers.js";
import { openReranker } from "./open-reranker.js";
import { openWriter, type WriterLimits } from "./open-writer.js";
import { readPrompts } from "./prompts.js";
import { rememberAnswers } from "./remember-answers.js";

/** What `/readyz` shows. */
export interface Readiness {
  readonly ready: boolean;
  readonly model: "loading" | "ready" | "failed";
  readonly index: "opening" | "ingesting" | "ready" | "failed";
  readonly documents: number;
  readonly passages: number;
}

/** The assembled application, without any channel. */
export interface Application {
  readonly asker: Asker;
  readonly ingester: Ingester;
  readonly library: Library;
  /** On the answers of `asker`. */
  readonly feedback: Feedback;
  /** Answers to requests that may be repeated. */
  readonly keptResponses: KeptResponses;
  readonly embedder: Embedder;
  /** Null where none is configured. */
  readonly reranker: Reranker | null;
  /** Null where answers quote the documents. */
  readonly writer: Writer | null;
  /**
   * Brings the library up to date: waits for the model, makes again what an earlier version made, and mirrors the
   * corpus folder. Ready when this is done. Throws `model_unavailable`, `not_found` for a missing folder.
   */
  prepare(corpus: string | null, options?: Omit<IngestOptions, "mirror">): Promise<IngestReport>;
  /** True when some documents were made by another version or model, and are not found until they are made again. */
  isOutdated(): Promise<boolean>;
  /** Reads the whole database and index, and says what is damaged; empty when all is sound. */
  integrity(): Promise<readonly string[]>;
  readiness(): Promise<Readiness>;
  /** Writes what is left to write and frees everything. */
  close(): Promise<void>;
}

export interface WireOptions {
  readonly log: Log;
  /** Threads that embed; one is enough, and starts sooner, where there is one question to embed. */
  readonly embeddingThreads?: number;
  /** In place of the configured one, for example one made from a LangChain compressor; closed with the application. */
  readonly reranker?: Reranker;
  /** In place of the configured one, for example one made from a LangChain chat model; closed with the application. */
  readonly writer?: Writer;
  readonly writerLimits?: WriterLimits;
}

/** The composition root. The model loads in the background: `prepare` and the first question wait for it. */
export async function wire(
  config: Config,
  { log, embeddingThreads, reranker: given, writer: givenWriter, writerLimits }: WireOptions,
): Promise<Application> {
  const workers = embeddingThreads === undefined ? {} : { workers: embeddingThreads };
  const embedder = await createE5Embedder({ ...config.embedder, ...workers });
  // The model takes longest, so its threads get a head start: everything else is imported while they load it.
  const [
    { createAsker, warmUp },
    { createIngester },
    { recipeOf },
    { createSqliteFeedbackBook },
    { createSqliteKeptResponses },
    writer,
  ] = await Promise.all([
    import("./ask/ask.js"),
    import("./ingest/ingest.js"),
    import("./ingest/recipe.js"),
    import("./adapters/feedback-sqlite.js"),
    import("./adapters/kept-responses-sqlite.js"),
    openWriter(config, log, givenWriter, writerLimits),
  ]).catch(async (error: unknown) => {
    await embedder.close();
    throw error;
  });
  const recipe = recipeOf(embedder.id);
  const library = await openLibrary(config, embedder, recipe, log);
  const ingester = createIngester({ library, embedder });
  const reranker = await openReranker(config, log, given);
  const recent = createRecentAnswers();
  const book = createSqliteFeedbackBook({ folder: config.data });
  const keptResponses = createSqliteKeptResponses({ folder: config.data });
  const writing = writer === null ? null : writingWith(writer, log);

  let model: Readiness["model"] = "loading";
  let index: Readiness["index"] = "opening";
  const loaded = embedder.ready().then(
    () => {
      model = "ready";
    },
    (error: unknown) => {
      model = "failed";
      throw error;
    },
  );
  // Whoever needs the model hears of the failure; until then it is no unhandled rejection.
  loaded.catch(() => undefined);

  return {
    asker: rememberAnswers(createAsker({ library, embedder, reranker, writing }), recent),
    ingester,
    library,
    feedback: createFeedback({ book, recent, library }),
    keptResponses,
    embedder,
    reranker,
    writer,

    async prepare(corpus, options = {}) {
      index = "ingesting";
      try {
        const refreshed = await ingester.refresh(options);
        const read = corpus === null ? null : await ingester.ingestPaths([corpus], { ...options, mirror: true });
        // While the model is still loading in its thread, and for the rest when whoever waits was told that all is ready.
        void warmUp();
        await loaded;
        index = "ready";
        return read === null ? refreshed : joined(refreshed, read);
      } catch (error) {
        index = "failed";
        throw error;
      }
    },

    async isOutdated() {
      return [...(await library.origins()).values()].some((origin) => origin.recipe !== recipe);
    },

    integrity: () => library.integrity(),

    async readiness() {
      const { documents, passages } = await library.statistics();
      return { ready: model === "ready" && index === "ready", model, index, documents, passages };
    },

    async close() {
      await reranker?.close();
      await writer?.close();
      await book.close();
      await keptResponses.close();
      await library.close();
      await embedder.close();
    },
  };
}

async function openLibrary(config: Config, embedder: Embedder, recipe: string, log: Log): Promise<LocalLibrary> {
  const { dimensions } = embedder;
  try {
    const { createLocalLibrary } = await import("./adapters/library-local.js");
    return await createLocalLibrary({ folder: config.data, recipe, dimensions, log: indexLog(log) });
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

function writingWith(writer: Writer, log: Log): Writing {
  // What was removed is nothing for a log: why, is.
  const onReply: NonNullable<Writing["onReply"]> = ({ told, fallen }) =>
    log.debug({ told, removed: fallen.map(({ reason }) => reason) }, "sentences of the language model were grounded");
  return { writer, prompts: readPrompts(), onReply };
}

function indexLog(log: Log): NonNullable<LocalLibraryOptions["log"]> {
  return (event) => {
    const { type } = event;
    if (type === "index.not_written") log.warn({ err: event.error }, "the index could not be saved and is built anew");
    else if (type === "index.rebuilt") log.info({ reason: event.reason, passages: event.passages }, "index rebuilt");
    else log.debug({ passages: event.passages }, "index loaded");
  };
}

/** What was made again and then read anew counts once, by what reading it did. */
function joined(first: IngestReport, second: IngestReport): IngestReport {
  const read = new Set([...second.added, ...second.updated, ...second.removed]);
  const updated = first.updated.filter((id) => !read.has(id));
  return {
    added: second.added,
    updated: [...updated, ...second.updated],
    unchanged: second.unchanged.filter((id) => !updated.includes(id)),
    removed: second.removed,
    failed: [...first.failed, ...second.failed],
  };
}

/**
 * Writes the passages with their vectors into a folder that LangChain's `HNSWLib.load` reads, and returns how many
 * there are. Throws `index_not_ready` for an empty library.
 */
export async function exportToLangChain({ library, embedder }: Application, folder: string): Promise<number> {
  const [{ KonsilEmbeddings }, { exportToHnswLib }] = await Promise.all([
    import("./adapters/langchain-embeddings.js"),
    import("./adapters/langchain-export.js"),
  ]);
  return exportToHnswLib(library, new KonsilEmbeddings(embedder), folder);
}
