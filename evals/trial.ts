import { z } from "zod";
import { answerSchema } from "../src/contracts/answer.js";
import type { SetName } from "./asking/document-sets.js";
import type { Case } from "./cases/case.js";
import { type Grade, gradeAnswer } from "./cases/grade-answer.js";

/** What a system said to one question, with what is needed to grade it without the system. */
export const askedSchema = z.object({
  answer: answerSchema,
  excerpts: z.array(z.string().nullable()).meta({
    description: "What stands where citations and closest passages point to; null where there is no document",
  }),
  found: z
    .array(z.object({ documentId: z.string(), text: z.string() }))
    .nullable()
    .meta({ description: "What a search for the question finds, best first; null where nothing was searched" }),
  ms: z.number().meta({ description: "From asking to the whole answer" }),
  confidence: z
    .number()
    .nullable()
    .default(null)
    .meta({ description: "How sure the system was that the documents answer, 0 to 1; null where it does not tell" }),
});
export type Asked = z.infer<typeof askedSchema>;

export type AnswerableCase = Extract<Case, { answerable: true }>;

/** One case, asked over one set of documents. */
export interface Trial extends Asked {
  readonly testCase: Case;
  readonly over: SetName;
  /** The id that a document of the corpus has in the set. */
  readonly idOf: (document: string) => string;
}

/** An answered question that the documents do answer. */
export interface AnsweredTrial extends Trial {
  readonly testCase: AnswerableCase;
}

export function isAnswered({ answer }: Pick<Trial, "answer">): boolean {
  return answer.status !== "abstained";
}

/** The trial, when its case is answerable and was answered; most metrics of answers are about these. */
export function answeredTrial(trial: Trial): AnsweredTrial | null {
  const { testCase } = trial;
  return testCase.answerable && isAnswered(trial) ? { ...trial, testCase } : null;
}

export function gradeOf({ testCase, answer, idOf }: Trial): Grade {
  return gradeAnswer(testCase, answer, { idOf });
}

/** The ids of the documents that hold the evidence of a case, each once. */
export function goldDocuments({ testCase, idOf }: Pick<AnsweredTrial, "testCase" | "idOf">): string[] {
  return [...new Set(testCase.evidence.map(({ document }) => idOf(document)))];
}
