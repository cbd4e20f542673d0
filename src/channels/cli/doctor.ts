import type { Command } from "commander";
import type { Config } from "../../config.js";
import {
  borrowDataFolder,
  type Check,
  checkAccess,
  checkCorpus,
  checkDatabase,
  checkDataFolder,
  checkIndex,
  checkModel,
  checkNode,
  checkReranker,
  ok,
  thrown,
} from "./doctor-checks.js";
import { checkSlack } from "./doctor-slack.js";
import { checkWriter } from "./doctor-writer.js";
import { EXIT } from "./exit.js";
import { type CommonOptions, configOf, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

/** `konsil doctor`: looks at everything that Konsil needs, and says what to do about what is not well. */
export function addDoctorCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const command = program
    .command("doctor")
    .summary("check the installation")
    .description("Checks Node, the native modules, configuration, data folder, models, database and index.");
  withCommonOptions(command).action(async (options: CommonOptions) => {
    const checks: Check[] = [];
    for await (const check of examine(options, terminal.signal)) {
      checks.push(check);
      if (!options.json) for (const line of checkLines(check, terminal)) terminal.out(line);
    }
    const healthy = checks.every((check) => check.state !== "failed");
    if (options.json) terminal.json({ healthy, checks });
    exit(healthy ? EXIT.done : EXIT.failed);
  });
}

async function* examine(options: CommonOptions, signal: AbortSignal): AsyncGenerator<Check> {
  yield checkNode(process.version);
  const config = readConfig(options);
  yield config.check;
  if (config.value === null) return;
  yield checkAccess(config.value);
  yield checkCorpus(config.value);
  const folder = checkDataFolder(config.value);
  yield folder;
  if (folder.state !== "failed") yield* examineParts(config.value, signal);
}

function readConfig(options: CommonOptions): { readonly value: Config | null; readonly check: Check } {
  try {
    const value = configOf(options);
    const [first] = value.warnings;
    const check = ok("configuration", "valid");
    if (first === undefined) return { value, check };
    const message = value.warnings.join("; ");
    return { value, check: { ...check, state: "warning", message, advice: "Drop or rename these variables." } };
  } catch (error) {
    const check = thrown("configuration", error, "Correct the variables, in the environment or in .env.");
    return { value: null, check: { ...check, message: error instanceof Error ? error.message : check.message } };
  }
}

async function* examineParts(config: Config, signal: AbortSignal): AsyncGenerator<Check> {
  const modules = await import("../../wire.js").catch((error: unknown) =>
    thrown("native modules", error, "Compile them for this Node with: npm rebuild"),
  );
  if ("state" in modules) return yield modules;
  yield ok("native modules", "loaded");
  const { createLog } = await import("../../observe/log.js");

  const log = createLog({ level: "error", format: "plain" });
  const borrowed = borrowDataFolder(config);
  try {
    const application = await modules.wire(borrowed.config, {
      log,
      embeddingThreads: 1,
    });
    try {
      yield await checkModel(application, signal);
      if (application.reranker !== null) yield await checkReranker(application.reranker, signal);
      if (application.writer !== null) yield await checkWriter(application.writer, signal);
      if (config.slack !== null) yield await checkSlack(config.slack, log);
      yield await checkDatabase(application);
      yield await checkIndex(application, config, signal);
    } finally {
      await application.close();
    }
  } catch (error) {
    yield thrown("start", error, "Follow the message; it names what is missing or damaged.");
  } finally {
    borrowed.giveBack();
  }
}

function checkLines({ name, state, message, advice }: Check, { colors }: Pick<Terminal, "colors">): string[] {
  const color = { ok: colors.green, warning: colors.yellow, failed: colors.red }[state];
  const line = `${color(state.padEnd(7))}  ${name}: ${message}`;
  return advice === null ? [line] : [line, `         ${advice}`];
}
