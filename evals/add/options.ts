import { parseArgs } from "node:util";
import { z } from "zod";
import { languageSchema } from "../../src/contracts/document.js";
import { UsageError } from "../run-options.js";

export const USAGE = `npm run eval:add -- [options]
  without any                   asks for a question, and for what makes a case of it
  --question TEXT               starts with this question
  --feedback FILE               starts with feedback, as "konsil export feedback" writes it; - reads it from standard input
  --pick ID                     with --feedback: this one, by its id or that of its answer
  --json FILE                   takes everything from a JSON object and asks nothing; - reads it from standard input
  --cases FOLDER                where the cases are, with --corpus; by default those of this evaluation
  --corpus FOLDER               the documents that they are about
  --lang de|en                  language of the prompts; by default that of the environment`;

const schema = z.object({
  question: z.string().trim().min(1, "--question is empty").optional(),
  feedback: z.string().min(1).optional(),
  pick: z.string().min(1).optional(),
  json: z.string().min(1).optional(),
  cases: z.string().min(1).optional(),
  corpus: z.string().min(1).optional(),
  lang: z.enum(languageSchema.options, "--lang takes de or en").optional(),
  help: z.boolean().default(false),
});

export interface AddOptions extends Omit<z.infer<typeof schema>, "cases" | "corpus"> {
  /** Null: the cases of this evaluation, over the corpus that comes with Konsil. */
  readonly own: { readonly cases: string; readonly corpus: string } | null;
}

/** The options of the command line. Throws `UsageError` for everything that cannot be meant. */
export function readAddOptions(args: readonly string[]): AddOptions {
  const read = schema.safeParse(parse(args));
  if (!read.success) throw new UsageError(read.error.issues.map(({ message }) => message).join("\n"));
  const { cases, corpus, ...options } = read.data;
  const { question, feedback, pick, json } = options;
  if (question !== undefined && feedback !== undefined)
    throw new UsageError("--question and --feedback exclude each other");
  if (pick !== undefined && feedback === undefined) throw new UsageError("--pick goes with --feedback");
  if (feedback === "-" && json === "-") throw new UsageError("only one of --feedback and --json can be standard input");
  if ((cases === undefined) !== (corpus === undefined)) throw new UsageError("--cases and --corpus go together");
  const own = cases === undefined || corpus === undefined ? null : { cases, corpus };
  return { ...options, own };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { question: text, feedback: text, pick: text, json: text, cases: text, corpus: text, lang: text };
  try {
    return parseArgs({ args: [...args], options: { ...options, help: { type: "boolean" } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message);
  }
}
