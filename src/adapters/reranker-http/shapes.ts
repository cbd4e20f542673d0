import { z } from "zod";

export interface RerankRequest {
  readonly question: string;
  readonly texts: readonly string[];
  /** Null where the server has one model only. */
  readonly model: string | null;
}

/** A body of the rerank API. There are two in use; servers refuse the other one's with 400 or 422. */
export type Shape = (request: RerankRequest) => object;

/** As Jina and Cohere have it; spoken by vLLM, the llama.cpp server, Infinity, LocalAI and others too. */
const documents: Shape = ({ question, texts, model }) => ({
  ...(model === null ? {} : { model }),
  query: question,
  documents: texts,
  top_n: texts.length,
});

/**
 * Text Embeddings Inference. Raw scores, because normalised ones of clear cases are rounded to the same 1; truncated,
 * because it refuses the whole call for one text that is longer than the model reads.
 */
const texts: Shape = (request) => ({
  query: request.question,
  texts: request.texts,
  raw_scores: true,
  truncate: true,
});

/** The more common one first. */
export const SHAPES: readonly [Shape, Shape] = [documents, texts];

const rowSchema = z
  .object({
    index: z.int().nonnegative(),
    relevance_score: z.number().optional(),
    score: z.number().optional(),
  })
  .transform(({ index, relevance_score, score }, context) => {
    const value = relevance_score ?? score;
    if (value !== undefined) return { index, value };
    context.addIssue({ code: "custom", message: "expected relevance_score or score" });
    return z.NEVER;
  });

/** A list of its own, or below `results`. */
const replySchema = z.preprocess(
  (reply) => (Array.isArray(reply) ? { results: reply } : reply),
  z.object({ results: z.array(rowSchema) }),
);

/** One score a text, in the order of the texts; or, for a reply that does not tell them, what is wrong with it. */
export function readScores(reply: unknown, count: number): readonly number[] | { readonly wrong: string } {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { wrong: `no ranking (${issue?.path.join(".") || "reply"}: ${issue?.message ?? "not valid"})` };
  }
  const scores = new Map<number, number>();
  for (const { index, value } of parsed.data.results) {
    if (index >= count) return { wrong: `a score for text ${index + 1} of ${count}` };
    if (scores.has(index)) return { wrong: `two scores for text ${index + 1}` };
    scores.set(index, value);
  }
  const inOrder: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const score = scores.get(index);
    if (score === undefined) return { wrong: `no score for text ${index + 1} of ${count}` };
    inOrder.push(score);
  }
  return inOrder;
}
