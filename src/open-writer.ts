import type { Config } from "./config.js";
import type { Writer } from "./contracts/ports.js";
import { WriterError } from "./contracts/writer-error.js";
import type { Log } from "./observe/log.js";

/** For a writer that is made in code; for a configured one the configuration says it. */
export interface WriterLimits {
  /** For a whole reply; half a minute where nothing is said. */
  readonly timeoutMs?: number;
  /** At once; four where nothing is said. */
  readonly calls?: number;
}

/**
 * The writer that is `given`, or else the configured one, held to its limits; null for neither. Every failure of it is
 * told in the log, since answers go on without it. Nothing is sent before the first answer. Throws
 * `invalid_configuration` for a model that cannot be run here.
 */
export async function openWriter(
  { writer: configured }: Config,
  log: Log,
  given?: Writer,
  limits?: WriterLimits,
): Promise<Writer | null> {
  const writer = given ?? (configured === null ? null : await open(configured));
  if (writer === null) return null;
  const { createSteadyWriter } = await import("./adapters/writer-steady.js");
  return logged(createSteadyWriter(writer, (given === undefined ? configured : limits) ?? {}), log);
}

async function open(config: NonNullable<Config["writer"]>): Promise<Writer> {
  switch (config.provider) {
    case "openai":
      return (await import("./adapters/writer-openai.js")).createOpenAiWriter(config);
    case "anthropic":
      return (await import("./adapters/writer-anthropic.js")).createAnthropicWriter(config);
    case "ollama":
      return (await import("./adapters/writer-ollama.js")).createOllamaWriter(config);
    case "llamacpp":
      return (await import("./adapters/writer-llamacpp.js")).createLlamaCppWriter(config);
  }
}

/** What is written, and what is asked, is nothing for a log. */
function logged(writer: Writer, log: Log): Writer {
  return {
    id: writer.id,
    provider: writer.provider,
    model: writer.model,
    contextTokens: writer.contextTokens,
    async *write(messages, options) {
      const started = performance.now();
      const since = () => Math.round(performance.now() - started);
      let firstPieceMs: number | null = null;
      try {
        for await (const piece of writer.write(messages, options)) {
          firstPieceMs ??= since();
          yield piece;
        }
        log.debug({ firstPieceMs, totalMs: since() }, "the language model wrote");
      } catch (error) {
        const fields = { firstPieceMs, totalMs: since() };
        if (error instanceof WriterError)
          log.warn({ failure: error.failure, reason: error.message, ...fields }, "the language model failed");
        else if (!(error instanceof Error && "code" in error && error.code === "cancelled"))
          log.warn({ err: error, ...fields }, "the language model failed");
        throw error;
      }
    },
    close: () => writer.close(),
  };
}
