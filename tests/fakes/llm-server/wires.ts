import { z } from "zod";

/** How a provider's API looks on the wire: what comes in, and how each thing that goes out is written. */
export interface Wire {
  readonly path: string;
  readonly contentType: string;
  /** Before the first piece. */
  open(): string;
  /** `cites` are indexes of the documents sent along, where the wire knows such. */
  piece(text: string, block: number): string;
  /** Before, and after, the pieces of one block. */
  openBlock(block: number): string;
  closeBlock(block: number, cites: readonly number[]): string;
  toolCall(): string;
  close(): string;
  /** Where a piece should stand. */
  readonly invalid: string;
  error(type: string, message: string): string;
  /** The key as the header of a request holds it. */
  keyOf(headers: Readonly<Record<string, string | string[] | undefined>>): string | null;
}

const block = z.union([
  z.object({ type: z.literal("text"), text: z.string() }).transform((it) => it.text),
  z
    .object({
      type: z.literal("document"),
      title: z.string(),
      source: z.object({ type: z.literal("text"), media_type: z.literal("text/plain"), data: z.string() }),
      citations: z.object({ enabled: z.literal(true) }),
    })
    .transform((it) => `${it.title}\n${it.source.data}`),
]);
const content = z.union([z.string(), z.array(block).transform((blocks) => blocks.join("\n"))]);

/** What all three wires have in common, and where each says how long the reply may be. */
export const bodySchema = z
  .object({
    model: z.string(),
    stream: z.literal(true),
    system: content.optional(),
    messages: z.array(z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content })),
    max_tokens: z.int().optional(),
    max_completion_tokens: z.int().optional(),
    options: z.object({ num_predict: z.int().optional() }).optional(),
  })
  .transform(({ model, system, messages, ...body }) => ({
    model,
    messages: [...(system === undefined ? [] : [{ role: "system" as const, content: system }]), ...messages],
    maxTokens: body.max_tokens ?? body.max_completion_tokens ?? body.options?.num_predict ?? null,
  }));

const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const event = (type: string, value: object) => `event: ${type}\n${data({ type, ...value })}`;
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

function bearer({ authorization }: Readonly<Record<string, string | string[] | undefined>>): string | null {
  return typeof authorization === "string" ? authorization.replace(/^Bearer /, "") : null;
}

const chunk = (delta: object, finish: string | null = null) =>
  data({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "served",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

const openai: Wire = {
  path: "/v1/chat/completions",
  contentType: "text/event-stream",
  open: () => chunk({ role: "assistant", content: "" }),
  openBlock: () => "",
  piece: (text) => chunk({ content: text }),
  closeBlock: () => "",
  toolCall: () =>
    chunk({
      tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name: "search", arguments: '{"q":1}' } }],
    }),
  close: () => `${chunk({}, "stop")}data: [DONE]\n\n`,
  invalid: 'data: {"choices": [{"delta": {"content": "Sec\n\n',
  error: (type, message) => JSON.stringify({ error: { message, type, param: null, code: type } }),
  keyOf: bearer,
};

const anthropic: Wire = {
  path: "/v1/messages",
  contentType: "text/event-stream",
  open: () =>
    event("message_start", {
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "served",
        content: [],
        stop_reason: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    }),
  openBlock: (index) => event("content_block_start", { index, content_block: { type: "text", text: "" } }),
  piece: (text, index) => event("content_block_delta", { index, delta: { type: "text_delta", text } }),
  closeBlock: (index, cites) =>
    cites
      .map((document) =>
        event("content_block_delta", {
          index,
          delta: {
            type: "citations_delta",
            citation: {
              type: "char_location",
              cited_text: "…",
              document_index: document,
              document_title: "…",
              start_char_index: 0,
              end_char_index: 1,
            },
          },
        }),
      )
      .join("") + event("content_block_stop", { index }),
  toolCall: () =>
    event("content_block_start", {
      index: 0,
      content_block: { type: "tool_use", id: "t1", name: "search", input: {} },
    }) +
    event("content_block_delta", { index: 0, delta: { type: "input_json_delta", partial_json: '{"q":1}' } }) +
    event("content_block_stop", { index: 0 }),
  close: () =>
    event("message_delta", { delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 9 } }) +
    event("message_stop", {}),
  invalid: 'event: content_block_delta\ndata: {"type": "content_block_delta", "delta": {"text": "Sec\n\n',
  error: (type, message) => JSON.stringify({ type: "error", error: { type, message } }),
  keyOf: (headers) => (typeof headers["x-api-key"] === "string" ? headers["x-api-key"] : null),
};

const part = (message: object, done = false) =>
  line({ model: "served", created_at: "2026-01-01T00:00:00Z", message, done });

const ollama: Wire = {
  path: "/api/chat",
  contentType: "application/x-ndjson",
  open: () => "",
  openBlock: () => "",
  piece: (text) => part({ role: "assistant", content: text }),
  closeBlock: () => "",
  toolCall: () =>
    part({ role: "assistant", content: "", tool_calls: [{ function: { name: "search", arguments: { q: 1 } } }] }),
  close: () => part({ role: "assistant", content: "" }, true),
  invalid: '{"message": {"content": "Sec\n',
  error: (_type, message) => JSON.stringify({ error: message }),
  keyOf: bearer,
};

export const WIRES = { openai, anthropic, ollama } as const satisfies Record<string, Wire>;
export type WireName = keyof typeof WIRES;
