import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { sharedWords } from "./reranker-overlap.js";

/** A request as it came in. */
interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RerankServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

export interface RerankServerOptions {
  /** `documents`: as Jina and Cohere have it. `texts`: as Text Embeddings Inference has it. */
  readonly shape?: "documents" | "texts";
  /** The one route there is. */
  readonly route?: string;
  readonly key?: string;
  readonly model?: string;
  /** Says this whatever was asked; `silence` says nothing at all. */
  readonly says?: Reply | "silence";
}

const documentsSchema = z.object({
  model: z.string().optional(),
  query: z.string(),
  documents: z.array(z.string()).min(1),
  top_n: z.int(),
});
const textsSchema = z.object({ query: z.string(), texts: z.array(z.string()).min(1) });

/** A rerank API on a free port of this machine, which scores by shared words and sorts by score. */
export async function startRerankServer(options: RerankServerOptions = {}): Promise<RerankServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse(await textOf(request));
    received.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
    if (options.says !== "silence") send(response, options.says ?? replyTo(request, body, options));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async close() {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

function replyTo(request: IncomingMessage, body: unknown, options: RerankServerOptions): Reply {
  const { shape = "documents", route = "/rerank", key, model } = options;
  if (request.url !== route) return json(404, { detail: "Not Found" });
  if (key !== undefined && request.headers.authorization !== `Bearer ${key}`)
    return json(401, { error: { message: "Invalid API key", code: 401 } });
  return shape === "documents" ? replyToDocuments(body, model) : replyToTexts(body);
}

function replyToDocuments(body: unknown, served: string | undefined): Reply {
  const { data } = documentsSchema.safeParse(body);
  if (data === undefined) return json(422, { detail: [{ loc: ["body", "documents"], msg: "Field required" }] });
  if (served !== undefined && data.model !== served)
    return json(404, { error: { message: `The model \`${data.model}\` does not exist.`, code: 404 } });
  const results = ranked(data.query, data.documents).slice(0, data.top_n);
  return json(200, {
    model: data.model ?? "overlap",
    results: results.map(({ index, score }) => ({
      index,
      relevance_score: score,
      document: { text: data.documents[index] },
    })),
  });
}

function replyToTexts(body: unknown): Reply {
  const { data } = textsSchema.safeParse(body);
  if (data !== undefined) return json(200, ranked(data.query, data.texts));
  const error = "Failed to deserialize the JSON body into the target type: missing field `texts` at line 1 column 90";
  return json(422, { error, error_type: "Validation" });
}

/** Between -1 and 1, since scores may be below zero. */
function ranked(query: string, texts: readonly string[]) {
  const most = Math.max(1, sharedWords(query, query));
  const scored = texts.map((text, index) => ({ index, score: (2 * sharedWords(query, text)) / most - 1 }));
  return scored.sort((a, b) => b.score - a.score);
}

function json(status: number, body: unknown): Reply {
  return { status, body: JSON.stringify(body) };
}
