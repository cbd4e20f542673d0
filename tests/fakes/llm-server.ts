import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { bodySchema, WIRES, type Wire, type WireName } from "./llm-server/wires.js";

export const LLM_FAULTS = [
  /** Nobody listens at its address. */
  "refused_connection",
  "no_route",
  "wrong_key",
  "unknown_model",
  "rate_limited",
  /** With `Retry-After`. */
  "rate_limited_with_wait",
  "context_exceeded",
  "failed",
  "redirected",
  /** A web page with 200, as from a wrong address. */
  "web_page",
  /** Takes the request, and says nothing at all. */
  "silent",
  /** The first half of the reply, and nothing more. */
  "stalled_stream",
  /** The first half of the reply, and the socket is destroyed. */
  "half_stream",
  /** The first half of the reply, and then what is no JSON. */
  "invalid_json",
  "empty",
  /** The reply again and again, until the client goes. */
  "endless",
  "tool_call",
  "refusal",
  "prompt_repeated",
  "other_language",
  /** The reply with [97], [98], … in place of its markers. */
  "unknown_markers",
] as const;
export type LlmFault = (typeof LLM_FAULTS)[number];

export interface LlmRequest {
  readonly wire: WireName | null;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly maxTokens: number | null;
}

/** A stretch of the reply; `cites` are places of documents among those sent along, from 0 (Anthropic's wire alone). */
export interface LlmBlock {
  readonly text: string;
  readonly cites?: readonly number[];
}

export type LlmReply = string | readonly LlmBlock[];

export interface LlmServerOptions {
  readonly reply?: LlmReply | ((request: LlmRequest, call: number) => LlmReply);
  readonly fault?: LlmFault | null;
  /** Any is good where none is given. */
  readonly key?: string;
  readonly model?: string;
  readonly retryAfterSeconds?: number;
}

export interface LlmServer {
  /** `http://127.0.0.1:PORT`; the three APIs lie below it at their usual paths. */
  readonly url: string;
  /** May be changed at any time; counts for the requests that come after. */
  fault: LlmFault | null;
  readonly requests: readonly LlmRequest[];
  /** How many clients went away before their reply was at its end. */
  readonly hangUps: number;
  /** Settles when so many clients have gone away. */
  hungUp(times?: number): Promise<void>;
  close(): Promise<void>;
}

const REFUSAL = "I'm sorry, but I can't help with that request.";
const OTHER_LANGUAGE = "L'hôpital et l'université travaillent ensemble depuis 2019 [1].";

/**
 * The streaming APIs of OpenAI, Anthropic and Ollama on a free port of this machine. `fault` makes it behave badly, in
 * the ways that real servers do.
 */
