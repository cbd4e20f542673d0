import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { showProgress } from "./channels/cli/progress.js";
import { processTerminal } from "./channels/cli/terminal.js";
import { loadConfig } from "./config.js";
import { KonsilError } from "./contracts/errors.js";
import { startServer } from "./server.js";

/** Values of environment variables that win over the environment. */
type Overrides = Parameters<typeof loadConfig>[0];

/**
 * Runs the server until a signal ends it, and then ends the process: with 0 after SIGTERM or SIGINT, with 2 for a wrong
 * configuration and with 1 for every other failure at the start, which is told in one line.
 */
export async function runServer(overrides: Overrides = {}): Promise<void> {
  const signalled = new AbortController();
  onSignal(signalled);
  const terminal = processTerminal(signalled.signal);
  try {
    const progress = showProgress(terminal);
    const server = await startServer(loadConfig(overrides), { out: terminal.out, err: terminal.err, progress });
    try {
      await Promise.race([server.ready, aborted(signalled.signal)]);
      await aborted(signalled.signal);
    } finally {
      await server.close();
    }
  } catch (error) {
    terminal.err(`Konsil cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(error instanceof KonsilError && error.code === "invalid_configuration" ? 2 : 1);
  }
  process.exit(0);
}

/** Ctrl+C reaches us from the terminal and, below `npm start`, once more from npm: that is one wish, not two. */
const SAME_SIGNAL_MS = 300;

/** The first signal asks the server to finish; who sends a second one does not want to wait. */
function onSignal(signalled: AbortController): void {
  let firstAt = 0;
  const hear = () => {
    if (!signalled.signal.aborted) {
      firstAt = performance.now();
      signalled.abort();
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      process.exit(1);
    }
  };
  process.on("SIGTERM", hear);
  process.on("SIGINT", hear);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

const entry = process.argv[1];
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) await runServer();
