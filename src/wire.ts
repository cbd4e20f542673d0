import type { Asker } from "./ask/ask.js";
import type { Embedder, Library } from "./contracts/ports.js";
import type { Ingester } from "./ingest/ingest.js";

/** What `/readyz` shows. */
export interface Readiness {
  readonly ready: boolean;
  readonly model: "loading" | "ready" | "failed";
  readonly index: "opening" | "ingesting" | "ready" | "failed";
  readonly documents: number;
  readonly passages: number;
}

/** The assembled application, without any channel. */
export interface Application {
  readonly asker: Asker;
  readonly ingester: Ingester;
  readonly library: Library;
  readonly embedder: Embedder;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
}
