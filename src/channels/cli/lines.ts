import { createInterface } from "node:readline";

/** What a person types, or what comes on standard input, line by line. */
export interface Lines {
  /** A person types: a greeting and prompts make sense. */
  readonly isScreen: boolean;
  /** The next line, after what was typed ahead; null when there are no more. */
  next(prompt: string): Promise<string | null>;
  /** While `work` is done, Ctrl+C stops it in place of ending the input. Throws what the work throws. */
  whileBusy<T>(work: (interrupted: AbortSignal) => Promise<T>): Promise<T>;
  close(): void;
}

export interface LineStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** With the keys that a shell knows (arrows, history) where a person types. */
export function readLines({ input, output }: LineStreams): Lines {
  const isScreen = input.isTTY === true && output.isTTY === true;
  const reader = createInterface(isScreen ? { input, output, terminal: true } : { input, terminal: false });
  const ahead: string[] = [];
  let ended = false;
  let waiting: ((line: string | null) => void) | null = null;
  let busy: AbortController | null = null;

  function give(line: string | null): void {
    const resolve = waiting;
    waiting = null;
    if (resolve !== null) resolve(line);
    else if (line !== null) ahead.push(line);
  }
  reader.on("line", give);
  reader.on("close", () => {
    ended = true;
    give(null);
  });
  reader.on("SIGINT", () => {
    if (busy === null) reader.close();
    else busy.abort();
  });

  return {
    isScreen,

    async next(prompt) {
      const line = ahead.shift();
      if (line !== undefined) return line;
      if (ended) return null;
      if (isScreen) {
        reader.setPrompt(prompt);
        reader.prompt();
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },

    async whileBusy(work) {
      busy = new AbortController();
      try {
        return await work(busy.signal);
      } finally {
        busy = null;
      }
    },

    close: () => reader.close(),
  };
}
