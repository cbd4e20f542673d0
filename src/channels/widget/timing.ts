import { type FailureKind, RequestFailed } from "./failure.js";

/** Everything that the widget waits for, in milliseconds. */
export const TIMING = {
  /** After this long without a word the reader is told that it takes longer. */
  slowAfter: 8_000,
  /** So long may a stream be silent: the server gives a sign of life every 15 seconds, of which two may go missing. */
  silentAfter: 45_000,
  /** So long may the first byte of an answer take: a language model on a small machine is slow. */
  startsWithin: 180_000,
  /** Other requests. */
  repliesWithin: 20_000,
  /** The page's own way to a token: it may ask its reader to sign in. */
  signsInWithin: 60_000,
  /** A token is renewed this long before it ends. */
  tokenMargin: 30_000,
} as const;

/** What `promise` brings. Throws RequestFailed `kind` where that takes longer than `ms` milliseconds. */
export async function within<T>(ms: number, promise: Promise<T>, kind: FailureKind): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestFailed(kind)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
