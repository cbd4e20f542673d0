import type { Answer, Citation, FoundPassage, Timings } from "../contracts/answer.js";
import type { Document } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { AskEvent } from "../contracts/events.js";
import type { Embedder, Library, Reranker } from "../contracts/ports.js";
import type { AskRequest, SearchRequest } from "../contracts/question.js";
import { newAnswerId } from "./answer-id.js";
import { restoreCapitals } from "./capitals.js";
import { joinDrafts } from "./compose/joined.js";
import { composeExtract } from "./compose-extract.js";
import type { Draft, Grounded } from "./draft.js";
import { citationOf, ground } from "./ground.js";
import { judge } from "./judge.js";
import { joinEvidence, joinJudgements } from "./part-steps.js";
import { refuse } from "./phrases-refusal.js";
import { renderPieces, withoutMarkers } from "./render.js";
import { RERANKED, rerank } from "./rerank.js";
import { ANSWERED_FROM, retrieve } from "./retrieve.js";
import { correctSpelling } from "./spelling.js";
import type { Candidate, Evidence, Finding, Judgement, QuestionPart, Understood } from "./steps.js";
import { createSuggest } from "./suggest.js";
import { plainQuestion, questionParts, understand, understandPart } from "./understand.js";

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Hears every event of the answer as it comes, the finished answer included. */
  readonly emit?: (event: AskEvent) => void;
}

/** The one way to an answer, for every channel. */
export interface Asker {
  /** Throws `index_not_ready` while the corpus is empty, `cancelled` when the signal fires. */
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>;
  /** Ranked passages without an answer, best first. */
  search(request: SearchRequest, options?: { readonly signal?: AbortSignal }): Promise<FoundPassage[]>;
}

export interface AskerParts {
  readonly library: Library;
  readonly embedder: Embedder;
  /** Without one, what was retrieved keeps its order. */
  readonly reranker?: Reranker | null;
  /** False: answers name no follow-up questions, which saves the time where nobody reads them. */
  readonly followUps?: boolean;
  /** Injected by tests. */
  readonly newId?: () => string;
}

const SEARCH_LIMIT = 10;
/** Passages that a refusal shows when what they were found to say could not be quoted as an answer. */
const CLOSEST = 3;

/** Does ahead what the first question would otherwise wait for: word lists and the glossary. */
export function warmUp(): void {
  for (const question of ["Wer leitet das Institut?", "Who heads the institute?"]) understand({ question });
}

/**
 * Puts the steps of asking in order: spelling, understand, retrieve, rerank where configured, judge, compose, ground,
 * suggest. Of a question of several parts each part goes from retrieving to composing as a question of its own.
 */
export function createAsker({ library, embedder, reranker = null, followUps = true, ...rest }: AskerParts): Asker {
  const newId = rest.newId ?? newAnswerId;
  const suggest = followUps ? suggestFrom({ library, embedder, newId }) : null;
  return {
    async ask(request, { signal, emit } = {}) {
      const watch = startWatch();
      const ahead = readAhead(embedder, request, signal);
      const passages = await passagesOf(library);
      const id = newId();
      const asked = plainQuestion(request.question);
      const written = await restoreCapitals(asked, library);
      const { question } = await correctSpelling(written, library);
      const understood = understand({ ...request, question });
      emit?.({ type: "answer.started", id, language: understood.language });
      watch.lap("understandMs");
      const parts = questionParts(understood);
      const each = parts.length === 0 ? [understood] : parts.map((part) => understandPart(part, understood));
      const found: Evidence[] = [];
      const warnings: string[] = [];
      for (const it of each) {
        const isAhead = ahead !== null && it.standalone === asked;
        const reading = isAhead ? ahead : embedder.readQuestion(it.standalone, signal);
        const options = { filter: request.filter, ...(reranker === null ? {} : { limit: RERANKED }) };
        const retrieved = await retrieve(it, { library, reading, passages }, options);
        assertGoingOn(signal);
        const ranked = await rerank(it, retrieved, reranker, signal);
        warnings.push(...ranked.warnings.filter((code) => !warnings.includes(code)));
        found.push({ ...ranked.evidence, candidates: ranked.evidence.candidates.slice(0, ANSWERED_FROM) });
      }
      const evidence = joinEvidence(found);
      emit?.({ type: "evidence.found", passages: evidence.candidates.map(foundPassage) });
      watch.lap("retrieveMs");
      const judged = each.map((it, at) => judge(it, found[at] ?? evidence));
      const judgement = joinJudgements(judged);
      watch.lap("judgeMs");
      const drafts = each.map((it, at) =>
        withSupport(composeExtract(it, judged[at] ?? judgement, found[at] ?? evidence), it),
      );
      const draft = joinDrafts(parts, drafts, understood.language);
      watch.lap("composeMs");
      const grounded = ground(draft, [understood.standalone, ...parts.map((part) => part.question)].join("\n"));
      watch.lap("groundMs");
      const pieces = renderPieces(grounded);
      if (emit) emitText(grounded, pieces, emit);
      const base = { id, language: understood.language, writer: { kind: "extract" as const } };
      const readAs = question === written ? {} : { readAs: question };
      const rest = pieces.length > 0 ? answered(grounded, pieces) : abstained(asAsked(understood, parts), judgement);
      const told = [...new Set([...rest.warnings, ...warnings])];
      const { citations } = rest;
      const near = nearOf(rest);
      const documents = documentsOf(near, evidence);
      const followUps = (await suggest?.({ understood, request, citations, near, documents }, signal)) ?? [];
      const answer: Answer = { ...base, ...rest, ...readAs, warnings: told, followUps, timings: watch.timings() };
      emit?.({ type: "answer.finished", answer });
      return answer;
    },

    async search({ query, limit = SEARCH_LIMIT, filter }, { signal } = {}) {
      const passages = await passagesOf(library);
      const { question } = await correctSpelling(plainQuestion(query), library);
      const understood = understand({ question });
      const reading = embedder.readQuestion(understood.standalone, signal);
      const wanted = reranker === null ? limit : Math.max(limit, RERANKED);
      const found = await retrieve(understood, { library, reading, passages }, { filter, limit: wanted });
      const { evidence } = await rerank(understood, found, reranker, signal);
      return evidence.candidates.slice(0, limit).map(foundPassage);
    },
  };
}

