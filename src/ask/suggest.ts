import type { Answer, Citation } from "../contracts/answer.js";
import type { Document, Language } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { Span } from "../contracts/passage.js";
import type { Library } from "../contracts/ports.js";
import type { AskRequest } from "../contracts/question.js";
import { analyseWords } from "../language/words.js";
import { wordsOf } from "./sentence-views.js";
import type { Understood } from "./steps.js";
import { candidatesOf } from "./suggest/candidates.js";
import { createMemories, type Memory } from "./suggest/memory.js";
import { inOrder, type Prepared } from "./suggest/order.js";
import { sourcesOf } from "./suggest/source.js";

/** An answer that questions are to follow. */
export interface Told {
  readonly understood: Understood;
  readonly request: AskRequest;
  /** None of a refusal. */
  readonly citations: readonly Citation[];
  /** What the answer cites, or what came closest, best first. */
  readonly near: readonly Citation[];
  /** Those of `near`, in the same order. */
  readonly documents: readonly Document[];
}

export interface SuggestParts {
  readonly library: Library;
  /** Of the vectors in the library. */
  readonly dimensions: number;
  /** Really asks a question. */
  readonly ask: (request: AskRequest, signal: AbortSignal | undefined) => Promise<Pick<Answer, AskedFields>>;
}

type AskedFields = "status" | "language" | "readAs" | "citations";
type Suggest = (told: Told, signal?: AbortSignal) => Promise<string[]>;

/** So many are shown. */
const SHOWN = 3;
/** So many documents are looked at, and so many questions tried, for one answer. */
const TRIED = { documents: 2, questions: 6 } as const;

/**
 * Finds what can be asked next: up to three questions in the language of the answer, made from the sentences of its
 * documents. Each was really asked, and is answered from the sentences it was made from; none was asked before, and none
 * is answered by what was just quoted. The same library and question give the same ones, whatever was asked in between:
 * only what the library decides is remembered, and forgotten when the library changes.
 *
 * A question that cannot be tried is left out; throws `cancelled` only.
 */
export function createSuggest({ library, dimensions, ask }: SuggestParts): Suggest {
  const memoryOf = createMemories();

  async function candidates(document: Document, language: Language, memory: Memory): Promise<readonly Prepared[]> {
    const key = `${language} ${document.id}`;
    const known = memory.candidates.get(key);
    if (known !== undefined) return known;
    const made = candidatesOf(document, await sourcesOf(document, library, dimensions), language).map((candidate) => ({
      ...candidate,
      documentId: document.id,
      words: wordsOf(candidate.question, language),
      asks: contentOf(candidate.question, language),
    }));
    memory.candidates.set(key, made);
    return made;
  }

  /** The citation that the answer begins with; null when the question is not answered as it was meant. */
  async function leadOf(candidate: Prepared, told: Told, memory: Memory, signal: AbortSignal | undefined) {
    const { filter } = told.request;
    const { language } = told.understood;
    const key = JSON.stringify([candidate.documentId, candidate.question, language, filter]);
    const known = memory.leads.get(key);
    if (known !== undefined) return known;
    try {
      const { question } = candidate;
      const answer = await ask({ question, ...(filter === undefined ? {} : { filter }) }, signal);
      const isMeant = answer.status === "answered" && answer.language === language && answer.readAs === undefined;
      const lead = isMeant ? (answer.citations.slice(0, 1).find((it) => isSource(it, candidate)) ?? null) : null;
      memory.leads.set(key, lead);
      return lead;
    } catch (error) {
      if (isCancelled(error)) throw error;
      return null;
    }
  }

  async function firstAnswered(
    tried: readonly Prepared[],
    told: Told,
    memory: Memory,
    signal: AbortSignal | undefined,
  ) {
    const kept: { readonly question: string; readonly lead: Citation }[] = [];
    for (let at = 0; at < tried.length && kept.length < SHOWN; ) {
      const wave = tried.slice(at, at + SHOWN - kept.length);
      at += wave.length;
      const leads = await Promise.all(wave.map((candidate) => leadOf(candidate, told, memory, signal)));
      for (const [index, { question }] of wave.entries()) {
        const lead = leads[index] ?? null;
        if (lead !== null && !isTold(lead, told) && !kept.some((it) => overlaps(it.lead, lead)))
          kept.push({ question, lead });
      }
    }
    return kept.map(({ question }) => question);
  }

  return async (told, signal) => {
    const documents = told.documents.slice(0, TRIED.documents);
    if (documents.length === 0) return [];
    try {
      const memory = memoryOf(await library.vocabulary());
      const { near, understood } = told;
      const { language, terms } = understood;
      const found = await Promise.all(documents.map((document) => candidates(document, language, memory)));
      const asked = askedBefore(told);
      const open = found.map((list) => list.filter((it) => !asked.has(it.asks) && !isQuoted(it, told)));
      const tried = inOrder(open, { terms, near }).slice(0, TRIED.questions);
      return await firstAnswered(tried, told, memory, signal);
    } catch (error) {
      if (isCancelled(error)) throw error;
      return [];
    }
  };
}

function isCancelled(error: unknown): boolean {
  return error instanceof KonsilError && error.code === "cancelled";
}

/** Whether it quotes one of the sentences that the question was made from. */
function isSource(citation: Citation, { documentId, sources }: Prepared): boolean {
  return citation.documentId === documentId && sources.some((source) => meet(source, citation));
}

/** What was asked already, in whatever little words. */
function askedBefore({ request, understood }: Told): Set<string> {
  const turns = (request.history ?? []).flatMap(({ role, content }) => (role === "user" ? [content] : []));
  const questions = new Set([understood.question, understood.standalone, ...turns]);
  return new Set([...questions].map((question) => contentOf(question, understood.language)));
}

/** The stems of what a question is about, sorted. */
function contentOf(question: string, language: Language): string {
  const stems = analyseWords(question, language).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
  return [...new Set(stems)].sort().join(" ");
}

/** Everything that a candidate was made from stands in the answer already. */
function isQuoted({ documentId, sources }: Prepared, { citations }: Told): boolean {
  return sources.every((source) => citations.some((it) => it.documentId === documentId && meet(source, it)));
}

/** What the answer would begin with was just quoted, or in an earlier turn. */
function isTold(lead: Citation, { citations, request }: Told): boolean {
  if (citations.some((it) => overlaps(it, lead))) return true;
  return (request.history ?? []).some(({ role, content }) => role === "assistant" && content.includes(lead.quote));
}

function overlaps(a: Citation, b: Citation): boolean {
  return a.documentId === b.documentId && meet(a, b);
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
