import { KonsilError } from "../../contracts/errors.js";
import type { Embedded, TextToEmbed, WorkerReply } from "./messages.js";
import { createTaskQueue, type Job, type Task } from "./task-queue.js";

/** A running worker, as the pool sees it. */
export interface Thread {
  embed(text: TextToEmbed): void;
  /** Ends it once its running text is done; settles when it has ended. */
  close(): Promise<void>;
}

/** Starts a worker. `reply` hears what it says; `death` is called once when it ends, with what is known of the reason. */
export type Spawn = (hear: { reply(message: WorkerReply): void; death(reason: unknown): void }) => Thread;

export interface WorkerPool {
  /** Resolves when the first worker has its model. Throws `model_unavailable`. */
  ready(): Promise<void>;
  /** One result a text, in their order. Urgent texts go before all others. Throws `cancelled`, `model_unavailable`. */
  embed(texts: readonly TextToEmbed[], urgent: boolean, signal?: AbortSignal): Promise<Embedded[]>;
  close(): Promise<void>;
}

interface Slot {
  thread: Thread | null;
  state: "loading" | "idle" | "busy" | "gone";
  task: Task | null;
  /** Since it last gave a result. */
  deaths: number;
}

/** A worker that dies is started again once; a text on which two workers died is given up. */
const DEATHS_ALLOWED = 1;

/** Hands texts to workers, one at a time each, so that a question waits for one running text at most. */
export function createWorkerPool(spawn: Spawn, size: number): WorkerPool {
  const queue = createTaskQueue();
  const slots: Slot[] = Array.from({ length: size }, () => ({ thread: null, state: "loading", task: null, deaths: 0 }));
  const loaded = openPromise();
  let ended: KonsilError | null = null;

  const end = (error: KonsilError) => {
    ended = error;
    loaded.reject(error);
    for (const job of queue.jobs()) fail(job, error);
  };
  const fail = (job: Job, error: KonsilError) => {
    queue.drop(job);
    job.reject(error);
  };

  const dispatch = () => {
    for (const slot of slots) {
      if (slot.state !== "idle") continue;
      const task = queue.take();
      const text = task?.job.texts[task.index];
      if (task === undefined || text === undefined) return;
      slot.state = "busy";
      slot.task = task;
      slot.thread?.embed(text);
    }
  };

  const start = (slot: Slot) => {
    slot.state = "loading";
    slot.thread = spawn({
      reply: (message) => onReply(slot, message),
      death: (reason) => onDeath(slot, reason),
    });
  };
  /** The others start when the first is ready: two that load at a time would make the first question wait longer. */
  const startRest = () => slots.filter((slot) => slot.thread === null && slot.state === "loading").forEach(start);

  const onReply = (slot: Slot, message: WorkerReply) => {
    if (ended !== null) return;
    if (message.kind === "unloadable") return giveUp(slot, message.reason);
    if (message.kind === "ready") {
      loaded.resolve();
      startRest();
    } else if (slot.task !== null) {
      const { job, index } = slot.task;
      slot.task = null;
      slot.deaths = 0;
      if (message.kind === "embedded") accept(job, index, { vector: message.vector, words: message.words });
      else if (queue.has(job)) fail(job, unavailable("The embedding model refuses a text", message.reason));
    }
    slot.state = "idle";
    dispatch();
  };

  const accept = (job: Job, index: number, result: Embedded) => {
    if (!queue.has(job)) return;
    job.results[index] = result;
    if (++job.done < job.texts.length) return;
    queue.drop(job);
    job.resolve(job.results.filter((each) => each !== undefined));
  };

  const onDeath = (slot: Slot, reason: unknown) => {
    if (ended !== null || slot.state === "gone") return;
    const { task } = slot;
    slot.task = null;
    if (task !== null && task.deaths >= DEATHS_ALLOWED)
      fail(task.job, unavailable("The embedding model broke down twice on a text", reason));
    else if (task !== null) queue.putBack(task);
    if (++slot.deaths > DEATHS_ALLOWED) giveUp(slot, reason);
    else start(slot);
    dispatch();
  };

  const giveUp = (slot: Slot, reason: unknown) => {
    slot.state = "gone";
    const thread = slot.thread;
    if (thread !== null) void thread.close();
    if (slots.some((other) => other.thread !== null && other.state !== "gone")) return startRest();
    end(unavailable("The embedding model cannot be loaded or keeps breaking down", reason));
  };

  const [first] = slots;
  if (first !== undefined) start(first);

  return {
    ready: () => loaded.promise,
    embed(texts, urgent, signal) {
      if (ended !== null) return Promise.reject(ended);
      if (signal?.aborted) return Promise.reject(cancelled());
      if (texts.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        const abort = () => fail(job, cancelled());
        const settle = () => signal?.removeEventListener("abort", abort);
        const job: Job = {
          texts,
          urgent,
          order: longestFirst(texts),
          next: 0,
          done: 0,
          results: new Array<Embedded | undefined>(texts.length),
          resolve(results) {
            settle();
            resolve(results);
          },
          reject(error) {
            settle();
            reject(error);
          },
        };
        signal?.addEventListener("abort", abort, { once: true });
        queue.add(job);
        dispatch();
      });
    },
    async close() {
      if (ended === null) end(new KonsilError("cancelled", "The embedder was closed."));
      await Promise.all(slots.map((slot) => slot.thread?.close()));
    },
  };
}

/** A long text given out last would keep one worker busy while the others have nothing left to do. */
function longestFirst(texts: readonly TextToEmbed[]): number[] {
  const length = (index: number) => texts[index]?.text.length ?? 0;
  return [...texts.keys()].sort((a, b) => length(b) - length(a));
}

/** A promise to settle from outside (`Promise.withResolvers` came with Node 22). */
function openPromise() {
  let resolve = () => {};
  let reject = (_error: Error) => {};
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => {}); // whoever awaits it hears of it; nobody has to
  return { promise, resolve: () => resolve(), reject: (error: Error) => reject(error) };
}

function cancelled(): KonsilError {
  return new KonsilError("cancelled", "The embedding was cancelled.");
}

function unavailable(message: string, cause: unknown): KonsilError {
  return new KonsilError("model_unavailable", `${message}.`, { cause });
}
