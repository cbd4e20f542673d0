import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { packageVersion } from "../../version.js";
import { refuse } from "../http/problem.js";
import type { McpSources } from "../mcp/parts.js";
import { type CommonOptions, ensureCorpus, withApplication } from "./session.js";
import type { Terminal } from "./terminal.js";

/** `konsil mcp`: the Model Context Protocol for a program that starts this one, such as a desktop assistant. */
export function addMcpCommand(program: Command, terminal: Terminal): void {
  program
    .command("mcp")
    .summary("serve other assistants")
    .description(
      "Serves the Model Context Protocol on standard input and output, for an assistant that starts this command. " +
        "Everything else is said on standard error. docs/mcp.md says how to connect.",
    )
    .option("--data <folder>", "folder of the database and the index, in place of KONSIL_DATA")
    .action((options: Pick<CommonOptions, "data">) => serve(options, terminal));
}

/** Answers the client's first messages while the index is being opened; a tool that is called by then waits for it. */
async function serve(options: Pick<CommonOptions, "data">, terminal: Terminal): Promise<void> {
  const { serveMcpOnStdio } = await import("../mcp/stdio.js");
  const opened = openLater<McpSources>();
  const complain = (thrown: unknown) => terminal.err(thrown instanceof Error ? thrown.message : String(thrown));
  const refusalOf = (thrown: unknown) => {
    const refusal = refuse(thrown, randomUUID());
    if (refusal.ours) complain(thrown);
    return refusal;
  };
  const connection = serveMcpOnStdio(
    { sources: () => opened.promise, refusalOf, version: packageVersion() },
    { signal: terminal.signal, onError: complain },
  );
  try {
    await withApplication(options, terminal, async (application, config) => {
      await ensureCorpus(application, config, terminal);
      opened.resolve(application);
      await connection.ended;
      await connection.close();
    });
  } catch (error) {
    opened.reject(error);
    await connection.close();
    throw error;
  }
}

function openLater<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  // Without a caller that waits, the failure is told by the command itself.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
