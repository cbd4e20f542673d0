/**
 * A process of its own that works on a data folder, for tests that end it, starve it, or let it write beside another.
 * `crash-child.ts <mode> <folder> [seed]`; what it does it says on standard output, a JSON line each, before and after.
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { holdServerLock } from "../../src/adapters/library-local/lock.js";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { KonsilError } from "../../src/contracts/errors.js";
import { DIMENSIONS, RECIPE, seededRandom } from "../contract/synthetic-documents.js";
import { DOCUMENT_IDS, versionOf } from "./versioned-document.js";

const [mode, folder = "", seed = "0"] = process.argv.slice(2);

/** Written at once, so that what the parent has read is what has happened. */
function say(message: object): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

function open() {
  return createLocalLibrary({ folder, recipe: RECIPE, dimensions: DIMENSIONS });
}

type Step = { readonly step: "put" | "remove" | "flush"; readonly id: string; readonly version: number };

async function perform(library: Awaited<ReturnType<typeof open>>, { step, id, version }: Step): Promise<void> {
  if (step === "flush") return library.flush();
  if (step === "remove") return void (await library.remove(id));
  const { document, passages, origin } = versionOf(id, version);
  return library.put(document, passages, origin);
}

/** Changes documents at random until it is ended. */
async function loop(): Promise<void> {
  const random = seededRandom(Number(seed));
  const library = await open();
  for (let count = 0; ; count += 1) {
    const chance = random();
    const step: Step = {
      step: chance < 0.6 ? "put" : chance < 0.75 ? "remove" : "flush",
      id: DOCUMENT_IDS[Math.floor(random() * DOCUMENT_IDS.length)] ?? "",
      version: Number(seed) * 100_000 + count,
    };
    say({ begin: step });
    await perform(library, step);
    say({ done: step });
  }
}

/** Does what the lines on standard input say. */
async function obey(): Promise<void> {
  const library = await open();
  say({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const step: Step = JSON.parse(line);
    await perform(library, step);
    say({ done: step });
  }
  await library.close();
}

function codeOf(error: unknown): string {
  return error instanceof KonsilError ? error.code : String(error);
}

/** Stores documents until storing fails, and tells what is left. */
async function fill(): Promise<void> {
  const library = await open();
  const stored: string[] = [];
  let code = "";
  for (let number = 0; code === ""; number += 1) {
    const id = `filling-${number}`;
    const { document, passages, origin } = versionOf(id, number);
    try {
      await library.put(document, passages, origin);
      stored.push(id);
    } catch (error) {
      code = codeOf(error);
    }
  }
  const flush = await library.flush().then(
    () => "done",
    (error: unknown) => codeOf(error),
  );
  const kept = [...(await library.origins()).keys()].sort();
  const lost = stored.filter((id) => !kept.includes(id));
  say({ code, flush, stored: stored.length, kept: kept.length, lost, problems: await library.integrity() });
  await library.close();
}

/** Opens the folder and says how that went. */
async function tryOpening(): Promise<void> {
  try {
    const library = await open();
    await library.close();
    say({ code: "" });
  } catch (error) {
    say({ code: codeOf(error), message: error instanceof Error ? error.message : "" });
  }
}

/** Holds the server's lock until it is ended. */
async function lock(): Promise<void> {
  await holdServerLock(folder);
  say({ ready: true });
  setInterval(() => undefined, 60_000);
}

const modes: Readonly<Record<string, () => Promise<void>>> = { loop, obey, fill, open: tryOpening, lock };
await modes[mode ?? ""]?.();