export async function startLlmServer(options: LlmServerOptions = {}): Promise<LlmServer> {
  const requests: LlmRequest[] = [];
  const watchers = new Set<() => void>();
  let fault = options.fault ?? null;
  let hangUps = 0;

  const server = createServer(async (request, response) => {
    response.on("close", () => {
      if (response.writableFinished) return;
      hangUps += 1;
      for (const watch of watchers) watch();
    });
    const received = read(request, await textOf(request).catch(() => ""));
    requests.push(received);
    await answer(response, { received, fault, call: requests.length - 1, options });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  async function close() {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
  if (fault === "refused_connection") await close();

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get fault() {
      return fault;
    },
    set fault(next) {
      fault = next;
    },
    get hangUps() {
      return hangUps;
    },
    hungUp: (times = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          if (hangUps < times) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
    close,
  };
}

function read(request: IncomingMessage, text: string): LlmRequest {
  const path = request.url ?? "";
  const wire = wireOf(path);
  const body: unknown = parsed(text);
  const { model = "", messages = [], maxTokens = null } = bodySchema.safeParse(body).data ?? {};
  return { wire, path, headers: request.headers, body, model, messages, maxTokens };
}

function wireOf(path: string): WireName | null {
  if (path === WIRES.openai.path) return "openai";
  if (path === WIRES.anthropic.path) return "anthropic";
  return path === WIRES.ollama.path ? "ollama" : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Exchange {
  readonly received: LlmRequest;
  readonly fault: LlmFault | null;
  readonly call: number;
  readonly options: LlmServerOptions;
}

async function answer(response: ServerResponse, exchange: Exchange): Promise<void> {
  const { received, fault, options } = exchange;
  const wire = received.wire === null || fault === "no_route" ? null : WIRES[received.wire];
  if (wire === null) return send(response, 404, JSON.stringify({ detail: "Not Found" }));
  if (fault === "silent") return;
  if (fault === "web_page") return send(response, 200, "<html>Welcome</html>", { "content-type": "text/html" });
  if (fault === "redirected") return send(response, 307, "", { location: "http://127.0.0.1:9/" });
  const refusal = refuse(wire, exchange);
  if (refusal === null) return stream(response, wire, exchange);
  const [status, type, message] = refusal;
  const wait = fault === "rate_limited_with_wait" ? { "retry-after": String(options.retryAfterSeconds ?? 1) } : {};
  send(response, status, wire.error(type, message), wait);
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

function refuse(wire: Wire, { received, fault, options }: Exchange): [number, string, string] | null {
  const { key, model } = options;
  if (fault === "wrong_key" || (key !== undefined && wire.keyOf(received.headers) !== key))
    return [401, "invalid_api_key", `Incorrect API key provided: ${wire.keyOf(received.headers)}`];
  if (fault === "unknown_model" || (model !== undefined && received.model !== model))
    return [404, "model_not_found", `The model '${received.model}' does not exist`];
  if (fault === "rate_limited" || fault === "rate_limited_with_wait")
    return [429, "rate_limit_error", "Rate limit reached for requests"];
  if (fault === "failed") return [500, "server_error", `Could not handle: ${promptOf(received)}`];
  if (fault === "context_exceeded")
    return [400, "context_length_exceeded", "This model's maximum context length is 512 tokens."];
  if (bodySchema.safeParse(received.body).success) return null;
  return [400, "invalid_request_error", "The body is not what was expected"];
}

async function stream(response: ServerResponse, wire: Wire, exchange: Exchange): Promise<void> {
  const { fault } = exchange;
  response.writeHead(200, { "content-type": wire.contentType });
  const write = async (text: string) => {
    if (text === "" || response.destroyed) return;
    if (!response.write(text)) await Promise.race([once(response, "drain"), once(response, "close")]);
    // One piece a packet, as from a model that is slower than the network.
    await setImmediate();
  };
  await write(wire.open());
  if (fault === "tool_call") await write(wire.toolCall());
  else if (fault !== "empty") await writeBlocks(blocksOf(exchange), wire, fault, write, response);
  if (fault === "stalled_stream" || response.destroyed) return;
  if (fault === "half_stream") response.destroy();
  else response.end(wire.close());
}

async function writeBlocks(
  blocks: readonly LlmBlock[],
  wire: Wire,
  fault: LlmFault | null,
  write: (text: string) => Promise<void>,
  response: ServerResponse,
): Promise<void> {
  const isCutOff = fault === "stalled_stream" || fault === "half_stream" || fault === "invalid_json";
  const half = blocks.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let sent = 0;
  do {
    for (const [index, { text, cites = [] }] of blocks.entries()) {
      await write(wire.openBlock(index));
      for (const piece of text.match(/\s*\S+|\s+$/g) ?? []) {
        if (isCutOff && sent + piece.length > half) return fault === "invalid_json" ? write(wire.invalid) : undefined;
        await write(wire.piece(piece, index));
        sent += piece.length;
      }
      await write(wire.closeBlock(index, cites));
    }
  } while (fault === "endless" && !response.destroyed);
}

/** What is said, cut into blocks. */
function blocksOf({ received, fault, call, options }: Exchange): readonly LlmBlock[] {
  if (fault === "refusal") return [{ text: REFUSAL }];
  if (fault === "prompt_repeated") return [{ text: promptOf(received) }];
  if (fault === "other_language") return [{ text: OTHER_LANGUAGE }];
  const { reply = "Since 2019 [1]." } = options;
  const said = typeof reply === "function" ? reply(received, call) : reply;
  const blocks = typeof said === "string" ? [{ text: said }] : said;
  if (fault === "endless") return blocks.map((block) => ({ ...block, text: `${block.text} ` }));
  if (fault !== "unknown_markers") return blocks;
  let marker = 96;
  return blocks.map(({ text }) => ({ text: text.replace(/\[\d+\]/g, () => `[${++marker}]`) }));
}

function promptOf({ messages }: LlmRequest): string {
  return messages.map((message) => message.content).join("\n");
}
