import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers in place of the server. */
export type Fault = (response: ServerResponse) => void;

export interface BreakingProxy {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Paths of what came by, with the method before them. */
  readonly seen: string[];
  /** Serves a page of its own at `path`. */
  page(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  /** From now on `fault` answers requests such as `POST /v1/ask`, up to `times` of them. */
  breakNext(what: string, fault: Fault, times?: number): void;
  /** Everything goes through again. */
  mend(): void;
  close(): Promise<void>;
}

/** Stands before a server and hands everything on to it, but for what it was told to break. */
export async function startBreakingProxy(target: string): Promise<BreakingProxy> {
  const pages = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const faults = new Map<string, { readonly fault: Fault; left: number }>();
  const seen: string[] = [];

  const server = createServer((incoming, response) => {
    const path = (incoming.url ?? "/").replace(/\?.*/, "");
    const what = `${incoming.method} ${path}`;
    seen.push(what);
    const page = pages.get(path);
    if (page !== undefined) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
      return;
    }
    const broken = faults.get(what);
    if (broken === undefined || broken.left === 0) {
      handOn(incoming, response, target);
      return;
    }
    broken.left -= 1;
    broken.fault(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    page: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    breakNext: (what, fault, times = Number.POSITIVE_INFINITY) => void faults.set(what, { fault, left: times }),
    mend: () => faults.clear(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A refusal as the server words it. */
export function refusal(status: number, code: string, more: Record<string, unknown> = {}, retryAfter?: number): Fault {
  return (response) => {
    const headers = { "content-type": "application/problem+json" };
    response.writeHead(status, retryAfter === undefined ? headers : { ...headers, "retry-after": String(retryAfter) });
    response.end(JSON.stringify({ type: "about:blank", title: code, status, code, ...more }));
  };
}

/** Answers with the beginning of a stream. `then` gets the response once that is on its way. */
export function streamOf(events: readonly object[], then: (response: ServerResponse) => void = () => undefined): Fault {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""), () => then(response));
  };
}

function handOn(incoming: IncomingMessage, response: ServerResponse, target: string): void {
  const { hostname, port } = new URL(target);
  const options = { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers };
  const onward = request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