/** Without the reranker, which may be slow or cost money: it decides between equals only. */
function suggestFrom(parts: Pick<AskerParts, "library" | "embedder" | "newId">) {
  const asker = createAsker({ ...parts, followUps: false });
  const { library, embedder } = parts;
  return createSuggest({
    library,
    dimensions: embedder.dimensions,
    ask: (request, signal) => asker.ask(request, signal === undefined ? {} : { signal }),
  });
}

/** What the next question may be about; nothing after a question that has nothing to do with the documents. */
function nearOf({ citations, abstention }: Outcome): readonly Citation[] {
  if (abstention === null) return citations;
  return abstention.reason === "out_of_scope" ? [] : abstention.closest;
}

function documentsOf(near: readonly Citation[], { candidates }: Evidence): Document[] {
  const ids = new Set(near.map(({ documentId }) => documentId));
  return [...ids].flatMap((id) => candidates.find(({ document }) => document.id === id)?.document ?? []);
}

type Outcome = Pick<Answer, "status" | "answer" | "citations" | "abstention" | "asOf" | "warnings">;

function answered({ citations, status, warnings }: Grounded, pieces: readonly string[]): Outcome {
  const dates = citations.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
  return {
    status,
    answer: pieces.join(""),
    citations: [...citations],
    abstention: null,
    asOf: dates.sort().at(-1) ?? null,
    warnings: [...warnings],
  };
}

/** A draft that says something once it is grounded, else an empty one. */
function withSupport(draft: Draft, { standalone }: Understood): Draft {
  return ground(draft, standalone).sentences.length > 0 ? draft : { ...draft, sentences: [] };
}

/** Several questions have no single detail that could be named as missing. */
function asAsked(understood: Understood, parts: readonly QuestionPart[]): Understood {
  return parts.length === 0 ? understood : { ...understood, kind: "other" };
}

/** The refusal; also when nothing of a draft could be grounded, which is a lack of evidence. */
function abstained(understood: Understood, judgement: Judgement): Outcome {
  const no = judgement.verdict === "no" ? judgement : null;
  const reason = no?.reason ?? "no_evidence";
  const near = judgement.verdict === "no" ? judgement.closest : judgement.findings.slice(0, CLOSEST);
  const closest = near.map((finding, at) => citationOf(quotationOf(finding), at + 1));
  const message = withoutMarkers(refuse(understood, { reason, missing: no?.missing ?? [], closest: near }));
  const abstention = { reason, message, closest };
  return { status: "abstained", answer: message, citations: [], abstention, asOf: null, warnings: [] };
}

function quotationOf({ candidate, view }: Finding) {
  return { candidate, start: view.sentence.start, end: view.sentence.end, quote: view.text };
}

/** A sentence's citations come before it, so that a reader can always follow its markers. */
function emitText(
  { citations, sentences }: Grounded,
  pieces: readonly string[],
  emit: (event: AskEvent) => void,
): void {
  let told = 0;
  for (const [at, text] of pieces.entries()) {
    const needed = Math.max(told, ...(sentences[at]?.markers ?? []));
    for (const citation of citations.slice(told, needed)) emit({ type: "citation.added", citation });
    told = needed;
    emit({ type: "text.delta", text });
  }
}

function foundPassage({ passage, document, score, wholeScore, sentenceScores, wordsScore }: Candidate): FoundPassage {
  return {
    documentId: document.id,
    passageId: passage.id,
    title: document.title,
    publisher: document.publisher,
    publishedAt: document.publishedAt,
    url: document.url,
    language: document.language,
    heading: passage.heading,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    score,
    scores: { vector: Math.max(wholeScore, ...sentenceScores), words: wordsScore },
  };
}

/** A question that stands alone is read while it is being understood; a follow-up has to be completed first. */
function readAhead(embedder: Embedder, { question, history = [] }: AskRequest, signal: AbortSignal | undefined) {
  if (history.length > 0) return null;
  const reading = embedder.readQuestion(plainQuestion(question), signal);
  reading.catch(() => undefined); // whoever awaits it hears of the failure
  return reading;
}

async function passagesOf(library: Library): Promise<number> {
  const { passages } = await library.statistics();
  if (passages > 0) return passages;
  throw new KonsilError("index_not_ready", "There are no documents to answer from yet.");
}

function assertGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new KonsilError("cancelled", "The question was cancelled.");
}

type Lap = Exclude<keyof Timings, "totalMs">;

/** Measures the steps one after the other, in milliseconds. */
function startWatch() {
  const began = performance.now();
  const laps: Record<Lap, number> = { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0 };
  let last = began;
  return {
    lap(name: Lap): void {
      const now = performance.now();
      laps[name] = rounded(now - last);
      last = now;
    },
    timings: (): Timings => ({ ...laps, totalMs: rounded(performance.now() - began) }),
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
