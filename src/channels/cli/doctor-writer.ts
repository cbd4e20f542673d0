import type { Message, Writer } from "../../contracts/ports.js";
import { WriterError, type WriterFailure } from "../../contracts/writer-error.js";
import { type Check, ok, thrown, warning } from "./doctor-checks.js";

/** Question, instructions and sources of a usual answer are about as long; a model that reads less cuts them short. */
const CONTEXT_TOKENS_WANTED = 2048;

const FALLBACK = "Until that is corrected, answers quote the documents.";

/** The message of a failure says what to do where the writer knows it; this is what else there is to say. */
const ADVICE: Readonly<Record<WriterFailure, string>> = {
  timeout: "Give it more time with KONSIL_WRITER_TIMEOUT, or take a faster model.",
  unreachable: "Start that server, or correct KONSIL_WRITER_URL.",
  unauthorized: "Correct KONSIL_WRITER_KEY.",
  unknown_model: "Correct KONSIL_WRITER_MODEL, or KONSIL_WRITER_URL where the address is that of another API.",
  rate_limited: "Try again later, or look at the quota of the key.",
  context_exceeded: "Start the model with a context of 4096 tokens or more, or take one that reads more.",
  invalid_reply: "Check that KONSIL_WRITER_URL is the address of an API that fits KONSIL_WRITER.",
  failed: "Look into the log of that server, and at KONSIL_WRITER_MODEL.",
  paused: "Try again in a minute.",
  busy: "Try again when it has less to do.",
};

const WANTED = "Bereit";
/** Filler that a small context does not hold together with an answer; about four characters are a token. */
const FILLER = "Klinik und Universität arbeiten seit 2019 zusammen. ".repeat(
  Math.ceil((CONTEXT_TOKENS_WANTED * 3) / 52),
);

/** One real call: whether it answers, how soon, and whether it reads as much as an answer needs. */
export async function checkWriter(writer: Writer, signal: AbortSignal): Promise<Check> {
  const { id, contextTokens } = writer;
  if (contextTokens !== null && contextTokens < CONTEXT_TOKENS_WANTED)
    return warning("writer", `${id} reads ${contextTokens} tokens, and an answer needs more`, ADVICE.context_exceeded);
  try {
    const { text, firstMs } = await ask(writer, signal);
    if (text.trim() !== "") return ok("writer", `${id}, first word after ${(firstMs / 1000).toFixed(1)} s`);
    const advice = "Take a model that is made for chat, and one that answers without tools.";
    return warning("writer", `${id} says nothing when asked for one word`, advice);
  } catch (error) {
    const advice = error instanceof WriterError ? `${ADVICE[error.failure]} ${FALLBACK}` : FALLBACK;
    return thrown("writer", error, advice);
  }
}

/** A model in this process reads slowly, and its context is known; others are sent a prompt of the usual length. */
async function ask(writer: Writer, signal: AbortSignal) {
  const filler = writer.contextTokens === null ? `${FILLER}\n` : "";
  const messages: readonly Message[] = [
    { role: "system", content: `Answer with the one word “${WANTED}”.` },
    { role: "user", content: `${filler}Answer with the one word “${WANTED}”.` },
  ];
  const started = performance.now();
  let firstMs = 0;
  let text = "";
  for await (const piece of writer.write(messages, { signal, maxTokens: 16 })) {
    if (text === "") firstMs = performance.now() - started;
    text += piece;
  }
  return { text, firstMs };
}
