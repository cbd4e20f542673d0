import type { Asker } from "../../ask/ask.js";
import type { Library } from "../../contracts/ports.js";
import type { Refusal } from "../http/problem.js";

/** What the tools work with. */
export interface McpSources {
  readonly asker: Asker;
  readonly library: Library;
}

export interface McpParts {
  /** Waits until there is something that can answer; rejects with the reason why there will be nothing. */
  readonly sources: () => Promise<McpSources>;
  /** What a client is told of something thrown. */
  readonly refusalOf: (thrown: unknown) => Refusal;
  readonly version: string;
}
