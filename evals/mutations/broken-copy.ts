import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Everything that may be broken, and what it takes to run it. */
const COPIED = ["src", "prompts", "evals", "bench", "package.json", "package-lock.json", "tsconfig.json"] as const;
/** Large, and only read. */
const LINKED = ["node_modules", "models", "corpus"] as const;
/** What was measured once is no part of what measures. */
const LEFT_OUT: ReadonlySet<string> = new Set(["evals/report", "bench/report"]);

/** A replacement in a file, which is given by its path in the repository. */
export interface Edit {
  readonly file: string;
  /** What stands there, exactly once. */
  readonly from: string;
  /** What stands there instead. */
  readonly to: string;
}

/** The source does not hold what a mutant replaces any more: nothing would be broken, and nothing shown. */
export class StaleMutantError extends Error {
  override readonly name = "StaleMutantError";
}

/** Throws `StaleMutantError` unless the edits can be made in the source as it is. */
export function assertFitting(edits: readonly Edit[]): void {
  for (const edit of edits) edited(readFileSync(path.join(ROOT, edit.file), "utf8"), edit);
}

/** Copies Konsil with its evaluation into `folder`, which is made, and edits the copy. Throws `StaleMutantError`. */
export function copyBroken(folder: string, edits: readonly Edit[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of COPIED)
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true, filter: isNeeded });
  for (const name of LINKED) symlinkSync(path.join(ROOT, name), path.join(folder, name), "junction");
  for (const edit of edits) {
    const file = path.join(folder, edit.file);
    writeFileSync(file, edited(readFileSync(file, "utf8"), edit));
  }
}

/** The text with the edit made in it. Throws `StaleMutantError` unless what it replaces stands there exactly once. */
export function edited(text: string, { file, from, to }: Edit): string {
  const [before, after, ...more] = text.split(from);
  if (before !== undefined && after !== undefined && more.length === 0) return `${before}${to}${after}`;
  const times = after === undefined ? "is not in it" : `is in it ${more.length + 1} times`;
  throw new StaleMutantError(
    `${file} has changed, and what a mutant replaces ${times}; renew the mutant. It was:\n${from}`,
  );
}

function isNeeded(source: string): boolean {
  const name = path.relative(ROOT, source).split(path.sep).join("/");
  return !LEFT_OUT.has(name) && !name.endsWith(".test.ts");
}
