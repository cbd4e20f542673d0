import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleWhen,
} from "cockatiel";
import type { Message, WriteOptions, Writer } from "../contracts/ports.js";
import { WriterError, type WriterFailure } from "../contracts/writer-error.js";
import { RunningReplies } from "./writer/calls.js";
import { Slots } from "./writer/slots.js";

/** What keeps a caller from waiting on a model that does not deliver. Times in milliseconds. */
export const LIMITS = {
  /** For a whole reply, where nobody says. */
  wholeMs: 30_000,
  /** Of the whole time: what comes later leaves no time for sentences. */
  firstPieceShare: 2 / 3,
  /** Between two pieces: this share of the whole time, and no longer than `stallMs`, or than a tenth where that is more. */
  stallShare: 1 / 4,
  stallMs: 10_000,
  longStallShare: 1 / 10,
  /** No language has tokens this long on average, so that only endless replies reach it. */
  charactersPerToken: 8,
  /** Where nobody says. */
  tokens: 2048,
  calls: 4,
  /** So many more wait as run: a longer queue would only be given up in it. */
  waitingPerCall: 1,
  retries: 2,
  firstRetryMs: 250,
  longestRetryMs: 4_000,
  /** A server that cannot be reached is rarely there a moment later; it may have dropped an idle connection. */
  unreachableRetries: 1,
  /** In a row, after which the model is left alone. */
  failuresUntilPause: 5,
  pauseMs: 30_000,
} as const;

/** May pass by themselves. */
const RETRIED: ReadonlySet<WriterFailure> = new Set(["rate_limited", "failed", "unreachable"]);
/** Say something about one call, and nothing about the model. */
const OF_ONE_CALL: ReadonlySet<WriterFailure> = new Set(["context_exceeded", "paused", "busy"]);

export interface SteadyOptions {
  /** For a whole reply, waiting and repetitions included. */
  readonly timeoutMs?: number;
  readonly calls?: number;
}

/** The beginning of a reply, and how to go on with it. */
interface OpenReply {
  readonly first: IteratorResult<string>;
  next(): Promise<IteratorResult<string>>;
  /** Stops the model; the error counts against it. */
  end(error?: unknown): void;
}

/**
 * Any writer, held to limits: of calls at once (`busy`), of time (`timeout`) and of length, behind which the reply just
 * ends. Before its first piece a call that failed is repeated where that may help. After several failures in a row
 * nobody is asked for a while (`paused`), and then one call first.
 */
