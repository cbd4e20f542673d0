import { existsSync } from "node:fs";
import path from "node:path";
import { SET_NAMES } from "./asking/document-sets.js";
import { type OwnDocuments, ownDocuments } from "./asking/own-documents.js";
import type { Case } from "./cases/case.js";
import { readCases } from "./cases/read-cases.js";

/** Cases and documents of somebody's own. */
export interface OwnEvaluation extends OwnDocuments {
  readonly cases: readonly Case[];
  /** Where the baseline is, once there is one: beside the cases. */
  readonly baselines: string;
}

/**
 * Reads a folder of cases and the folder of documents that they are about. Throws an `Error` that names what is missing,
 * or what is wrong with a document or a case.
 */
export async function ownEvaluation(given: {
  readonly cases: string;
  readonly corpus: string;
}): Promise<OwnEvaluation> {
  if (!existsSync(given.cases)) throw new Error(`there is no folder of cases ${given.cases}`);
  const documents = await ownDocuments(given.corpus);
  const { name } = documents.set;
  // In these two, cases are looked up and graded in ways of their own.
  if (SET_NAMES.some((taken) => taken === name && taken !== "corpus")) {
    throw new Error(`a folder of documents cannot be called ${name} here: call it something else`);
  }
  const cases = readCases(given.cases, { sources: documents.sources });
  return { ...documents, cases, baselines: path.resolve(given.cases) };
}
