import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { replaceFile } from "../../src/adapters/library-local/durable-files.js";
import { fold } from "../../src/language/fold.js";
import type { Case } from "../cases/case.js";
import { isCaseFile } from "../cases/read-cases.js";
import { caseYaml } from "./case-yaml.js";

/** The case that asks the same already, in the same conversation; null where there is none. */
export function sameQuestion(testCase: Pick<Case, "question" | "history">, cases: readonly Case[]): Case | null {
  const asked = askedBy(testCase);
  return cases.find((it) => askedBy(it) === asked) ?? null;
}

function askedBy({ question, history }: Pick<Case, "question" | "history">): string {
  const plain = (text: string) =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return JSON.stringify([plain(question), ...history.map(({ content }) => plain(content))]);
}

export interface AppendOptions {
  /** Where the files of cases are. */
  readonly folder: string;
  /** Reads all cases of a folder as the evaluation does, and throws what is wrong with them. */
  readonly read: (folder: string) => readonly Case[];
}

/**
 * Appends the case to the file of its slice, and leaves everything else in it as it was. The whole folder is read with the
 * new case first, as the evaluation reads it: throws its `Error`, and then nothing is written. The folder is made when it
 * is missing. Returns the file.
 */
export function appendCase(testCase: Case, { folder, read }: AppendOptions): string {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder).filter(isCaseFile);
  const name = files.find((it) => path.parse(it).name === testCase.slice) ?? `${testCase.slice}.yaml`;
  const file = path.join(folder, name);
  const text = joined(existsSync(file) ? readFileSync(file, "utf8") : "", caseYaml(testCase));
  const trial = mkdtempSync(path.join(tmpdir(), "konsil-case-"));
  try {
    for (const other of files) {
      copyFileSync(path.join(folder, other), path.join(trial, other));
    }
    writeFileSync(path.join(trial, name), text);
    read(trial);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
  replaceFile(file, text);
  return file;
}

/** With an empty line between them where the file has such lines between its cases. */
function joined(before: string, added: string): string {
  if (before.trim() === "") return `${before}${added}`;
  const ended = before.endsWith("\n") ? before : `${before}\n`;
  const spaced = /\n\n- /.test(before) || !/\n- /.test(before);
  return `${ended}${spaced && !ended.endsWith("\n\n") ? "\n" : ""}${added}`;
}
