import type { Config } from "./config.js";
import { KonsilError } from "./contracts/errors.js";
import type { Reranker } from "./contracts/ports.js";
import type { Log } from "./observe/log.js";

/**
 * The reranker that is `given`, or else the configured one; null for neither. Every failure of it is told in the log,
 * since answers go on without it. Nothing is sent before the first question.
 */
export async function openReranker({ reranker: configured }: Config, log: Log, given?: Reranker) {
  if (given !== undefined) return logged(given, log);
  if (configured === null) return null;
  const { createHttpReranker } = await import("./adapters/reranker-http.js");
  return logged(createHttpReranker(configured), log);
}

function logged(reranker: Reranker, log: Log): Reranker {
  return {
    id: reranker.id,
    async rerank(question, texts, signal) {
      try {
        return await reranker.rerank(question, texts, signal);
      } catch (error) {
        if (!(error instanceof KonsilError)) log.warn({ err: error }, "the reranker failed");
        else if (error.code !== "cancelled") log.warn({ reason: error.message }, "the reranker failed");
        throw error;
      }
    },
    close: () => reranker.close(),
  };
}
