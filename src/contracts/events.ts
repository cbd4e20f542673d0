import { z } from "zod";
import { answerSchema, citationSchema, foundPassageSchema } from "./answer.js";
import { languageSchema } from "./document.js";
import { problemSchema } from "./errors.js";

/** What a streamed answer consists of, in this order; `text.delta` holds whole grounded sentences only. */
export const askEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("answer.started"), id: z.string(), language: languageSchema }),
  z.object({ type: z.literal("evidence.found"), passages: z.array(foundPassageSchema) }),
  z.object({ type: z.literal("citation.added"), citation: citationSchema }),
  z.object({ type: z.literal("text.delta"), text: z.string() }),
  z.object({ type: z.literal("answer.finished"), answer: answerSchema }),
  z.object({ type: z.literal("error"), problem: problemSchema }),
]);
export type AskEvent = z.infer<typeof askEventSchema>;
