import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Case } from "../cases/case.js";
import { sourcesIn } from "../cases/sources.js";
import { type Change, readLife } from "../changed/life.js";
import { carryOver, readNotCarried } from "../counterfactual/carry-over.js";
import { CORPUS, corpusMapping, counterfactualFolder, SEED } from "../counterfactual/documents.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FACTS = path.join(ROOT, "evals/facts");

export const SET_NAMES = ["corpus", "originals", "changed", "counterfactual"] as const;
/** The sets that come with this evaluation. */
export type ShippedSet = (typeof SET_NAMES)[number];

/** One of these, or the name of a folder of somebody's own. */
export const setNameSchema = z.string().min(1);
export type SetName = z.infer<typeof setNameSchema>;

/** What is ingested first. The originals lie beside a checkout, where there are any; they are never part of the project. */
const FOLDERS: Readonly<Record<ShippedSet, () => string>> = {
  corpus: () => CORPUS,
  originals: () => path.join(ROOT, "../shared/seeds"),
  changed: () => CORPUS,
  counterfactual: counterfactualFolder,
};

/** Documents that questions are asked over. */
export interface DocumentSet {
  readonly name: SetName;
  /** What is ingested first. */
  readonly folder: string;
  /** What happens to the library after that, in this order. */
  readonly changes: readonly Change[];
  /** Changes with every name and every byte of the documents, and with every change. */
  readonly version: string;
  /** The id that a document of the corpus has here. */
  idOf(document: string): string;
}

export function hasDocuments(name: ShippedSet): boolean {
  return name === "counterfactual" || existsSync(FOLDERS[name]());
}

/** Throws an `Error` that names what is missing: the folder, or which original a document of the corpus sums up. */
export function documentSet(name: ShippedSet): DocumentSet {
  const folder = FOLDERS[name]();
  if (!hasDocuments(name)) throw new Error(`the ${name} are asked about, and there is no folder ${folder}`);
  const idOf = name === "originals" ? originals() : (document: string) => document;
  const changes = name === "changed" ? readLife() : [];
  return { name, folder, changes, version: hashOf(folder, changes), idOf };
}

/**
 * The cases that hold on the documents of a set; those of the corpus are carried over to the counterfactual one, and on a
 * folder of somebody's own hold all that name no other set. Throws an `Error` for cases that should be carried over and cannot, or the other way round.
 */
export function casesOver(name: SetName, cases: readonly Case[]): Case[] {
  if (name === "counterfactual") return counterfactualCases(casesOver("corpus", cases));
  return cases.filter(({ over }) => over === name || (over === "both" && name !== "changed"));
}

function counterfactualCases(cases: readonly Case[]): Case[] {
  const mapping = corpusMapping(SEED);
  return carryOver(cases, { mapping, sources: sourcesIn(counterfactualFolder()), notCarried: readNotCarried() });
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

function hashOf(folder: string, changes: readonly Change[]): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  for (const change of changes) {
    if ("put" in change) hash.update(`put ${path.basename(change.put)}\0`).update(readFileSync(change.put));
    else hash.update(`remove ${change.remove}\0`);
  }
  return hash.digest("hex").slice(0, 16);
}
