import type { Answer } from "../../contracts/answer.js";
import type { Api } from "./api.js";
import { afterEvent, type Exchange, historyOf, newExchange, type Verdict } from "./exchange.js";
import { type Failure, RequestFailed } from "./failure.js";
import { QUESTION_MAX_LENGTH } from "./limits.js";
import { TIMING } from "./timing.js";

/** What happens in a conversation, for whoever shows it. */
export interface ConversationListener {
  /** Something is to be drawn anew. */
  changed(): void;
  /** Something new is there to be read out: whole sentences, markers included. */
  told(exchange: Exchange, text: string): void;
  slow(exchange: Exchange): void;
  answered(exchange: Exchange, answer: Answer): void;
  failed(exchange: Exchange, failure: Failure): void;
  judged(exchange: Exchange, answer: Answer, verdict: Verdict, comment: string): void;
  judgementFailed(): void;
}

/** So often it is asked again by itself while the index is not ready; then the reader decides. */
const MOST_ATTEMPTS = 120;
/** Older ones are let go, so that a page that stays open for days does not grow. */
const MOST_EXCHANGES = 50;

/** Questions and what became of them; one at a time is asked. */
export class Conversation {
  exchanges: readonly Exchange[] = [];
  /** Older questions were there and are gone. */
  isShortened = false;
  #running: AbortController | null = null;
  #nextKey = 0;
  #attempt = 1;
  #ticking: ReturnType<typeof setInterval> | undefined;
  readonly #api: () => Api;
  readonly #listener: ConversationListener;

  constructor(api: () => Api, listener: ConversationListener) {
    this.#api = api;
    this.#listener = listener;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Takes over what was kept from an earlier page. */
  restore(exchanges: readonly Exchange[], isShortened: boolean): void {
    this.exchanges = exchanges;
    this.isShortened = isShortened;
    this.#nextKey = exchanges.length;
    this.#listener.changed();
  }

  /** False for what cannot be asked: nothing, too much, or while another answer is coming. */
  ask(question: string): boolean {
    const text = question.trim();
    if (this.isBusy || text === "" || text.length > QUESTION_MAX_LENGTH) return false;
    const exchange = newExchange(this.#nextKey++, text);
    this.isShortened ||= this.exchanges.length >= MOST_EXCHANGES;
    this.exchanges = [...this.exchanges, exchange].slice(-MOST_EXCHANGES);
    void this.#run(exchange);
    return true;
  }

  /** Takes a question out of the conversation and gives it back, to be asked again or put differently. */
  takeBack(key: number): string {
    const taken = this.exchanges.find((exchange) => exchange.key === key);
    this.exchanges = this.exchanges.filter((exchange) => exchange.key !== key);
    this.#listener.changed();
    return taken?.question ?? "";
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    for (const { key, state } of this.exchanges) {
      if (state === "asking") this.#update(key, { state: "stopped", slow: false, failure: null, retryAt: null });
    }
    this.#listener.changed();
  }

  clear(): void {
    this.stop();
    this.exchanges = [];
    this.isShortened = false;
    this.#listener.changed();
  }

  /** The form of a comment is opened, or with null closed again. */
  beginJudgement(key: number, verdict: Verdict | null): void {
    this.#update(key, { judgement: verdict === null ? null : { verdict, comment: "", state: "writing" } });
  }

  async judge(key: number, verdict: Verdict, comment: string): Promise<void> {
    const at = this.exchanges.findIndex((exchange) => exchange.key === key);
    const exchange = this.exchanges[at];
    if (exchange === undefined || exchange.answer === null) return;
    const { answer, question } = exchange;
    const words = comment.trim();
    this.#update(key, { judgement: { verdict, comment, state: "sending" } });
    try {
      const history = historyOf(this.exchanges.slice(0, at));
      const said = words === "" ? {} : { comment: words };
      await this.#api().sendFeedback({ answerId: answer.id, verdict, ...said, question, history });
      this.#update(key, { judgement: { verdict, comment, state: "sent" } });
      this.#listener.judged(exchange, answer, verdict, words);
    } catch {
      this.#update(key, { judgement: { verdict, comment, state: "failed" } });
      this.#listener.judgementFailed();
    }
  }

  async #run(exchange: Exchange, attempt = 1): Promise<void> {
    const { key, question } = exchange;
    const running = new AbortController();
    this.#running = running;
    this.#attempt = attempt;
    if (attempt === 1) this.#update(key, newExchange(key, question));
    const slow = setTimeout(() => {
      this.#update(key, { slow: true });
      this.#listener.slow(exchange);
    }, TIMING.slowAfter);
    running.signal.addEventListener("abort", () => clearTimeout(slow));
    const history = historyOf(this.exchanges.filter((earlier) => earlier.key < key));
    try {
      await this.#api().ask(
        { question, history },
        (event) => {
          if (running.signal.aborted) return;
          if (event.type === "text.delta") clearTimeout(slow);
          const known = this.exchanges.find((it) => it.key === key);
          if (known === undefined) return;
          const after = afterEvent(known, event);
          this.#update(key, after);
          if (event.type === "text.delta") this.#listener.told(after, event.text);
          if (event.type === "answer.finished") this.#listener.answered(after, event.answer);
        },
        running.signal,
      );
    } catch (error) {
      if (!running.signal.aborted) this.#fail(key, failureFrom(error));
    } finally {
      clearTimeout(slow);
      if (this.#running === running && !this.#waitsFor(key)) this.#running = null;
      this.#listener.changed();
    }
  }

  #fail(key: number, failure: Failure): void {
    const retryAt = failure.retryAfter === null ? null : Date.now() + failure.retryAfter * 1000;
    const again = failure.kind === "notReady" && retryAt !== null && this.#attempt < MOST_ATTEMPTS;
    this.#update(key, { state: again ? "asking" : "failed", slow: false, failure, retryAt });
    const exchange = this.exchanges.find((it) => it.key === key);
    if (exchange !== undefined && (!again || this.#attempt === 1)) this.#listener.failed(exchange, failure);
    this.#ticking ??= setInterval(() => this.#tick(), 1000);
  }

  /** Every second while something is counted down: draws it, and asks again what asks by itself. */
  #tick(): void {
    for (const exchange of this.exchanges) {
      if (exchange.retryAt === null || Date.now() < exchange.retryAt) continue;
      this.#update(exchange.key, { retryAt: null });
      if (exchange.state === "asking") void this.#run(exchange, this.#attempt + 1);
    }
    if (!this.exchanges.some(({ retryAt }) => retryAt !== null)) this.#stopTicking();
    this.#listener.changed();
  }

  #stopTicking(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  #waitsFor(key: number): boolean {
    return this.exchanges.some((exchange) => exchange.key === key && exchange.state === "asking");
  }

  #update(key: number, change: Partial<Exchange>): void {
    this.exchanges = this.exchanges.map((exchange) => (exchange.key === key ? { ...exchange, ...change } : exchange));
    this.#listener.changed();
  }
}

function failureFrom(error: unknown): Failure {
  return error instanceof RequestFailed ? error.failure : new RequestFailed("other").failure;
}
