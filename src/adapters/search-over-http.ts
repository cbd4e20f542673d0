import { z } from "zod";
import { type FoundPassage, foundPassageSchema } from "../contracts/answer.js";
import type { Filter } from "../contracts/document.js";
import { problemSchema } from "../contracts/errors.js";

export interface HttpSearchOptions {
  /** Where the server is, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Where the server has keys: one that may ask. */
  readonly key?: string;
  readonly filter?: Filter;
}

const foundSchema = z.object({ passages: z.array(foundPassageSchema) });

/**
 * The search of a running server: the `limit` best passages for a query, best first. Throws what the server says when it
 * refuses, and what `fetch` throws when it cannot be reached.
 */
export function searchOverHttp({ url, key, filter }: HttpSearchOptions) {
  return async (query: string, limit: number): Promise<FoundPassage[]> => {
    const response = await fetch(new URL("/v1/search", url), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, limit, ...(filter === undefined ? {} : { filter }) }),
    });
    if (response.ok) return foundSchema.parse(await response.json()).passages;
    const problem = problemSchema.safeParse(await response.json().catch(() => null));
    throw new Error(`Konsil: ${problem.data?.detail ?? problem.data?.title ?? `status ${response.status}`}`);
  };
}
