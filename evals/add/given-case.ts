import { z } from "zod";
import { languageSchema } from "../../src/contracts/document.js";
import { type Turn, turnSchema } from "../../src/contracts/question.js";
import { detectLanguage } from "../../src/language/detect.js";
import { type Case, caseSchema, type Fact } from "../cases/case.js";
import { proposeId } from "./propose-id.js";
import { readFact } from "./read-fact.js";

/** What `--json` takes: a case, with its slice; facts also as they are typed, and the id may be left to us. */
const givenSchema = z.looseObject({
  slice: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be the name of a file of cases, without its ending"),
  id: z.string().optional(),
  question: z.string().trim().min(1).optional(),
  history: z.array(turnSchema).optional(),
  language: languageSchema.optional(),
  facts: z.array(z.unknown()).optional(),
});

interface Start {
  readonly question: string | null;
  readonly history: readonly Turn[];
  readonly over: Case["over"];
}

/** A case from a JSON object, which wins over what is known at the start. Throws an `Error` that names every bad field. */
export function givenCase(json: string, start: Start, cases: readonly Case[]): Case {
  const given = parsed(givenSchema, readJson(json));
  const { slice, facts, ...fields } = given;
  const question = given.question ?? start.question;
  if (question === null) throw new Error("question: is missing");
  const language = given.language ?? detectLanguage(question) ?? "de";
  const entry = {
    over: start.over,
    history: start.history,
    ...fields,
    question,
    language,
    id: given.id ?? proposeId({ slice, question, language }, cases),
    ...(facts === undefined ? {} : { facts: facts.map(factOf) }),
  };
  return { ...parsed(caseSchema, entry), slice };
}

function factOf(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const fact: Fact | { readonly why: string } = readFact(given);
  if ("why" in fact) throw new Error(`facts: "${given}" is no fact such as "date: 9 February 2026"`);
  return fact;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("the case is no JSON", { cause });
  }
}

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".") || "entry"}: ${message}`).join("\n"));
}
