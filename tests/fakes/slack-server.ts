import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { createSockets, type FakeSockets } from "./slack-server/socket.js";
import { createWorkspace, type Workspace } from "./slack-server/workspace.js";

/**
 * What befalls a call: refused with HTTP 429 or with a code, failed with HTTP 500, cut off before it was done, or after
 * it, so that the caller does not hear of it.
 */
export type Fault =
  | { readonly limitedFor: number }
  | { readonly refuses: string }
  | "fails"
  | "cut before"
  | "cut after";

export interface SlackServerOptions {
  readonly now?: () => number;
  /** Decides the fate of a call, the first of its method being 1. */
  readonly fault?: (method: string, count: number, body: string) => Fault | null;
}

/** Something sent to a response URL. */
export interface FakeResponse {
  /** The last part of the address. */
  readonly to: string;
  readonly body: z.infer<typeof responseSchema>;
}

export interface SlackServer {
  /** Of the Web API. */
  readonly url: string;
  readonly workspace: Workspace;
  readonly sockets: FakeSockets;
  readonly responses: readonly FakeResponse[];
  /** How often each method was called, whatever came of it. */
  readonly calls: ReadonlyMap<string, number>;
  /** Calls that came although Slack had asked to wait longer. */
  readonly impatient: readonly string[];
  responseUrl(name: string): string;
  close(): Promise<void>;
}

export const TOKENS = {
  bot: "xoxb-test",
  app: "xapp-test",
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
} as const;

const responseSchema = z.object({
  text: z.string(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(["ephemeral", "in_channel"]),
  replace_original: z.boolean(),
  thread_ts: z.string().optional(),
});

const SCOPES =
  "app_mentions:read,assistant:write,channels:history,chat:write,commands,groups:history,im:history,mpim:history";

/** A local Slack: its Web API over HTTP, response URLs, and Socket Mode over WebSockets. */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const { now = Date.now, fault = () => null } = options;
  const workspace = createWorkspace(now);
  const sockets = createSockets();
  const responses: FakeResponse[] = [];
  const calls = new Map<string, number>();
  const impatient: string[] = [];
  const limitedUntil = new Map<string, number>();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  server.on("upgrade", sockets.accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const [kind, name = ""] = (request.url ?? "").slice(1).split("/");
    const form = new URLSearchParams(body);
    const method = kind === "api" ? name : "response_url";
    const count = (calls.get(method) ?? 0) + 1;
    calls.set(method, count);
    if ((limitedUntil.get(method) ?? 0) > now()) impatient.push(method);
    const fate = fault(method, count, body);
    if (fate === "cut before") return void request.socket.destroy();
    if (fate === "fails") return void response.writeHead(500).end("oh");
    if (typeof fate === "object" && fate !== null && "limitedFor" in fate) {
      limitedUntil.set(method, now() + fate.limitedFor * 1000);
      return void response.writeHead(429, { "retry-after": String(fate.limitedFor) }).end();
    }
    const refused = typeof fate === "object" && fate !== null ? refusal(fate.refuses) : null;
    const reply = refused ?? (kind === "api" ? callMethod(method, request, form) : keepResponse(name, body));
    if (fate === "cut after") return void request.socket.destroy();
    response
      .writeHead(200, { "content-type": "application/json", "x-oauth-scopes": SCOPES })
      .end(JSON.stringify(reply));
  }

  function callMethod(method: string, { headers }: IncomingMessage, form: URLSearchParams): object {
    const isForSocket = method === "apps.connections.open";
    if (headers.authorization !== `Bearer ${isForSocket ? TOKENS.app : TOKENS.bot}`) return refusal("invalid_auth");
    if (isForSocket) return { ok: true, url: `ws://127.0.0.1:${port}/link` };
    try {
      const result = workspace.call(method, form);
      return typeof result === "string" ? refusal(result) : { ok: true, ...result };
    } catch (error) {
      return { ...refusal("invalid_arguments"), detail: String(error) };
    }
  }

  function keepResponse(to: string, body: string): object {
    responses.push({ to, body: responseSchema.parse(JSON.parse(body)) });
    return { ok: true };
  }

  return {
    url: `http://127.0.0.1:${port}/api/`,
    workspace,
    sockets,
    responses,
    calls,
    impatient,
    responseUrl: (name) => `http://127.0.0.1:${port}/respond/${name}`,
    async close() {
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function refusal(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
