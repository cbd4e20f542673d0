import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { KonsilError } from "../../contracts/errors.js";
import type { Ingester, IngestReport } from "../../ingest/ingest.js";
import { EXIT } from "./exit.js";
import { reportLines, showProgress } from "./progress.js";
import { type CommonOptions, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

interface IngestCommandOptions extends CommonOptions {
  readonly name: string;
}

/** Each thread holds the model once, about 150 MB. */
const MOST_THREADS = 4;

/** `konsil ingest <file|folder…>`: brings documents into the library. */
export function addIngestCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const command = program
    .command("ingest")
    .summary("read documents")
    .description("Reads files and folders (Markdown, text, HTML) into the library. What is unchanged is skipped.")
    .argument("<path...>", "files and folders; - reads one document from standard input")
    .option("--name <file>", "file name of the document on standard input", "stdin.md");
  withCommonOptions(command).action(async (paths: readonly string[], options: IngestCommandOptions) => {
    refuseAddresses(paths);
    const threads = { ...options, embeddingThreads: Math.min(MOST_THREADS, availableParallelism()) };
    const report = await withApplication(threads, terminal, async ({ ingester }) => {
      const files = paths.filter((path) => path !== "-");
      const read = await ingester.ingestPaths(files, { signal: terminal.signal, progress: showProgress(terminal) });
      return files.length === paths.length ? read : joined(read, await ingestStdin(ingester, options.name, terminal));
    });
    if (options.json) terminal.json(report);
    else for (const line of reportLines(report)) terminal.out(line);
    exit(report.failed.length === 0 ? EXIT.done : EXIT.failed);
  });
}

function refuseAddresses(paths: readonly string[]): void {
  const address = paths.find((path) => /^[a-z][a-z0-9+.-]*:\/\//i.test(path));
  if (address === undefined) return;
  throw new KonsilError(
    "invalid_request",
    `Reading from addresses is not in this version: ${address}. Save the page as a file and ingest that`,
  );
}

async function ingestStdin(ingester: Ingester, name: string, terminal: Terminal): Promise<IngestReport> {
  const bytes = new TextEncoder().encode(await terminal.readStdin());
  const nothing: IngestReport = { added: [], updated: [], unchanged: [], removed: [], failed: [] };
  try {
    const upload = { name, mediaType: null, bytes };
    const { outcome, document } = await ingester.ingestUpload(upload, { replace: true, signal: terminal.signal });
    return { ...nothing, [outcome]: [document.id] };
  } catch (error) {
    if (!(error instanceof KonsilError) || error.code === "cancelled") throw error;
    return { ...nothing, failed: [{ name, code: error.code, message: error.message }] };
  }
}

function joined(a: IngestReport, b: IngestReport): IngestReport {
  return {
    added: [...a.added, ...b.added],
    updated: [...a.updated, ...b.updated],
    unchanged: [...a.unchanged, ...b.unchanged],
    removed: [...a.removed, ...b.removed],
    failed: [...a.failed, ...b.failed],
  };
}
