import { createHash } from "node:crypto";
import type { Asker } from "../../src/ask/ask.js";
import type { HttpParts } from "../../src/channels/http/app.js";
import type { Answer, Citation, FoundPassage } from "../../src/contracts/answer.js";
import type { Document, DocumentWithText } from "../../src/contracts/document.js";
import { KonsilError } from "../../src/contracts/errors.js";
import type { Library } from "../../src/contracts/ports.js";
import type { Ingester } from "../../src/ingest/ingest.js";
import { createFeedback } from "../../src/observe/feedback.js";
import { createRecentAnswers } from "../../src/observe/recent-answers.js";
import { rememberAnswers } from "../../src/remember-answers.js";
import { createMemoryFeedbackBook } from "./feedback-memory.js";
import { createMemoryKeptResponses } from "./kept-responses-memory.js";

/** Small parts to serve HTTP over: three documents, an asker with a ready answer, an ingester that takes text. */

export const TEXT =
  "Am 3. März 2025 gründeten das Klinikum Lindental und Optimed ein Institut.\nEs heißt „Füllhorn“ 🌽.";

const QUOTE = "Am 3. März 2025 gründeten das Klinikum Lindental und Optimed ein Institut.";

export function makeDocument(id: string, text: string, fields: Partial<Document> = {}): DocumentWithText {
  return {
    id,
    title: `Title of ${id}`,
    publisher: "Klinikum Lindental",
    publishedAt: "2025-03-03",
    url: `https://example.org/${id}`,
    language: "de",
    partners: ["Klinikum Lindental", "Optimed"],
    kind: "press-release",
    length: text.length,
    passages: 1,
    sha256: createHash("sha256").update(text).digest("hex"),
    ingestedAt: "2026-01-01T00:00:00.000Z",
    metadata: {},
    ...fields,
    text,
  };
}

export const CITATION: Citation = {
  marker: 1,
  documentId: "lindental",
  title: "Title of lindental",
  publisher: "Klinikum Lindental",
  publishedAt: "2025-03-03",
  url: "https://example.org/lindental",
  language: "de",
  passageId: "lindental#0",
  heading: null,
  quote: QUOTE,
  start: 0,
  end: QUOTE.length,
};

export const ANSWER: Answer = {
  id: "ans_1",
  status: "answered",
  answer: `${QUOTE} [1]`,
  language: "de",
  citations: [CITATION],
  abstention: null,
  asOf: "2025-03-03",
  writer: { kind: "extract" },
  warnings: [],
  followUps: ["Wie heißt das Institut?"],
  timings: { understandMs: 1, retrieveMs: 1, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 2 },
};

export const PASSAGE: FoundPassage = {
  ...{ documentId: "lindental", passageId: "lindental#0", title: "Title of lindental", heading: null },
  ...{ publisher: "Klinikum Lindental", publishedAt: "2025-03-03", url: null, language: "de" as const },
  ...{ text: QUOTE, start: 0, end: QUOTE.length, score: 0.9, scores: { vector: 0.91, words: 0.4 } },
};

export function makeAsker(overrides: Partial<Asker> = {}): Asker {
  return {
    async ask(_request, { emit } = {}) {
      emit?.({ type: "answer.started", id: ANSWER.id, language: "de" });
      emit?.({ type: "evidence.found", passages: [PASSAGE] });
      emit?.({ type: "citation.added", citation: CITATION });
      emit?.({ type: "text.delta", text: ANSWER.answer });
      emit?.({ type: "answer.finished", answer: ANSWER });
      return ANSWER;
    },
    search: async () => [PASSAGE],
    ...overrides,
  };
}

const unused = () => Promise.reject(new Error("not used over HTTP"));

/** Ordered by id; the cursor is the last id of the page before. */
export function makeLibrary(store: Map<string, DocumentWithText>): Library {
  return {
    document: async (id) => store.get(id) ?? null,
    async documents(filter = {}, { limit = 50, cursor = null } = {}) {
      const found = [...store.values()]
        .filter(({ id }) => filter.documentIds?.includes(id) ?? true)
        .filter(({ publisher }) => filter.publishers?.includes(publisher ?? "") ?? true)
        .filter(({ partners }) => filter.partners?.some((name) => partners.includes(name)) ?? true)
        .filter(({ publishedAt }) => (publishedAt ?? "") >= (filter.publishedAfter ?? ""))
        .filter(({ publishedAt }) => (publishedAt ?? "") <= (filter.publishedBefore ?? "9999-12-31"))
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .filter(({ id }) => cursor === null || id > cursor);
      const documents = found.slice(0, limit);
      return { documents, nextCursor: found.length > limit ? (documents.at(-1)?.id ?? null) : null };
    },
    statistics: async () => ({ documents: store.size, passages: store.size, languages: { de: store.size, en: 0 } }),
    ...{ put: unused, remove: unused, origin: unused, origins: unused, nearest: unused, matching: unused },
    ...{ frequencies: unused, vocabulary: unused, flush: unused, close: unused },
  };
}

/** Keeps a text as it is. A file whose bytes are no UTF-8 is unreadable. */
export function makeIngester(store: Map<string, DocumentWithText>): Ingester {
  return {
    async ingestUpload(upload, { id: wanted, replace = false } = {}) {
      const id = wanted ?? upload.name.replace(/\.\w+$/, "");
      let text: string;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(upload.bytes);
      } catch (cause) {
        throw new KonsilError("unreadable_document", `${upload.name} is no text`, { cause });
      }
      const known = store.get(id);
      if (known?.text === text) return { outcome: "unchanged", document: known };
      if (known !== undefined && !replace) throw new KonsilError("duplicate_document", `${id} holds other content`);
      const document = makeDocument(id, text, { ...upload.given, metadata: { mediaType: upload.mediaType } });
      store.set(id, document);
      return { outcome: known === undefined ? "added" : "updated", document };
    },
    remove: async (id) => store.delete(id),
    ...{ ingestPaths: unused, refresh: unused },
  };
}

export interface TestParts extends HttpParts {
  readonly store: Map<string, DocumentWithText>;
  /** Every line of the log, as it would be written. */
  readonly logged: { readonly level: string; readonly fields: Record<string, unknown>; readonly message: string }[];
}

/** Parts of an anonymous server on loopback, unless told otherwise. */
export function makeParts(overrides: Partial<HttpParts> = {}): TestParts {
  const store = new Map(
    [
      makeDocument("lindental", TEXT),
      makeDocument("north", "The hospital opened.", {
        publisher: "North Press",
        publishedAt: "2024-01-01",
        partners: [],
      }),
      makeDocument("süd-ost", "Eine Übersicht.", { publishedAt: null }),
    ].map((document) => [document.id, document]),
  );
  const logged: TestParts["logged"] = [];
  const at = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields: { ...fields }, message });
  };
  const library = makeLibrary(store);
  const recent = createRecentAnswers();
  return {
    store,
    logged,
    library,
    feedback: createFeedback({ book: createMemoryFeedbackBook(), recent, library }),
    ingester: makeIngester(store),
    readiness: async () => ({ ready: true, model: "ready", index: "ready", documents: 3, passages: 3 }),
    keys: { ask: [], admin: [] },
    keptResponses: createMemoryKeptResponses(),
    anonymous: true,
    log: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") },
    version: "0.0.0-test",
    ...overrides,
    asker: rememberAnswers(overrides.asker ?? makeAsker(), recent),
  };
}
