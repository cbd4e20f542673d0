import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { setNameSchema } from "../asking/document-sets.js";

const knownSchema = z.array(
  z.strictObject({
    gate: z.string(),
    case: z.string(),
    over: setNameSchema,
    reason: z.string().min(1).meta({ description: "Why it fails, and why that can be lived with" }),
  }),
);

/** A case that is known not to pass a gate that every case has to pass. */
export type KnownFault = z.infer<typeof knownSchema>[number];

/** Throws an `Error` for a missing file and a `ZodError` for one of another form. */
export function readKnown(file = path.join(import.meta.dirname, "known.yaml")): KnownFault[] {
  return knownSchema.parse(parse(readFileSync(file, "utf8")));
}
