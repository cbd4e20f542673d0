import type { Answer, FoundPassage } from "../contracts/answer.js";
import type { AskEvent } from "../contracts/events.js";
import type { Embedder, Library } from "../contracts/ports.js";
import type { AskRequest, SearchRequest } from "../contracts/question.js";

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Hears every event of the answer as it comes, the finished answer included. */
  readonly emit?: (event: AskEvent) => void;
}

/** The one way to an answer, for every channel. */
export interface Asker {
  /** Throws `index_not_ready` while the corpus is empty, `cancelled` when the signal fires. */
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>;
  /** Ranked passages without an answer, best first. */
  search(request: SearchRequest, options?: { readonly signal?: AbortSignal }): Promise<FoundPassage[]>;
}

export interface AskerParts {
  readonly library: Library;
  readonly embedder: Embedder;
}

export function createAsker(_parts: AskerParts): Asker {
  throw new Error("not built yet");
}
