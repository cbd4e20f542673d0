import type { Command } from "commander";
import type { Config } from "../../config.js";
import { showProgress } from "./progress.js";
import { configOf } from "./session.js";
import type { Terminal } from "./terminal.js";

/** Answers in Slack until the terminal's signal fires. */
export type RunSlack = (
  config: Config,
  output: Pick<Terminal, "out" | "err"> & { readonly progress: ReturnType<typeof showProgress> },
  signal: AbortSignal,
) => Promise<void>;

/** `konsil slack`: the Slack bot over Socket Mode, until a signal ends it. */
export function addSlackCommand(program: Command, terminal: Terminal, run: RunSlack): void {
  program
    .command("slack")
    .summary("answer in Slack")
    .description(
      "Answers in Slack over Socket Mode, which needs no public address. It wants KONSIL_SLACK_BOT_TOKEN and " +
        "KONSIL_SLACK_APP_TOKEN; docs/slack.md says where they come from.",
    )
    .option("--data <folder>", "folder of the database and the index, in place of KONSIL_DATA")
    .action(async (options: { readonly data?: string }) => {
      const { out, err, signal } = terminal;
      await run(configOf(options), { out, err, progress: showProgress(terminal) }, signal);
    });
}
