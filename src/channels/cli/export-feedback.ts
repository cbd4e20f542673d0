import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { KonsilError } from "../../contracts/errors.js";
import { type FeedbackRecord, feedbackSinceSchema } from "../../contracts/feedback.js";
import type { Feedback } from "../../observe/feedback.js";
import { type CommonOptions, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

interface ExportFeedbackOptions extends CommonOptions {
  readonly out?: string;
  readonly since?: string;
  readonly all?: true;
}

const PAGE = 500;

/** `konsil export feedback`: what people said about answers, one JSON object a line, oldest first. */
export function addExportFeedbackCommand(exporting: Command, terminal: Terminal): void {
  const command = exporting
    .command("feedback")
    .summary("write what people said about answers, as JSON lines")
    .description(
      "Writes one JSON object a line, oldest first: verdict and comment with question, history and answer. Of each answer " +
        "the last verdict. What was quoted from documents that are removed by now is left out.",
    )
    .option("--out <file>", "where to, in place of standard output; replaced when it is there")
    .option(
      "--since <date>",
      "given on this day (UTC) or later, as in 2026-02-09; a time with its zone is fine too",
      since,
    )
    .option("--all", "every verdict, also those that a later one on the same answer took back");
  withCommonOptions(command).action(async () => {
    // The options of `export` itself have the same names, and commander gives what was said to one of the two.
    const options = command.optsWithGlobals<ExportFeedbackOptions>();
    const file = options.out === undefined ? null : resolve(options.out);
    await withApplication(options, terminal, async ({ feedback }) => {
      const records = recordsOf(feedback, options);
      if (file !== null) {
        const written = await writeLines(file, records);
        if (options.json) terminal.json({ file, records: written });
        else terminal.out(`${written} ${written === 1 ? "record" : "records"} in ${file}`);
      } else if (options.json) {
        const all: FeedbackRecord[] = [];
        for await (const record of records) all.push(record);
        terminal.json({ feedback: all, nextCursor: null });
      } else {
        for await (const record of records) terminal.json(record);
      }
    });
  });
}

async function* recordsOf(
  feedback: Feedback,
  { since = null, all = false }: { readonly since?: string | null; readonly all?: boolean },
): AsyncGenerator<FeedbackRecord> {
  let cursor: string | null = null;
  do {
    const page = await feedback.read({ limit: PAGE, cursor, since, all });
    yield* page.feedback;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** The file holds all records when this returns, or what it held before. Returns how many there are. */
async function writeLines(file: string, records: AsyncIterable<FeedbackRecord>): Promise<number> {
  const beside = `${file}.new`;
  const handle = openForWriting(beside, file);
  let written = 0;
  try {
    try {
      for await (const record of records) {
        writeSync(handle, `${JSON.stringify(record)}\n`);
        written += 1;
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return written;
}

function openForWriting(path: string, shown: string): number {
  try {
    return openSync(path, "w");
  } catch (cause) {
    throw new KonsilError("invalid_request", `${shown} cannot be written; its folder has to be there`, { cause });
  }
}

function since(given: string): string {
  const read = feedbackSinceSchema.safeParse(given);
  if (read.success) return read.data;
  throw new InvalidArgumentError("Give a date such as 2026-02-09, or a time such as 2026-02-09T12:00:00Z.");
}
