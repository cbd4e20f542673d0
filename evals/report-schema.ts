import { z } from "zod";
import { citationSchema } from "../src/contracts/answer.js";
import { filterSchema, languageSchema } from "../src/contracts/document.js";
import { turnSchema } from "../src/contracts/question.js";
import { setNameSchema } from "./asking/document-sets.js";
import { ANSWERABLE_KINDS, factSchema, UNANSWERABLE_KINDS } from "./cases/case.js";

const titleSchema = z.strictObject({ de: z.string(), en: z.string() });

const estimateSchema = z.strictObject({
  value: z.number(),
  low: z.number().meta({ description: "Lower bound of the 95 % interval" }),
  high: z.number().meta({ description: "Upper bound of the 95 % interval" }),
  trials: z.int().positive().meta({ description: "How many cases it is about" }),
});

const declinedSchema = z.strictObject({ answered: z.int(), declined: z.int() });

/** Cases that have something in common, or all of a set. */
const groupSchema = z.strictObject({
  by: z.enum(["all", "slice", "kind", "language"]),
  name: z.string(),
  cases: z.int().positive(),
  confusion: z.strictObject({ answerable: declinedSchema, unanswerable: declinedSchema }),
  estimates: z
    .record(z.string(), estimateSchema)
    .meta({ description: "By metric; a metric that is about none of the cases is left out" }),
});
export type Group = z.infer<typeof groupSchema>;

/** How sure the system was that the documents answer, against how often they did. */
const reliabilitySchema = z.strictObject({
  bins: z
    .array(z.strictObject({ expected: z.number().meta({ description: "Mean probability" }), observed: estimateSchema }))
    .meta({ description: "Ten of equal size, where no two cases have the same probability; the least probable first" }),
  calibrationError: estimateSchema.meta({ description: "Mean distance of probability and share" }),
});
export type Reliability = z.infer<typeof reliabilitySchema>;

/** A system that answered the same cases, for reference. */
const peerSchema = z.strictObject({
  id: z.string(),
  title: titleSchema,
  threshold: z.number().nullable().meta({
    description: "It refuses where its own score is less; chosen in hindsight, so that most of these cases are right",
  }),
  estimates: z.record(z.string(), estimateSchema).meta({ description: "By metric" }),
  compared: z
    .strictObject({ subjectAlone: z.int(), peerAlone: z.int(), p: z.number() })
    .meta({ description: "Cases that only one of both has right, and p of McNemar's exact test" }),
});
export type PeerReport = z.infer<typeof peerSchema>;

const quotationSchema = citationSchema.pick({
  marker: true,
  documentId: true,
  title: true,
  quote: true,
  start: true,
  end: true,
});

/** One case: what was asked, what was said, what would have been right, and why it was not. */
const resultSchema = z.strictObject({
  id: z.string(),
  slice: z.string(),
  kind: z.enum([...ANSWERABLE_KINDS, ...UNANSWERABLE_KINDS]),
  language: languageSchema,
  question: z.string(),
  history: z.array(turnSchema),
  filter: filterSchema.nullable().meta({ description: "Sent with the question" }),
  gold: z.discriminatedUnion("answerable", [
    z.strictObject({
      answerable: z.literal(true),
      facts: z.array(factSchema),
      evidence: z.array(z.strictObject({ document: z.string(), contains: z.string() })),
      never: z.array(z.string()),
    }),
    z.strictObject({ answerable: z.literal(false), corrects: z.boolean(), never: z.array(z.string()) }),
  ]),
  status: z.enum(["answered", "partial", "abstained"]),
  answer: z.string(),
  answerLanguage: languageSchema,
  readAs: z.string().nullable(),
  citations: z.array(quotationSchema),
  closest: z.array(quotationSchema).meta({ description: "What a refusal shows" }),
  warnings: z.array(z.string()),
  right: z.boolean(),
  faults: z.array(z.string()).meta({ description: "Why it is not right, a sentence each" }),
  measures: z.record(z.string(), z.number()).meta({ description: "By metric, 0 to 1: what the case adds to it" }),
});
export type Result = z.infer<typeof resultSchema>;

/** Two gradings of the same cases. */
const comparisonSchema = z.strictObject({
  over: setNameSchema,
  cases: z.int().nonnegative().meta({ description: "That were asked both times" }),
  won: z.array(z.string()).meta({ description: "Wrong before, right now" }),
  lost: z.array(z.string()).meta({ description: "Right before, wrong now" }),
  p: z.number().meta({ description: "Of McNemar's exact test, two-sided" }),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const gateResultSchema = z.strictObject({
  id: z.string(),
  title: titleSchema,
  over: setNameSchema,
  passed: z.boolean(),
  bound: z.strictObject({ value: z.number(), measured: z.number().nullable() }).nullable().meta({
    description: "Null for a gate that every case has to pass; measured is null where no case is of that kind",
  }),
  faults: z.array(z.strictObject({ case: z.string(), fault: z.string() })),
});
export type GateResult = z.infer<typeof gateResultSchema>;

const setSchema = z.strictObject({
  over: setNameSchema,
  documents: z.string().meta({ description: "Changes with every byte of the documents" }),
  groups: z.array(groupSchema).meta({ description: "All cases first" }),
  sinceBaseline: comparisonSchema.nullable().meta({ description: "Null where there is no baseline" }),
  peers: z.array(peerSchema).default([]).meta({ description: "Empty where none was asked" }),
  reliability: reliabilitySchema
    .nullable()
    .default(null)
    .meta({ description: "Null for a system that does not tell how sure it is" }),
  results: z.array(resultSchema).meta({ description: "Every case, in the order of the case files" }),
});
export type SetReport = z.infer<typeof setSchema>;

/**
 * `report.json`: everything that is the same on every run with the same inputs, and so no date, no duration and no id of
 * an answer. Durations are in `timings.json` beside it.
 */
export const reportSchema = z.strictObject({
  format: z.literal(1),
  subject: z.strictObject({ name: z.string(), version: z.string() }).meta({ description: "What was asked" }),
  selection: z.string().nullable().meta({ description: "Which cases were chosen; null for all" }),
  metrics: z.array(
    z.strictObject({
      id: z.string(),
      title: titleSchema,
      better: z.enum(["higher", "lower"]),
      of: z.enum(["share", "mean", "statistic"]),
    }),
  ),
  sets: z.array(setSchema).min(1),
  gates: z.array(gateResultSchema),
});
export type Report = z.infer<typeof reportSchema>;

const millisecondsSchema = z.record(z.string(), estimateSchema);

/** `timings.json`: what differs from run to run. */
export const timingsReportSchema = z.strictObject({
  at: z.iso.datetime(),
  atOnce: z.int().positive().meta({ description: "Questions that were asked at the same time" }),
  sets: z.array(
    z.strictObject({
      over: setNameSchema,
      milliseconds: millisecondsSchema,
      peers: z.array(z.strictObject({ id: z.string(), milliseconds: millisecondsSchema })).default([]),
    }),
  ),
});
export type TimingsReport = z.infer<typeof timingsReportSchema>;
