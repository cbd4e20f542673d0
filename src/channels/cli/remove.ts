import type { Command } from "commander";
import { EXIT } from "./exit.js";
import { type CommonOptions, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

/** `konsil remove <id…>`: takes documents out of the library; their files stay. */
export function addRemoveCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const command = program
    .command("remove")
    .summary("remove documents")
    .description("Removes documents from the library. Their files stay where they are.")
    .argument("<id...>", "ids as `konsil documents` shows them");
  withCommonOptions(command).action(async (ids: readonly string[], options: CommonOptions) => {
    const removed: string[] = [];
    const missing: string[] = [];
    await withApplication(options, terminal, async ({ ingester }) => {
      for (const id of ids) ((await ingester.remove(id)) ? removed : missing).push(id);
    });
    if (options.json) terminal.json({ removed, missing });
    else for (const id of removed) terminal.out(`Removed ${id}`);
    for (const id of missing) terminal.err(`There is no document ${id}`);
    exit(missing.length === 0 ? EXIT.done : EXIT.failed);
  });
}
