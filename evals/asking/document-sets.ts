import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Case } from "../cases/case.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FACTS = path.join(ROOT, "evals/facts");

export const SET_NAMES = ["corpus", "originals"] as const;
export type SetName = (typeof SET_NAMES)[number];

/** The originals lie beside a checkout, where there are any; they are never part of the project. */
const FOLDERS: Readonly<Record<SetName, string>> = {
  corpus: path.join(ROOT, "corpus"),
  originals: path.join(ROOT, "../shared/seeds"),
};

/** Documents that questions are asked over. */
export interface DocumentSet {
  readonly name: SetName;
  readonly folder: string;
  /** Changes with every name and every byte of the documents. */
  readonly version: string;
  /** The id that a document of the corpus has here. */
  idOf(document: string): string;
}

export function hasDocuments(name: SetName): boolean {
  return existsSync(FOLDERS[name]);
}

/** Throws an `Error` that names what is missing: the folder, or which original a document of the corpus sums up. */
export function documentSet(name: SetName): DocumentSet {
  const folder = FOLDERS[name];
  if (!hasDocuments(name)) throw new Error(`the ${name} are asked about, and there is no folder ${folder}`);
  const idOf = name === "corpus" ? (document: string) => document : originals();
  return { name, folder, version: hashOf(folder), idOf };
}

/** The cases that hold on the documents of a set. */
export function casesOver(name: SetName, cases: readonly Case[]): Case[] {
  return cases.filter(({ over }) => over === "both" || over === name);
}

const factsSchema = z.object({ original: z.string().endsWith(".txt") });

/** An original gets its id from its file; each list of facts that names one is read once. */
function originals(): DocumentSet["idOf"] {
  const ids = new Map<string, string>();
  return (document) => {
    const id = ids.get(document) ?? originalOf(document);
    ids.set(document, id);
    return id;
  };
}

function originalOf(document: string): string {
  const { original } = factsSchema.parse(parse(readFileSync(path.join(FACTS, `${document}.yaml`), "utf8")));
  return path.basename(original, ".txt");
}

function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex").slice(0, 16);
}
