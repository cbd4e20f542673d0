import type { Embedder, Writer } from "../contracts/ports.js";
import { WriterError } from "../contracts/writer-error.js";
import { isInjected } from "../language/injected.js";
import { againMessages, answerMessages, chooseSources, createReplyReader, type Fallen } from "./compose-llm.js";
import type { DraftSentence } from "./draft.js";
import { groundWritten } from "./ground-written.js";
import type { Prompts } from "./prompt.js";
import type { Evidence, Understood } from "./steps.js";
import { type Answering, createGate } from "./write-answer/gate.js";
import { inOwnNotation } from "./write-answer/notation.js";
import type { WrittenSentence, WrittenSource } from "./written.js";

/** Of one reply. */
const LIMITS = {
  /** Tokens of all sources together, where the model can read so much. */
  sourceTokens: 1_200,
  /** Of the model's context, for instructions, question, reply and a second attempt. */
  otherTokens: 1_800,
  replyTokens: 400,
  /** Sentences of an answer; what comes behind them is not read any more. */
  sentences: 8,
  /** After so many sentences in a row that do not stand, the rest is not waited for. */
  fallenInARow: 6,
} as const;

export interface WriteTask {
  readonly understood: Understood;
  /** Of each of its parts, or of the question itself: what was found to answer, and the answer without a model. */
  readonly parts: readonly Answering[];
  readonly evidence: Evidence;
}

export interface WriteParts {
  readonly writer: Writer;
  readonly prompts: Prompts;
  readonly embedder: Pick<Embedder, "readQuestion">;
  /** Hears what became of each reply. */
  readonly onReply?: ((reply: ReplyReport) => void) | undefined;
}

export interface ReplyReport {
  /** As the model wrote it, as far as it was read. */
  readonly text: string;
  /** Sentences handed out. */
  readonly told: number;
  readonly fallen: readonly Fallen[];
  /** Why it gave none, or broke off, as a `WriterError` names it; null when it did not. */
  readonly failure: string | null;
}

export interface Written {
  /** Sentences that were handed out, or none. */
  readonly told: number;
  /** The reply came to its end. */
  readonly isWhole: boolean;
  /** Codes, as an answer hands them out. */
  readonly warnings: readonly string[];
  /** Of the time that it took, that for grounding, in milliseconds. */
  readonly groundMs: number;
}

/**
 * Has a language model word the answer, and hands out each sentence as soon as it is complete and grounded, to `tell`. Nothing
 * is handed out before a sentence rests on what was judged to answer, and states the fact that the answer without a model
 * states: up to there it is held back. When nothing of a reply stands, the model is told why and asked once more. A model
 * that fails is no error here, but a warning. Throws `cancelled`.
 */
export async function writeAnswer(
  task: WriteTask,
  parts: WriteParts,
  tell: (sentence: DraftSentence) => void,
  signal?: AbortSignal,
): Promise<Written> {
  const { understood, evidence } = task;
  const { writer, prompts, onReply } = parts;
  const findings = task.parts.flatMap(({ judgement }) =>
    judgement.verdict === "answerable" ? judgement.findings : [],
  );
  const tokens = Math.min(LIMITS.sourceTokens, (writer.contextTokens ?? Number.POSITIVE_INFINITY) - LIMITS.otherTokens);
  const sources = chooseSources(findings, evidence, { tokens, isUnfit: isInjected });
  if (sources.length === 0) return { told: 0, isWhole: false, warnings: ["llm_context_exceeded"], groundMs: 0 };
  const messages = answerMessages(understood, sources, prompts);
  const attempt = async (asked: typeof messages) => {
    const made = await attemptOnce({ ...task, asked, sources }, parts, tell, signal);
    onReply?.({ text: made.reply, told: made.told, fallen: made.fallen, failure: made.failure });
    return made;
  };
  const first = await attempt(messages);
  const isHopeless = first.failure !== null || first.reply.trim() === "" || first.declined;
  if (first.told > 0 || isHopeless) return outcomeOf(first);
  const second = await attempt(againMessages(messages, first, understood, prompts));
  return outcomeOf({ ...second, groundMs: first.groundMs + second.groundMs });
}

