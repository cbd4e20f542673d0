import { parseArgs } from "node:util";
import { z } from "zod";
import { hasDocuments, SET_NAMES, type ShippedSet } from "./asking/document-sets.js";
import type { Case } from "./cases/case.js";

/** The command was not understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `npm run eval -- [options]
  --slice S, --kind K, --id X   only these cases; each may be given more than once
  --over SET                    over these documents: corpus, originals, both (of these two), changed or counterfactual;
                                more than once if you like; by default all that are there
  --cases FOLDER                with --corpus: your own cases, over your own documents; their baseline lies beside the cases
  --corpus FOLDER               with --cases: the documents, in every format that Konsil reads
  --url BASE                    ask a system at an address, with the key in KONSIL_EVAL_KEY where it wants one
  --writer W                    let a language model word the answers, as KONSIL_WRITER; its settings from the environment
  --fresh                       ask again what was already asked
  --out FOLDER                  where the report goes; by default evals/report
  --json                        print report.json in place of the tables
  --compare A.json B.json       compare two reports, and ask nothing
  --update-baseline             raise the bounds to what was reached; all cases, this Konsil, no language model
  --lower REASON                with --update-baseline: also lower what is not reached any more, and write down why`;

const schema = z.object({
  slice: z.array(z.string()).default([]),
  kind: z.array(z.string()).default([]),
  id: z.array(z.string()).default([]),
  over: z.array(z.enum([...SET_NAMES, "both"], `--over takes ${SET_NAMES.join(", ")} or both`)).default([]),
  cases: z.string().min(1).optional(),
  corpus: z.string().min(1).optional(),
  url: z.url({ protocol: /^https?$/, error: "--url takes an address such as http://127.0.0.1:8787" }).optional(),
  writer: z.string().min(1).optional(),
  fresh: z.boolean().default(false),
  out: z.string().min(1).optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
  compare: z.tuple([z.string(), z.string()]).nullable(),
  "update-baseline": z.boolean().default(false),
  lower: z.string().trim().min(1, "--lower needs a reason").optional(),
});

export interface RunOptions extends Omit<z.infer<typeof schema>, "over" | "cases" | "corpus"> {
  readonly over: readonly ShippedSet[];
  /** Cases and documents of somebody's own, in place of all these; null for none. */
  readonly own: { readonly cases: string; readonly corpus: string } | null;
  /** Which cases were chosen, as it is written in the report; null for all. */
  readonly selection: string | null;
}

/** The options of the command line. Throws `UsageError` for everything that cannot be meant. */
export function readOptions(args: readonly string[]): RunOptions {
  const read = schema.safeParse(parse(args));
  if (!read.success) throw new UsageError(read.error.issues.map(({ message }) => message).join("\n"));
  const { over: asked, cases, corpus, ...options } = read.data;
  const { url, writer, slice, kind, id, lower } = options;
  if (url !== undefined && writer !== undefined) throw new UsageError("--url and --writer exclude each other");
  const own = ownOf(cases, corpus, asked.length > 0);
  const updates = options["update-baseline"];
  if (url !== undefined && (asked.length > 1 || asked.includes("both"))) {
    throw new UsageError("a system at an address holds one set of documents");
  }
  if (url !== undefined && asked.includes("changed")) {
    throw new UsageError("--over changed removes and replaces documents, which is not done to a system at an address");
  }
  if (lower !== undefined && !updates) throw new UsageError("--lower goes with --update-baseline");
  const chosen = Object.entries({ slice, kind, id }).filter(([, values]) => values.length > 0);
  if (updates && (chosen.length > 0 || url !== undefined || writer !== undefined)) {
    throw new UsageError("--update-baseline goes with all cases and with this Konsil, without a language model");
  }
  const selection = chosen.map(([name, values]) => `${name} ${values.join(" or ")}`).join(", ") || null;
  return { ...options, over: setsOf(asked, url !== undefined), own, selection };
}

/** The cases that are chosen: of these slices, of these kinds, of these ids. Throws `UsageError` for an unknown one. */
export function chosenCases(cases: readonly Case[], { slice, kind, id }: Pick<RunOptions, "slice" | "kind" | "id">) {
  const by = [
    { option: "--slice", wanted: slice, of: (it: Case): string => it.slice },
    { option: "--kind", wanted: kind, of: (it: Case): string => it.kind },
    { option: "--id", wanted: id, of: (it: Case): string => it.id },
  ].filter(({ wanted }) => wanted.length > 0);
  for (const { option, wanted, of } of by) {
    const unknown = wanted.filter((name) => !cases.some((it) => of(it) === name));
    const known = option === "--id" ? "" : `; there are ${[...new Set(cases.map(of))].sort().join(", ")}`;
    if (unknown.length > 0) throw new UsageError(`${option}: no case of ${unknown.join(", ")}${known}`);
  }
  const chosen = cases.filter((it) => by.every(({ wanted, of }) => wanted.includes(of(it))));
  if (chosen.length === 0) throw new UsageError("no case is of all that was chosen");
  return chosen;
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const texts = { type: "string", multiple: true } as const;
  const flag = { type: "boolean" } as const;
  const chosen = { slice: texts, kind: texts, id: texts, over: texts, cases: text, corpus: text };
  const given = { ...chosen, url: text, writer: text, out: text, lower: text };
  const flags = { fresh: flag, json: flag, help: flag, "update-baseline": flag };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...given, ...flags, compare: text },
      allowPositionals: true,
    });
    const compare = values.compare === undefined ? null : [values.compare, ...positionals];
    if (compare === null && positionals.length > 0) throw new UsageError(`what is ${positionals.join(" ")}?`);
    if (compare !== null && compare.length !== 2) throw new UsageError("--compare takes two files");
    return { ...values, compare };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    throw new UsageError(error.message);
  }
}

function ownOf(cases: string | undefined, corpus: string | undefined, choosesShipped: boolean): RunOptions["own"] {
  if (cases === undefined && corpus === undefined) return null;
  if (cases === undefined || corpus === undefined) throw new UsageError("--cases and --corpus go together");
  if (choosesShipped)
    throw new UsageError("--over chooses among the sets that come with Konsil, and not with --corpus");
  return { cases, corpus };
}

function setsOf(asked: readonly (ShippedSet | "both")[], isElsewhere: boolean): ShippedSet[] {
  if (asked.length === 0) return isElsewhere ? ["corpus"] : SET_NAMES.filter(hasDocuments);
  const sets = new Set(asked.flatMap((name): ShippedSet[] => (name === "both" ? ["corpus", "originals"] : [name])));
  return SET_NAMES.filter((name) => sets.has(name));
}
