import { z } from "zod";
import { filterSchema, languageSchema } from "../../src/contracts/document.js";
import { turnSchema } from "../../src/contracts/question.js";

/** What a question that the documents answer asks for. */
export const ANSWERABLE_KINDS = [
  "who",
  "role",
  "when",
  "where",
  "how-many",
  "how-much",
  "what-is",
  "planned",
  "why",
  "which",
  "yes-no",
  "compare",
  "statement",
  "overview",
  "other",
] as const;

/** Why the documents do not answer a question. */
export const UNANSWERABLE_KINDS = [
  "other-year",
  "other-partner",
  "sister",
  "wrong-role",
  "unstated",
  "advice",
  "present",
  "false-premise",
  "instruction",
  "noise",
  "off-topic",
  "missing-detail",
  "ambiguous",
  "filtered",
  "removed",
  "superseded",
  "teaser",
] as const;

/** The unanswerable kinds that are close to something that the documents do say. */
export const NEAR_MISS_KINDS: readonly (typeof UNANSWERABLE_KINDS)[number][] = [
  "other-year",
  "other-partner",
  "sister",
  "wrong-role",
  "unstated",
  "missing-detail",
  "present",
  "false-premise",
  "filtered",
  "removed",
  "superseded",
  "teaser",
];

/** "2026" and "2026-02" by their first day. */
function isInCalendar(value: string): boolean {
  const day = `${value}-01-01`.slice(0, 10);
  return z.iso.date().safeParse(day).success;
}

const variants = z.array(z.string().trim().min(1)).min(1);

/** One thing that an answer must state. `grade-answer.ts` says what counts as stating it. */
export const factSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("date"),
    value: z
      .string()
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD")
      .refine(isInCalendar, "is no date of the calendar"),
  }),
  z.strictObject({ kind: z.literal("number"), value: z.number() }),
  z.strictObject({ kind: z.literal("percent"), value: z.number() }),
  z.strictObject({ kind: z.literal("amount"), value: z.number(), unit: z.enum(["EUR", "USD", "CHF", "GBP"]) }),
  z.strictObject({
    kind: z.literal("duration"),
    value: z.string().regex(/^\d+(?:\.\d+)? (?:decade|year|month|week|day|hour|minute)$/, 'must be like "20 year"'),
  }),
  z.strictObject({
    kind: z.literal("person"),
    value: z.string().regex(/\S\s\S/, "must be a first and a last name"),
    title: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal("name"), value: variants }),
  z.strictObject({ kind: z.literal("text"), value: variants }),
  z.strictObject({ kind: z.literal("verdict"), value: z.enum(["yes", "no", "planned"]) }),
]);
export type Fact = z.infer<typeof factSchema>;

const common = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be kebab-case"),
  question: z.string().trim().min(1),
  language: languageSchema.meta({ description: "Of the question" }),
  over: z.enum(["corpus", "originals", "both", "changed"]).default("both").meta({
    description: "On which documents the case holds: corpus/, the announcements that it sums up, corpus/ after changes",
  }),
  history: z.array(turnSchema).default([]).meta({ description: "Earlier turns, oldest first" }),
  filter: filterSchema
    .optional()
    .meta({ description: "Sent with the question; its ids, publishers and partners are those of the documents" }),
  never: z.array(z.string().trim().min(1)).default([]).meta({ description: "May not stand in the answer" }),
};

const answerableSchema = z.strictObject({
  ...common,
  kind: z.enum(ANSWERABLE_KINDS),
  answerable: z.literal(true),
  facts: z.array(factSchema).min(1).meta({ description: "All must be stated in the text of the answer" }),
  evidence: z
    .array(z.strictObject({ document: z.string(), contains: z.string().min(1) }))
    .min(1)
    .meta({ description: "A citation must overlap one of these pieces of the documents" }),
  disagrees: z
    .boolean()
    .default(false)
    .meta({ description: "The documents of the evidence state different values: each of them must be cited" }),
});

const unanswerableSchema = z.strictObject({
  ...common,
  kind: z.enum(UNANSWERABLE_KINDS),
  answerable: z.literal(false),
  corrects: z
    .boolean()
    .default(false)
    .meta({ description: "An answer with a citation that corrects the premise is right" }),
});

/** One entry of a file of cases. Throws a `ZodError` for anything else, unknown fields included. */
export const caseSchema = z
  .discriminatedUnion("answerable", [answerableSchema, unanswerableSchema])
  .refine((it) => it.answerable || !it.corrects || it.kind === "false-premise", {
    path: ["corrects"],
    message: "is for cases of kind false-premise only",
  });

/** A question, and how its answer is told right from wrong. `slice`: the name of its file without the ending. */
export type Case = z.infer<typeof caseSchema> & { readonly slice: string };
