import type { Command } from "commander";
import type { Document } from "../../contracts/document.js";
import { type FilterOptions, filterOf, withFilterOptions } from "./filter-options.js";
import { type CommonOptions, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

/** `konsil documents`: what the library holds. */
export function addDocumentsCommand(program: Command, terminal: Terminal): void {
  const command = program.command("documents").summary("list the documents").description("Lists the documents by id.");
  withFilterOptions(withCommonOptions(command)).action(async (options: CommonOptions & FilterOptions) => {
    const filter = filterOf(options);
    const documents = await withApplication(options, terminal, async ({ library }) => {
      const all: Document[] = [];
      let cursor: string | null = null;
      do {
        const page = await library.documents(filter, { cursor });
        all.push(...page.documents);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all;
    });
    if (options.json) terminal.json({ documents, nextCursor: null });
    else if (documents.length === 0) terminal.err("No documents");
    else for (const line of tableLines(documents)) terminal.out(line);
  });
}

function tableLines(documents: readonly Document[]): string[] {
  const rows = documents.map((document) => [
    document.id,
    document.publishedAt ?? "-",
    document.language ?? "-",
    `${document.passages} passages`,
    document.title ?? "-",
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
