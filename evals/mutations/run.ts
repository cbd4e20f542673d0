import { parseArgs } from "node:util";
import { markdownTable } from "../reporting/markdown-table.js";
import { checkMutants } from "./check.js";
import { MUTANTS, type Mutant } from "./mutants.js";
import type { Verdict } from "./verdict.js";

/** As `npm run eval`; and as a shell has it for what was interrupted. */
const EXIT = { allCaught: 0, survived: 1, wrongUse: 2, broken: 3, interrupted: 130 } as const;

const USAGE = `npm run eval:mutations -- [options]
  --id X    only this mutant; may be given more than once
  --json    print the result as JSON in place of the table

Breaks copies of Konsil in known ways, and shows that the evaluation notices each. The mutants:
${MUTANTS.map(({ id }) => `  ${id}`).join("\n")}`;

/** So many cases are named in the table; `--json` has all. */
const CASES_SHOWN = 3;

class UsageError extends Error {}

interface Options {
  readonly mutants: readonly Mutant[];
  readonly json: boolean;
  readonly help: boolean;
}

function readOptions(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const {
    id: ids,
    json,
    help,
  } = parsed(() =>
    parseArgs({ args: [...args], options: { id: { type: "string", multiple: true }, json: flag, help: flag } }),
  ).values;
  const unknown = (ids ?? []).filter((id) => !MUTANTS.some((it) => it.id === id));
  if (unknown.length > 0) throw new UsageError(`--id: there is no mutant ${unknown.join(", ")}`);
  return { mutants: MUTANTS.filter(({ id }) => ids === undefined || ids.includes(id)), json, help };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function run({ mutants, json, help }: Options, signal: AbortSignal): Promise<number> {
  if (help) {
    console.log(USAGE);
    return EXIT.allCaught;
  }
  const onDone = (name: string, done: number, total: number) => say(`${done} of ${total} evaluated: ${name}\n`);
  const verdicts = await checkMutants(mutants, { onDone, signal });
  console.log(json ? JSON.stringify({ mutants: verdicts }, null, 2) : text(verdicts));
  return verdicts.every(({ caught }) => caught) ? EXIT.allCaught : EXIT.survived;
}

function text(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ id, breaks, gate, over, caught, found, also, cases }) => [
    `\`${id}\``,
    breaks,
    caught ? `\`${gate}\` (${found}), ${over}` : `**survived**: \`${gate}\` (${found}), ${over}`,
    also.map((name) => `\`${name}\``).join(", "),
    `${cases.length}: ${cases.slice(0, CASES_SHOWN).join(", ")}${cases.length > CASES_SHOWN ? ", …" : ""}`,
  ]);
  const caught = verdicts.filter((it) => it.caught).length;
  const head = ["mutant", "what is broken", "caught by", "also failed", "cases"];
  return `${markdownTable(head, rows)}\n\n${caught} of ${verdicts.length} caught; the unbroken Konsil passes.`;
}

function say(line: string): void {
  process.stderr.write(line);
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  ${told(error.cause)}`;
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interrupted.abort());
try {
  process.exitCode = await run(readOptions(process.argv.slice(2)), interrupted.signal);
} catch (error) {
  if (interrupted.signal.aborted) process.exitCode = EXIT.interrupted;
  else if (error instanceof UsageError) {
    say(`${error.message}\n\n${USAGE}\n`);
    process.exitCode = EXIT.wrongUse;
  } else {
    say(`The check broke, and shows nothing: ${told(error)}\n`);
    process.exitCode = EXIT.broken;
  }
}
