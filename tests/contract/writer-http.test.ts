import { describe } from "vitest";
import { createAnthropicWriter } from "../../src/adapters/writer-anthropic.js";
import { createOllamaWriter } from "../../src/adapters/writer-ollama.js";
import { createOpenAiWriter } from "../../src/adapters/writer-openai.js";
import type { Writer } from "../../src/contracts/ports.js";
import type { WriterFailure } from "../../src/contracts/writer-error.js";
import { type LlmFault, type LlmServerOptions, startLlmServer } from "../fakes/llm-server.js";
import { describeWriter, type OpenWriter } from "./writer.js";

const FAULTS: readonly (readonly [LlmFault, WriterFailure])[] = [
  ["refused_connection", "unreachable"],
  ["no_route", "unknown_model"],
  ["wrong_key", "unauthorized"],
  ["unknown_model", "unknown_model"],
  ["rate_limited", "rate_limited"],
  ["rate_limited_with_wait", "rate_limited"],
  ["context_exceeded", "context_exceeded"],
  ["failed", "failed"],
  ["redirected", "invalid_reply"],
  ["web_page", "invalid_reply"],
  ["half_stream", "invalid_reply"],
  ["invalid_json", "invalid_reply"],
];

const WRITERS: Readonly<Record<string, (url: string) => Writer>> = {
  openai: (url) => createOpenAiWriter({ url, model: "some-model", key: "sk-hush" }),
  anthropic: (url) => createAnthropicWriter({ url, model: "some-model", key: "sk-hush" }),
  ollama: (url) => createOllamaWriter({ url, model: "some-model", key: null }),
};

describe.each(Object.entries(WRITERS))("over HTTP, as %s speaks it", (name, create) => {
  async function open(options: LlmServerOptions): Promise<OpenWriter> {
    const server = await startLlmServer(options);
    return { writer: create(server.url), stopped: () => server.hungUp(), close: () => server.close() };
  }

  describeWriter(`writer-${name}`, {
    replying: (reply) => open({ reply }),
    stalling: (reply) => open({ reply, fault: "stalled_stream" }),
    failing: Object.fromEntries(
      FAULTS.map(([fault, failure]) => [
        fault,
        { failure, open: () => open({ fault, reply: "Seit 2019 arbeiten sie zusammen." }) },
      ]),
    ),
  });
});
