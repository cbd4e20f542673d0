#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { EXIT, exitCodeOf } from "./channels/cli/exit.js";
import { asKonsilError, problemOf } from "./channels/cli/problem.js";
import { createProgram } from "./channels/cli/program.js";
import type { RunSlack } from "./channels/cli/slack.js";
import { processTerminal, type Terminal } from "./channels/cli/terminal.js";

/** Runs one command and returns its exit code; the process goes on. `argv` starts with the command's name. */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done;
  const serve = async (overrides: Record<string, string>) => {
    const { runServer } = await import("./main.js");
    await runServer(overrides);
  };
  const slack: RunSlack = async (config, output, signal) => {
    const { runSlackBot } = await import("./open-slack.js");
    await runSlackBot(config, output, signal);
  };
  const exit = (chosen: number) => {
    code = chosen;
  };
  try {
    await createProgram({ terminal, exit, serve, slack }).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    return tell(error, argv.includes("--json"), terminal);
  }
}

/** Runs the command of this process; its exit code is set and the process ends when all is written. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  process.once("SIGTERM", () => interrupted.abort());
  // `konsil documents | head` closes the pipe early: that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed),
  );
  process.exitCode = await runCommand(argv, processTerminal(interrupted.signal));
}

function tell(error: unknown, asJson: boolean, terminal: Terminal): number {
  const known = asKonsilError(error);
  terminal.err(`konsil: ${known.message}`);
  if (asJson) terminal.json({ problem: problemOf(known) });
  return exitCodeOf(known.code);
}

const entry = process.argv[1];
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) await runCli(process.argv.slice(2));
