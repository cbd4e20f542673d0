import { type Exchange, newExchange, type Verdict } from "./exchange.js";
import { FAILURES, type FailureKind } from "./failure.js";
import { isAnswer, isCitation, isListOf, isRecord, isTextList } from "./shapes.js";

/** What outlives a change of page within a tab. */
export interface Kept {
  readonly exchanges: readonly Exchange[];
  /** Older questions were there and were not kept. */
  readonly isShortened: boolean;
  /** A question that was typed and not sent. */
  readonly draft: string;
  readonly open: boolean;
}

export interface ConversationStore {
  /** What was kept; null where there is nothing, or nothing of ours. */
  read(): Kept | null;
  write(kept: Kept): void;
}

/** Changes with the shape of what is stored; another version's content is ignored. */
const VERSION = 1;
const MOST_EXCHANGES = 30;

/** Keeps nothing. */
export const NO_STORE: ConversationStore = { read: () => null, write: () => undefined };

/**
 * Keeps a conversation in this tab alone, by server and name; where the room is not enough for all of it, its newest
 * questions. Where the browser keeps nothing (a private window, a full store, a sandbox) the conversation lives as long
 * as the page.
 */
export function createStore(
  server: string,
  name: string,
  tab: () => Storage = () => sessionStorage,
): ConversationStore {
  const key = `konsil:${server}:${name}`;
  return {
    read() {
      try {
        return keptFrom(JSON.parse(tab().getItem(key) ?? "null"));
      } catch {
        return null;
      }
    },
    write(kept) {
      const isEmpty = kept.exchanges.length === 0 && kept.draft === "" && !kept.open;
      try {
        if (isEmpty) tab().removeItem(key);
        else writeNewest(tab(), key, kept);
      } catch {
        // Not kept, then.
      }
    },
  };
}

/** Half as many again and again until they fit. Throws where not even the draft does. */
function writeNewest(tab: Storage, key: string, { exchanges, isShortened, draft, open }: Kept): void {
  for (let count = Math.min(exchanges.length, MOST_EXCHANGES); ; count = Math.floor(count / 2)) {
    const newest = count === 0 ? [] : exchanges.slice(-count).map(plain);
    const shortened = isShortened || count < exchanges.length;
    try {
      tab.setItem(key, JSON.stringify({ version: VERSION, exchanges: newest, isShortened: shortened, draft, open }));
      return;
    } catch (error) {
      if (count > 0) continue;
      // Half a conversation from before would be taken for all of it.
      tab.removeItem(key);
      throw error;
    }
  }
}

function plain({ question, state, parts, citations, answer, failure, judgement }: Exchange) {
  const verdict = judgement?.state === "sent" ? judgement.verdict : null;
  return { question, state, parts, citations, answer, verdict, failure: failure?.kind ?? "interrupted" };
}

function keptFrom(stored: unknown): Kept | null {
  if (!isRecord(stored) || stored.version !== VERSION || !Array.isArray(stored.exchanges)) return null;
  const exchanges = stored.exchanges.map(exchangeFrom);
  if (exchanges.includes(null)) return null;
  return {
    exchanges: exchanges.filter((exchange) => exchange !== null),
    isShortened: stored.isShortened === true,
    draft: typeof stored.draft === "string" ? stored.draft : "",
    open: stored.open === true,
  };
}

/** What was still on its way can be asked again. */
function exchangeFrom(stored: unknown, index: number): Exchange | null {
  if (!isRecord(stored) || typeof stored.question !== "string") return null;
  const { question, answer, parts, citations, verdict } = stored;
  if (!isTextList(parts) || !isListOf(citations, isCitation)) return null;
  const exchange = { ...newExchange(index, question), parts, citations };
  if (answer === null) {
    if (stored.state === "stopped") return { ...exchange, state: "stopped" };
    const kind = isFailureKind(stored.failure) ? stored.failure : "interrupted";
    return { ...exchange, state: "failed", failure: { kind, requestId: null, retryAfter: null } };
  }
  if (!isAnswer(answer)) return null;
  const judgement = isVerdict(verdict) ? ({ verdict, comment: "", state: "sent" } as const) : null;
  return { ...exchange, state: "answered", answer, judgement };
}

function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === "string" && Object.hasOwn(FAILURES, value);
}

function isVerdict(value: unknown): value is Verdict {
  return value === "helpful" || value === "wrong" || value === "incomplete";
}