interface Attempt {
  readonly told: number;
  /** Sentences that are grounded, handed out or not. */
  readonly standing: number;
  readonly declined: boolean;
  readonly reply: string;
  readonly fallen: readonly Fallen[];
  /** How the model failed; null when it did not. */
  readonly failure: string | null;
  readonly groundMs: number;
}

function outcomeOf(attempt: Attempt): Written {
  const { told, fallen, failure, groundMs } = attempt;
  const warnings: string[] = failure === null ? [] : [`llm_${failure}`];
  if (told > 0 && fallen.length > 0) warnings.push("llm_ungrounded_removed");
  if (told === 0 && failure === null) warnings.push(unusable(attempt));
  return { told, isWhole: failure === null, warnings, groundMs };
}

/** Why nothing of a whole reply was handed out. */
function unusable({ reply, declined, standing }: Attempt): string {
  if (declined) return "llm_declined";
  if (reply.trim() === "") return "llm_empty";
  return standing > 0 ? "llm_incomplete" : "llm_ungrounded";
}

interface AttemptTask extends WriteTask {
  readonly asked: Parameters<Writer["write"]>[0];
  readonly sources: readonly WrittenSource[];
}

async function attemptOnce(
  task: AttemptTask,
  { writer, embedder }: WriteParts,
  tell: (sentence: DraftSentence) => void,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  const { understood, sources } = task;
  const reader = createReplyReader();
  const gate = createGate(task.parts, understood.kind, tell);
  const fallen: Fallen[] = [];
  const seen = new Set<string>();
  let inARow = 0;
  let reply = "";
  let failure: string | null = null;
  let groundMs = 0;

  const isEnough = () => gate.standing >= LIMITS.sentences || inARow >= LIMITS.fallenInARow;

  async function take(sentences: readonly WrittenSentence[]): Promise<void> {
    for (const sentence of sentences) {
      if (isEnough()) return;
      // A model that turns in circles is not listened to for ever.
      const reason = seen.has(sentence.text) ? "repeated" : await judgeSentence(sentence);
      seen.add(sentence.text);
      inARow = reason === null ? 0 : inARow + 1;
      if (reason !== null) fallen.push({ text: sentence.text, reason });
    }
  }

  /** Null when the sentence stands. */
  async function judgeSentence(sentence: WrittenSentence): Promise<Fallen["reason"] | null> {
    if (isInjected(sentence.text)) return "instruction";
    const verdict = verdictIn(sentence.text);
    const isAgreed = verdict === null || gate.agrees(verdict);
    if (!isAgreed) return "verdict";
    const said = verdict === null ? sentence : { ...sentence, text: sentence.text.slice(verdict.length).trim() };
    // A bare "Yes." is no sentence: it opens the one that follows.
    if (verdict !== null && said.text === "") {
      gate.open(sentence.text);
      return null;
    }
    const read = (text: string) => embedder.readQuestion(text, signal);
    const began = performance.now();
    const grounded = await groundWritten(said, { understood, sources, read, ...(signal ? { signal } : {}) });
    groundMs += performance.now() - began;
    if (!grounded.stands) return grounded.reason;
    const text = inOwnNotation(sentence.text, understood.language, grounded.quotations);
    gate.pass({ ...sentence, text }, grounded.quotations);
    return null;
  }

  try {
    const options = { maxTokens: LIMITS.replyTokens, ...(signal ? { signal } : {}) };
    for await (const piece of writer.write(task.asked, options)) {
      reply += piece;
      await take(reader.push(piece));
      if (isEnough() || reader.declined) break;
    }
  } catch (error) {
    if (!(error instanceof WriterError)) throw error;
    failure = error.failure;
  }
  await take(reader.end({ isBroken: failure !== null }));
  const { declined } = reader;
  return { told: gate.told, standing: gate.standing, declined, reply, fallen, failure, groundMs };
}

/** Of "Ja, seit 2020." the "Ja,". */
function verdictIn(text: string): string | null {
  return /^(?:ja|nein|yes|no)(?:[.,!:;]|\s[–—-]|$)/iu.exec(text)?.[0] ?? null;
}
