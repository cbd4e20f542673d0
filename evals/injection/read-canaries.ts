import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { languageSchema } from "../../src/contracts/document.js";
import { DISGUISES } from "./disguise.js";

const text = z.string().min(1);
const common = { id: text, language: languageSchema, canary: text, text };
const disguise = z.enum(DISGUISES).optional();

const canariesSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      ...common,
      form: text,
      place: z.enum(["before", "after", "paragraph", "heading", "section", "item", "row", "caption", "code"]),
      format: z.enum(["md", "txt", "html"]).default("md"),
      disguise,
    }),
  ),
  metadata: z.array(
    z.strictObject({ ...common, field: z.enum(["title", "publisher", "partner", "kind", "file-note"]) }),
  ),
  questions: z.array(
    z.strictObject({
      ...common,
      form: text,
      /** Of `HOSTS`; absent where nothing is asked of the documents. `{question}` in the text stands for it. */
      host: z.enum(["employees", "ceo", "director"]).optional(),
      disguise,
      /** For `{disguised}` in the text. */
      disguised: text.optional(),
    }),
  ),
  history: z.array(z.strictObject({ ...common, form: text, role: z.enum(["user", "assistant"]) })),
});

export type Canaries = z.infer<typeof canariesSchema>;
export type DocumentCanary = Canaries["documents"][number];
export type MetadataCanary = Canaries["metadata"][number];

/** The planted instructions. Throws what is wrong with the file, and for an id that is taken twice. */
export function readCanaries(file = path.join(import.meta.dirname, "canaries.yaml")): Canaries {
  const canaries = canariesSchema.parse(parse(readFileSync(file, "utf8")));
  const ids = Object.values(canaries).flatMap((list) => list.map(({ id }) => id));
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`two canaries are called ${twice}`);
  return canaries;
}
