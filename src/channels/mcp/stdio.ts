import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { McpParts } from "./parts.js";
import { createMcpServer } from "./server.js";

export interface StdioOptions {
  /** Ends the connection too. */
  readonly signal: AbortSignal;
  /** Hears of what the client sent and nobody can read. */
  readonly onError: (error: Error) => void;
}

export interface StdioConnection {
  /** Resolves when the client closes our standard input, or the signal fires. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Serves the Model Context Protocol on standard input and output, at once: what asks waits for `parts.sources`. */
export function serveMcpOnStdio(parts: McpParts, { signal, onError }: StdioOptions): StdioConnection {
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", () => resolve());
    process.stdin.once("close", () => resolve());
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const { close } = serveStdio(() => createMcpServer(parts), { onerror: onError });
  return { ended, close };
}
