import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { KonsilError } from "../../contracts/errors.js";
import type { HttpApp } from "./openapi.js";
import { problemResponse, refuse } from "./problem.js";

/** How long running requests may take to finish once the server is told to close. */
const GRACE_MS = 10_000;

/** Longer than the 60 s of common proxies, so that none reuses a connection which we are just closing. */
const KEEP_ALIVE_MS = 65_000;

export interface HttpServer {
  /** `http://HOST:PORT`, with the port that was taken. */
  readonly url: string;
  /** Takes no more requests, lets running ones finish for a while, then cuts them off. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly graceMs?: number;
}

/** Throws `port_in_use`, and `invalid_configuration` for an address that cannot be listened on. */
export async function serveHttp(app: HttpApp, options: ListenOptions): Promise<HttpServer> {
  const listener = getRequestListener(app.fetch, {
    hostname: options.host,
    // Else other libraries in the process no longer know their responses: transformers.js keeps no model it downloads.
    overrideGlobalObjects: false,
    // Its own way cuts the connection after half a second: whoever sends first and reads then never sees the answer.
    autoCleanupIncoming: false,
    // What never reached the app: an address or a Host header that is none.
    errorHandler: (thrown) => {
      const requestId = randomUUID();
      const response = problemResponse(refuse(unreadable(thrown), requestId));
      response.headers.set("x-request-id", requestId);
      return response;
    },
  });
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    // A connection that falls idle after `close` would else keep the server open.
    response.once("close", () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    // Before Node's own listener, which closes the connection where the client asked for that.
    response.prependOnceListener("finish", () => takeRest(request));
    void listener(request, response);
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  let closing: Promise<void> | null = null;
  return {
    url: `http://${host}:${port}`,
    close() {
      closing ??= end(server, options.graceMs ?? GRACE_MS);
      return closing;
    },
  };
}

function listen(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): KonsilError {
  const cause = { cause: error };
  switch (error.code) {
    case "EADDRINUSE":
      return new KonsilError(
        "port_in_use",
        `Port ${port} on ${host} is in use. End the program that uses it, or set KONSIL_PORT to another port (0 takes a free one)`,
        cause,
      );
    case "EACCES":
      return new KonsilError(
        "invalid_configuration",
        `Port ${port} is reserved by the system. Set KONSIL_PORT to one above 1023`,
        cause,
      );
    default:
      return new KonsilError(
        "invalid_configuration",
        `${host} is no address that this machine can listen on (${error.code ?? "unknown reason"}). Set KONSIL_HOST`,
        cause,
      );
  }
}

function end(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
  });
}

/**
 * Takes what still comes of a body that was answered before its end, such as one that is too large, and forgets it: a
 * client that reads after it has sent all gets to see the answer, and the connection is good for its next request. Closed
 * with bytes unread, it would break in the client's hands (RFC 9112, section 9.6). Node's `requestTimeout` ends what
 * takes too long.
 */
function takeRest(request: IncomingMessage): void {
  if (!request.complete) {
    const { socket } = request;
    const close = socket.destroySoon.bind(socket);
    socket.destroySoon = () => {
      socket.end();
      request.once("end", close);
    };
    request.once("end", () => {
      socket.destroySoon = close;
    });
  }
  // Who read the first part is gone, and would only hold the rest back.
  if (!request.readableEnded) request.removeAllListeners("data").resume();
}

function unreadable(thrown: unknown): unknown {
  const readable = !(thrown instanceof Error) || thrown.name !== "RequestError";
  return readable ? thrown : new KonsilError("invalid_request", "The address or the Host header is not valid");
}
