import { type Command, InvalidArgumentError, Option } from "commander";
import { type KeyRole, keyNameSchema, keyRoleSchema, lineOf, makeKey } from "../http/key-file.js";
import type { Terminal } from "./terminal.js";

interface KeyOptions {
  readonly role: KeyRole;
  readonly json?: true;
}

/** `konsil key <name>`: makes a key, and the line of the file of keys that lets it in. */
export function addKeyCommand(program: Command, terminal: Terminal): void {
  program
    .command("key")
    .summary("make a key for the file of keys")
    .description(
      "Makes a key. Its line for the file that KONSIL_KEYS_FILE names goes to standard output, and can be appended to it " +
        "with >>; the key itself is shown once, on standard error, and kept nowhere.",
    )
    .argument("<name>", "who or what it is for", (given) => {
      if (keyNameSchema.safeParse(given).success) return given;
      throw new InvalidArgumentError("Give a name of letters, digits, spaces and . _ @ - (at most 100).");
    })
    .addOption(
      new Option("--role <role>", "ask: questions; admin: the corpus and feedback, too")
        .choices(keyRoleSchema.options)
        .default("ask"),
    )
    .option("--json", "print one JSON object and nothing else")
    .action((name: string, { role, json }: KeyOptions) => {
      const { key, entry } = makeKey(name, role);
      if (json) {
        terminal.json({ key, ...entry });
        return;
      }
      terminal.err(`Key for ${name}, shown this once: ${key}`);
      terminal.out(lineOf(entry));
    });
}
