import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findQuantities } from "../../src/language/quantities.js";
import { createMapping, type Mapping } from "./mapping.js";
import { readRenamings } from "./names.js";

export const CORPUS = path.resolve(import.meta.dirname, "../../corpus");

/** What the evaluation is run with; any other makes another corpus, whose cases are carried over just as well. */
export const SEED = 1;

export interface CounterfactualDocument {
  /** Of its file. */
  readonly name: string;
  readonly text: string;
}

/** The documents of the corpus as they are, in the order of their names. */
export function corpusDocuments(): CounterfactualDocument[] {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith(".md") && name !== "README.md");
  return names.sort().map((name) => ({ name, text: readFileSync(path.join(CORPUS, name), "utf8").normalize("NFC") }));
}

/** What the documents of the corpus become with a seed. */
export function corpusMapping(seed: number): Mapping {
  const found = corpusDocuments().flatMap(({ text }) => findQuantities(text));
  const days = found.flatMap(({ kind, normal }) => (kind === "date" && normal.length === 10 ? [normal] : []));
  return createMapping(seed, readRenamings(), [...new Set(days)].sort());
}

/** The documents of the corpus with every name, date and figure changed, front matter and file names included. */
export function counterfactualDocuments(mapping: Mapping): CounterfactualDocument[] {
  return corpusDocuments().map(({ name, text }) => ({ name: mapping.text(name), text: mapping.text(text) }));
}

export function writeDocuments(folder: string, documents: readonly CounterfactualDocument[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of documents) writeFileSync(path.join(folder, name), text);
}

let written: string | null = null;

/** A temporary folder with the documents of `SEED`, which is made once and goes with the process. */
export function counterfactualFolder(): string {
  if (written !== null) return written;
  const folder = mkdtempSync(path.join(tmpdir(), "konsil-counterfactual-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeDocuments(folder, counterfactualDocuments(corpusMapping(SEED)));
  written = folder;
  return folder;
}
