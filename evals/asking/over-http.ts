import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { foundPassageSchema } from "../../src/contracts/answer.js";
import { readAnswer } from "./read-answer.js";
import type { Subject } from "./system.js";

/** A question that a model answers on a slow machine takes minutes. */
const TIMEOUT_MS = 300_000;
/** How a server says that it has no such address or document. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 501]);
/** How it says that it limits how often it is asked, or is not ready yet. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);
/** Of one request, all waits together. */
const MOST_WAITING_MS = 600_000;

export interface HttpOptions {
  /** Sent as a bearer token. */
  readonly key?: string | undefined;
  /** Injected by tests. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

const foundSchema = z.object({ passages: z.array(foundPassageSchema.pick({ documentId: true, text: true })) });

/**
 * A system that speaks Konsil's API at an address, which holds the documents already, under the ids that Konsil gives
 * them. It needs `POST /v1/ask` and `GET /v1/documents/{id}/text`; what retrieval is measured by needs `POST /v1/search`.
 * Where it is busy and says when to try again, it is asked again then, and the wait counts as part of its latency. Every
 * failure of a request is thrown as an `Error` that names the address; an answer of another shape as a `ZodError`.
 */
export function systemAt(base: string, { key, sleep = pause }: HttpOptions = {}): Subject {
  const root = base.replace(/\/+$/, "");
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };

  const send = async (path: string, body?: unknown): Promise<Response> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const json = { "content-type": "application/json", ...headers };
    const given = body === undefined ? { headers } : { method: "POST", headers: json, body: JSON.stringify(body) };
    try {
      return await fetch(`${root}${path}`, { ...given, signal });
    } catch (cause) {
      throw new Error(`${root}${path} cannot be reached`, { cause });
    }
  };
  const request = async (path: string, body?: unknown): Promise<Response> => {
    let response = await send(path, body);
    let waited = 0;
    for (let ms = waitOf(response); ms !== null && waited + ms <= MOST_WAITING_MS; ms = waitOf(response)) {
      await response.body?.cancel();
      await sleep(ms);
      waited += ms;
      response = await send(path, body);
    }
    return response;
  };
  const expectGood = async (response: Response, path: string): Promise<Response> => {
    if (response.ok) return response;
    throw new Error(`${root}${path} says ${response.status}: ${(await response.text()).slice(0, 300)}`);
  };

  return {
    name: root,
    version: root,
    isFixed: false,
    async open() {
      const texts = new Map<string, Promise<string | null>>();
      const textOf = async (id: string): Promise<string | null> => {
        const path = `/v1/documents/${encodeURIComponent(id)}/text`;
        const response = await request(path);
        return ABSENT.has(response.status) ? null : (await expectGood(response, path)).text();
      };
      return {
        async ask(question) {
          const response = await expectGood(await request("/v1/ask", question), "/v1/ask");
          return readAnswer(await response.json());
        },
        async search(query, limit, filter) {
          const response = await request("/v1/search", { query, limit, filter });
          if (ABSENT.has(response.status)) return null;
          return foundSchema.parse(await (await expectGood(response, "/v1/search")).json()).passages;
        },
        textOf(id) {
          const text = texts.get(id) ?? textOf(id);
          texts.set(id, text);
          return text;
        },
        close: async () => undefined,
      };
    },
  };
}

/** Milliseconds after which to try again; null for a response that is final, or that does not say when. */
function waitOf({ status, headers }: Response): number | null {
  const after = headers.get("retry-after") ?? "";
  return BUSY.has(status) && /^\d+$/.test(after) ? 1000 * Math.max(1, Number(after)) : null;
}
