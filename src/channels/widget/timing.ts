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
  /** A token is renewed this long before it ends. */
  tokenMargin: 30_000,
} as const;
