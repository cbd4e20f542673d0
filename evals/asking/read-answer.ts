import { z } from "zod";
import { type Answer, answerSchema } from "../../src/contracts/answer.js";

const NOT_GRADED = {
  id: "ans_elsewhere",
  asOf: null,
  writer: { kind: "extract" },
  warnings: [],
  followUps: [],
  timings: { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 0 },
};

const citation = z.looseObject({}).transform((given) => ({
  ...{ title: null, publisher: null, publishedAt: null, url: null },
  ...{ language: null, heading: null, passageId: "" },
  ...given,
}));

const givenSchema = z.looseObject({
  status: z.string(),
  answer: z.string(),
  citations: z.array(citation).default([]),
  abstention: z.looseObject({ closest: z.array(citation).default([]) }).nullish(),
});

/**
 * An answer of Konsil or of another system, which may leave out what is not graded: a refusal its reason and its closest
 * passages, a citation everything but marker, document, quotation and place. Throws a `ZodError` for anything less.
 */
export function readAnswer(body: unknown): Answer {
  const given = givenSchema.parse(body);
  const refusal = given.status === "abstained" ? { reason: "no_evidence", message: given.answer, closest: [] } : null;
  const abstention = given.abstention ? { ...refusal, ...given.abstention } : refusal;
  return answerSchema.parse({ ...NOT_GRADED, ...given, abstention });
}
