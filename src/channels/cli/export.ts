import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { addExportFeedbackCommand } from "./export-feedback.js";
import { type CommonOptions, ensureCorpus, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

interface ExportOptions extends CommonOptions {
  readonly format: "langchain";
}

/** `konsil export --format langchain <folder>`: the index for other programs. `konsil export feedback` has its own file. */
export function addExportCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("export")
    .summary("write the index for other programs, or the feedback")
    .description("Writes passages and vectors into a folder that LangChain's HNSWLib.load reads.")
    .argument("<folder>", "where to; made when it is missing")
    .addOption(new Option("--format <format>", "of what is written").choices(["langchain"]).default("langchain"));
  withCommonOptions(command).action(async (given: string, options: ExportOptions) => {
    const folder = resolve(given);
    const passages = await withApplication(options, terminal, async (application, config) => {
      await ensureCorpus(application, config, terminal);
      const { exportToLangChain } = await import("../../wire.js");
      return exportToLangChain(application, folder);
    });
    if (options.json) terminal.json({ format: options.format, folder, passages });
    else terminal.out(`${passages} passages in ${folder}`);
  });
  addExportFeedbackCommand(command, terminal);
}
