import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const changeSchema = z.union([
  z.strictObject({ put: z.string().min(1).meta({ description: "A file of documents/" }) }),
  z.strictObject({ remove: z.string().min(1).meta({ description: "The id of a document" }) }),
]);

/** One change of a library: a file that comes in, in place of an earlier document of its id, or a document that goes. */
export type Change = { readonly put: string } | { readonly remove: string };

/**
 * What happens to the corpus after its first ingest, as `life.yaml` has it, in its order; files with their whole path.
 * Throws a `ZodError` for anything that is no change.
 */
export function readLife(): Change[] {
  const folder = import.meta.dirname;
  const changes = z.array(changeSchema).parse(parse(readFileSync(path.join(folder, "life.yaml"), "utf8")));
  return changes.map((change) => ("put" in change ? { put: path.join(folder, "documents", change.put) } : change));
}
