import { setImmediate } from "node:timers/promises";
import type { Answer, Citation, FoundPassage } from "../contracts/answer.js";
import type { Document } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { AskEvent } from "../contracts/events.js";
import type { Embedder, Library, QuestionReading, Reranker } from "../contracts/ports.js";
import type { AskRequest, SearchRequest } from "../contracts/question.js";
import { newAnswerId } from "./answer-id.js";
import { restoreCapitals } from "./capitals.js";
import { joinDrafts } from "./compose/joined.js";
import { composeExtract } from "./compose-extract.js";
import type { Draft } from "./draft.js";
import { foundPassage } from "./found-passage.js";
import { citationOf, ground } from "./ground.js";
import { judge, probabilityOfAnswer } from "./judge.js";
import { joinEvidence, joinJudgements } from "./part-steps.js";
import { refuse } from "./phrases-refusal.js";
import { withoutMarkers } from "./render.js";
import { RERANKED, rerank } from "./rerank.js";
import { ANSWERED_FROM, retrieve } from "./retrieve.js";
import { correctSpelling, usualWords } from "./spelling.js";
import { completeByModel, leansOnConversation } from "./standalone-llm.js";
import type { Evidence, Finding, Judgement, QuestionPart, Understood } from "./steps.js";
import { createSuggest } from "./suggest.js";
import { type Told, tellAnswer, type Writing } from "./tell-answer.js";
import { plainQuestion, questionParts, understand, understandPart } from "./understand.js";
import { startWatch } from "./watch.js";

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Hears every event of the answer as it comes, the finished answer included. */
  readonly emit?: (event: AskEvent) => void;
  /** Hears with what probability (0 to 1) the documents answer, as the judge sees it; for measuring. */
  readonly onJudged?: (probability: number) => void;
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
  /** Words the answers that were found. Without one, they are extracted from the documents alone. */
  readonly writing?: Writing | null;
  /** False: answers name no follow-up questions, which saves the time where nobody reads them. */
  readonly followUps?: boolean;
  /** Injected by tests. */
  readonly newId?: () => string;
}

const SEARCH_LIMIT = 10;
/** Passages that a refusal shows when what they were found to say could not be quoted as an answer. */
const CLOSEST = 3;

/**
 * Does ahead what the first questions would otherwise wait for: word lists and the glossary. Between its steps others
 * have their turn.
 */
export async function warmUp(): Promise<void> {
  for (const question of ["Wer leitet das Institut?", "Who heads the institute?"]) {
    await setImmediate();
    understand({ question });
  }
  await setImmediate();
  usualWords();
}

/**
 * Puts the steps of asking in order: spelling, understand, retrieve, rerank where configured, judge, compose, ground,
 * suggest. Of a question of several parts each part goes from retrieving to composing as a question of its own. Where a
 * language model words the answers, the extracted one is at hand before it is asked, and takes its place when it fails.
 */
export function createAsker({ library, embedder, reranker = null, followUps = true, ...rest }: AskerParts): Asker {
  const { writing = null, newId = newAnswerId } = rest;
  const suggest = followUps ? suggestFrom({ library, embedder, newId }) : null;

  /** What is found for each part of a question, in their order. */
  async function findEach(
    each: readonly Understood[],
    { asked, ahead, passages, filter }: FindTask,
    signal: AbortSignal | undefined,
  ) {
    const found: Evidence[] = [];
    const warnings: string[] = [];
    for (const it of each) {
      const isAhead = ahead !== null && it.standalone === asked;
      const reading = isAhead ? ahead : embedder.readQuestion(it.standalone, signal);
      const options = { filter, ...(reranker === null ? {} : { limit: RERANKED }) };
      const retrieved = await retrieve(it, { library, reading, passages }, options);
      assertGoingOn(signal);
      const ranked = await rerank(it, retrieved, reranker, signal);
      warnings.push(...ranked.warnings);
      found.push({ ...ranked.evidence, candidates: ranked.evidence.candidates.slice(0, ANSWERED_FROM) });
    }
    return { found, warnings };
  }

  /** A question that leans on the conversation as a model completes it, where there is one and it keeps to what was said. */
  async function completed(ruled: Understood, { history = [] }: AskRequest, signal: AbortSignal | undefined) {
    const none = { understood: ruled, warnings: [] };
    if (writing === null || ruled.outside !== null || !leansOnConversation(ruled, history)) return none;
    const { question, warnings } = await completeByModel(ruled, history, writing, signal);
    if (question === null) return { ...none, warnings };
    return {
      understood: { ...understand({ question, language: ruled.language }), question: ruled.question },
      warnings,
    };
  }

  return {
    async ask(request, { signal, emit, onJudged } = {}) {
      const watch = startWatch();
      const ahead = readAhead(embedder, request, signal);
      const passages = await passagesOf(library);
      const id = newId();
      const asked = plainQuestion(request.question);
      const written = await restoreCapitals(asked, library);
      const { question } = await correctSpelling(written, library);
      const ruled = understand({ ...request, question });
      emit?.({ type: "answer.started", id, language: ruled.language });
      const { understood, warnings: untold } = await completed(ruled, request, signal);
      watch.lap("understandMs");
      const parts = questionParts(understood);
      const each = parts.length === 0 ? [understood] : parts.map((part) => understandPart(part, understood));
      const { found, warnings } = await findEach(each, { ...request, asked, ahead, passages }, signal);
      const evidence = joinEvidence(found);
      emit?.({ type: "evidence.found", passages: evidence.candidates.map(foundPassage) });
      watch.lap("retrieveMs");
      const judged = each.map((it, at) => judge(it, found[at] ?? evidence));
      const judgement = joinJudgements(judged);
      onJudged?.(probabilityOfAnswer(judgement));
      watch.lap("judgeMs");
      const drafts = each.map((it, at) =>
        withSupport(composeExtract(it, judged[at] ?? judgement, found[at] ?? evidence), it),
      );
      const draft = joinDrafts(parts, drafts, understood.language);
      const answering = judged.map((it, at) => ({ judgement: it, draft: drafts[at] ?? draft }));
      const task = { understood, asked: wordingOf(understood, parts), draft, parts: answering, evidence };
      const told = await tellAnswer(task, { writing, embedder, emit, signal });
      watch.lapComposing(told);
      const base = { id, language: understood.language, writer: told.writer };
      const readAs = question === written ? {} : { readAs: question };
      const rest = told.pieces.length > 0 ? answered(told) : abstained(asAsked(understood, parts), judgement);
      const { citations } = rest;
      const near = nearOf(rest);
      const documents = documentsOf(near, evidence);
      const followUps = (await suggest?.({ understood, request, citations, near, documents }, signal)) ?? [];
      const codes = [...new Set([...rest.warnings, ...warnings, ...untold])];
      const answer: Answer = { ...base, ...rest, ...readAs, warnings: codes, followUps, timings: watch.timings() };
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

interface FindTask extends Pick<AskRequest, "filter"> {
  readonly asked: string;
  /** The reading of `asked`, where it was begun before it was understood. */
  readonly ahead: Promise<QuestionReading> | null;
  /** In the library. */
  readonly passages: number;
}

/** The question with its parts. */
function wordingOf({ standalone }: Understood, parts: readonly QuestionPart[]): string {
  return [standalone, ...parts.map(({ question }) => question)].join("\n");
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

function answered({ citations, pieces, status, warnings }: Told): Outcome {
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
