import type { Command } from "commander";
import { type Config, loadConfig } from "../../config.js";
import { KonsilError } from "../../contracts/errors.js";
import type { Application } from "../../wire.js";
import { reportLines, showProgress } from "./progress.js";
import type { Terminal } from "./terminal.js";

/** The options that every command has. */
export interface CommonOptions {
  readonly json?: true;
  readonly data?: string;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option("--json", "print one JSON object and nothing else")
    .option("--data <folder>", "folder of the database and the index, in place of KONSIL_DATA");
}

/** The configuration of this process, with the options of the command line before it. */
export function configOf(options: CommonOptions): Config {
  return loadConfig(options.data === undefined ? {} : { KONSIL_DATA: options.data });
}

/** Opens the application for the length of `work`, and closes it whatever happens. */
export async function withApplication<Result>(
  options: CommonOptions & { readonly embeddingThreads?: number },
  terminal: Terminal,
  work: (application: Application, config: Config) => Promise<Result>,
): Promise<Result> {
  const { embeddingThreads = 1 } = options;
  const config = configOf(options);
  for (const warning of config.warnings) terminal.err(`Warning: ${warning}`);
  const [{ createLog }, { wire }] = await Promise.all([import("../../observe/log.js"), import("../../wire.js")]);
  // A command tells its results itself: of the log, a person at a terminal wants to see what went wrong.
  const log = createLog({ level: config.log === "info" ? "warn" : config.log, format: "plain" });
  const application = await wire(config, { log, embeddingThreads });
  try {
    return await work(application, config);
  } finally {
    await application.close();
  }
}

/**
 * Makes sure that there is something to search: reads the configured corpus when the library is empty, and makes again
 * what an earlier version made.
 */
export async function ensureCorpus(application: Application, config: Config, terminal: Terminal): Promise<void> {
  const { documents } = await application.library.statistics();
  const outdated = await application.isOutdated();
  if (documents > 0 && !outdated) return;
  const corpus = documents > 0 || outdated ? null : config.corpus;
  if (corpus === null && !outdated) {
    throw new KonsilError(
      "index_not_ready",
      "There are no documents yet; add some with: konsil ingest <file or folder>",
    );
  }
  terminal.err(outdated ? "Updating the index for this version …" : "Reading the corpus for the first time …");
  const progress = showProgress(terminal);
  const report = await application.prepare(corpus, { signal: terminal.signal, progress });
  if (report.failed.length > 0) for (const line of reportLines(report)) terminal.err(line);
}
