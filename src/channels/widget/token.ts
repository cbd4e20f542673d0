import { failureOf, RequestFailed } from "./failure.js";
import { isRecord } from "./shapes.js";
import { TIMING, within } from "./timing.js";

/** Where bearer tokens come from. */
export interface TokenSource {
  /** A token that is good for a while, or null where the server needs none. Throws RequestFailed. */
  get(): Promise<string | null>;
  /** The token at hand, without asking for one. */
  peek(): string | null;
  /** Lets go of a token that the server no longer takes. */
  forget(): void;
}

interface Held {
  readonly token: string | null;
  /** Milliseconds since 1970; null: for good. */
  readonly endsAt: number | null;
}

/** Keeps what `fetchToken` brings until shortly before it ends; whoever asks meanwhile waits for the same request. */
export function createTokenSource(fetchToken: () => Promise<Held>): TokenSource {
  let held: Held | null = null;
  let coming: Promise<Held> | null = null;
  const isGood = ({ endsAt }: Held) => endsAt === null || Date.now() < endsAt - TIMING.tokenMargin;

  return {
    async get() {
      if (held !== null && isGood(held)) return held.token;
      coming ??= fetchToken().finally(() => {
        coming = null;
      });
      held = await coming;
      return held.token;
    },
    peek: () => held?.token ?? null,
    forget() {
      held = null;
    },
  };
}

/** Asks the server, which goes by the page's origin and, where it is told to, by a sign-in in front of it. */
export function tokenFromServer(server: string, credentials: RequestCredentials): () => Promise<Held> {
  return async () => {
    const response = await fetchFrom(server, "/widget/token", { method: "POST", credentials });
    if (!response.ok) throw await failureOf(response);
    const body: unknown = await response.json().catch(() => null);
    if (!isRecord(body) || typeof body.token !== "string") return { token: null, endsAt: null };
    const endsAt = typeof body.expiresAt === "string" ? Date.parse(body.expiresAt) : Number.NaN;
    return { token: body.token, endsAt: Number.isNaN(endsAt) ? null : endsAt };
  };
}

/**
 * The page's own way; how long its tokens last is its business, so each is used until the server refuses it. One that
 * fails, or never comes to an end, is a reader who is not signed in.
 */
export function tokenFromPage(authorize: () => Promise<string | null>): () => Promise<Held> {
  return async () => {
    try {
      return { token: await within(TIMING.signsInWithin, authorize(), "unauthorized"), endsAt: null };
    } catch {
      throw new RequestFailed("unauthorized");
    }
  };
}

/**
 * `fetch` that tells what went wrong when there is no response at all: a browser says the same of a server that is gone
 * and of one that does not let this page in. A request whose response nobody can read tells them apart.
 */
export async function fetchFrom(server: string, path: string, options: RequestInit): Promise<Response> {
  const signal = options.signal ?? AbortSignal.timeout(TIMING.repliesWithin);
  try {
    return await fetch(server + path, { ...options, signal });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (signal.aborted) throw new RequestFailed("late");
    throw new RequestFailed((await isThere(server)) ? "origin" : "offline");
  }
}

async function isThere(server: string): Promise<boolean> {
  if (!navigator.onLine || server === location.origin) return false;
  const signal = AbortSignal.timeout(TIMING.repliesWithin);
  return fetch(`${server}/widget.js`, { method: "HEAD", mode: "no-cors", credentials: "omit", signal }).then(
    () => true,
    () => false,
  );
}