export function createSteadyWriter(writer: Writer, options: SteadyOptions = {}): Writer {
  const { timeoutMs = LIMITS.wholeMs, calls = LIMITS.calls } = options;
  const firstPieceMs = timeoutMs * LIMITS.firstPieceShare;
  const stallMs = Math.min(timeoutMs * LIMITS.stallShare, Math.max(LIMITS.stallMs, timeoutMs * LIMITS.longStallShare));
  const slots = new Slots(calls, calls * LIMITS.waitingPerCall);
  const replies = new RunningReplies();
  const breaker = circuitBreaker(handleWhen(isOutage), {
    breaker: new ConsecutiveBreaker(LIMITS.failuresUntilPause),
    halfOpenAfter: LIMITS.pauseMs,
  });
  const fail = (failure: WriterFailure, what: string) =>
    new WriterError(failure, `The language model ${writer.id} ${what}`);
  const late = (what: string, ms: number) => () =>
    fail("timeout", `${what} within ${seconds(ms)} (KONSIL_WRITER_TIMEOUT)`);

  /** Settles with the first piece, or throws why there is none. */
  async function open(
    messages: readonly Message[],
    { maxTokens, signal }: WriteOptions & { readonly signal: AbortSignal },
    untilFirst: () => number,
  ): Promise<OpenReply> {
    const counted = await admit();
    const own = new AbortController();
    const stop = () => own.abort();
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    let pieces: AsyncIterator<string> | null = null;
    const end = (error?: unknown) => {
      signal.removeEventListener("abort", stop);
      own.abort();
      pieces?.return?.(undefined).catch(() => undefined);
      counted(error);
    };
    try {
      const limited = { signal: own.signal, ...(maxTokens === undefined ? {} : { maxTokens }) };
      const reading = writer.write(messages, limited)[Symbol.asyncIterator]();
      pieces = reading;
      const first = await within(untilFirst(), reading.next(), late("said nothing", firstPieceMs));
      return { first, end, next: () => reading.next() };
    } catch (error) {
      end(error);
      throw error;
    }
  }

  /** Lets a call pass, and gives what tells how it went; throws `paused`. */
  async function admit(): Promise<(error?: unknown) => void> {
    const paused = () => {
      const { lastFailure } = breaker;
      const last =
        lastFailure !== undefined && "error" in lastFailure ? ` The last time: ${lastFailure.error.message}` : "";
      return fail(
        "paused",
        `is left alone for up to ${seconds(LIMITS.pauseMs)}, after several failures in a row.${last}`,
      );
    };
    // While one call tries whether it is well again, cockatiel would let the others wait for that one's end.
    if (breaker.state === CircuitState.HalfOpen) throw paused();
    return new Promise((resolve, reject) => {
      const call = breaker.execute(
        () =>
          new Promise<void>((succeed, failed) => {
            resolve((error) => (error === undefined ? succeed() : failed(error)));
          }),
      );
      call.catch(() => reject(paused()));
    });
  }

  /** As `open`, after as many failures as may pass. Not cockatiel's: its waiting goes on when the caller has gone. */
  async function openPatiently(
    messages: readonly Message[],
    options: WriteOptions & { readonly signal: AbortSignal },
    untilFirst: () => number,
  ): Promise<OpenReply> {
    const { firstRetryMs: initialDelay, longestRetryMs: maxDelay } = LIMITS;
    const delays = new ExponentialBackoff({ initialDelay, maxDelay, generator: decorrelatedJitterGenerator });
    for (let delay = delays.next(), retries = 0; ; delay = delay.next(undefined), retries++) {
      try {
        return await open(messages, options, untilFirst);
      } catch (error) {
        const wait = Math.max(delay.duration, error instanceof WriterError ? (error.retryAfterMs ?? 0) : 0);
        if (!mayRetry(error, retries) || wait >= untilFirst()) throw error;
        await pause(wait, options.signal);
      }
    }
  }

  /** Waits for a turn, and gives what ends it; throws `busy`, `timeout`. */
  async function enter(signal: AbortSignal, patienceMs: number): Promise<() => void> {
    const impatient = new AbortController();
    const taking = slots.take(AbortSignal.any([signal, impatient.signal]));
    try {
      const leave = await within(patienceMs, taking, late("was busy with other calls, and began nothing", patienceMs));
      if (leave !== null) return leave;
    } catch (error) {
      impatient.abort();
      // The turn may have come in the very moment in which nobody wanted to wait any more.
      taking.then((leave) => leave?.()).catch(() => undefined);
      throw error;
    }
    throw fail("busy", `has ${calls} calls under way, and as many that wait (KONSIL_WRITER_CALLS)`);
  }

  async function* reply(messages: readonly Message[], { maxTokens }: WriteOptions, signal: AbortSignal) {
    const started = performance.now();
    const untilFirst = () => started + firstPieceMs - performance.now();
    const untilEnd = () => started + timeoutMs - performance.now();
    const leave = await enter(signal, untilFirst());
    let open: OpenReply | null = null;
    let failure: unknown;
    try {
      open = await openPatiently(messages, { signal, ...(maxTokens === undefined ? {} : { maxTokens }) }, untilFirst);
      let left = (maxTokens ?? LIMITS.tokens) * LIMITS.charactersPerToken;
      for (let piece = open.first; piece.done !== true; ) {
        yield piece.value.slice(0, left);
        left -= piece.value.length;
        if (left <= 0) return;
        const limit = Math.min(stallMs, untilEnd());
        const isStall = limit === stallMs;
        const overdue = isStall
          ? late("stopped in the middle, and said no more", stallMs)
          : late("was not done", timeoutMs);
        piece = await within(limit, open.next(), overdue);
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      open?.end(failure);
      leave();
    }
  }

  return {
    id: writer.id,
    provider: writer.provider,
    model: writer.model,
    contextTokens: writer.contextTokens,
    write: (messages, options = {}) => replies.run((signal) => reply(messages, options, signal), options.signal),
    async close() {
      replies.close();
      await writer.close();
    },
  };
}

function isOutage(error: Error): boolean {
  return error instanceof WriterError && !OF_ONE_CALL.has(error.failure);
}

function mayRetry(error: unknown, retries: number): boolean {
  if (!(error instanceof WriterError) || !RETRIED.has(error.failure)) return false;
  return retries < (error.failure === "unreachable" ? LIMITS.unreachableRetries : LIMITS.retries);
}

/** What `promise` settles with, or the error of `late` when that takes longer. */
async function within<Result>(ms: number, promise: Promise<Result>, late: () => Error): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), Math.max(0, ms));
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
