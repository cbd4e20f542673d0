import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Asked, askedSchema } from "../trial.js";

/** Each change of what Konsil answers with makes new files, of some megabytes; the older ones go. */
const FILES_KEPT = 12;

const lineSchema = z.object({ question: z.string(), asked: askedSchema });

/** Answers on disk, so that a run that was cut goes on where it was. */
export interface KeptAnswers {
  /** What was said to the question of this key; null where it was not asked yet. */
  get(question: string): Asked | null;
  /** Is on disk when it returns. */
  keep(question: string, asked: Asked): void;
  /** Forgets all of them. */
  drop(): void;
}

/** A key that is the same for the same values only. */
export function keyOf(values: unknown): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 24);
}

/**
 * The answers that are kept in `folder` under the key of everything that they depend on. A last line that was cut off
 * counts as not asked; any other line that cannot be read throws an `Error` that names file and line.
 */
export function openKeptAnswers(folder: string, key: string): KeptAnswers {
  mkdirSync(folder, { recursive: true });
  removeOldest(folder);
  const file = path.join(folder, `${key}.jsonl`);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) writeFileSync(file, whole);
  const kept = new Map<string, Asked>();
  for (const [at, line] of whole.split("\n").entries()) {
    if (line === "") continue;
    const { question, asked } = readLine(line, `${file}, line ${at + 1}`);
    kept.set(question, asked);
  }
  return {
    get: (question) => kept.get(question) ?? null,
    keep(question, asked) {
      kept.set(question, asked);
      appendFileSync(file, `${JSON.stringify({ question, asked })}\n`);
    },
    drop() {
      kept.clear();
      rmSync(file, { force: true });
    },
  };
}

function readLine(line: string, where: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${where} is no kept answer: delete the file, or run with --fresh`, { cause });
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith(".jsonl"))
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { file } of files.slice(FILES_KEPT)) rmSync(file);
}
