import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

/** Slack's side of Socket Mode. */
export interface FakeSockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves with what the app acknowledged it with; null when the connection ended before. Waits for a connection. */
  send(type: "events_api" | "slash_commands" | "interactive", payload: object, retry?: number): Promise<unknown>;
  /** Sends a text as it stands, which is acknowledged by nothing. */
  sendRaw(text: string): void;
  /** Asks the app to connect anew, as Slack does every few hours, or at once for another reason. */
  refresh(reason?: "refresh_requested" | "warning"): void;
  /** Cuts the connections off. */
  cut(): void;
  readonly connections: () => number;
  close(): void;
}

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

export function createSockets(): FakeSockets {
  const server = new WebSocketServer({ noServer: true });
  const live = new Set<WebSocket>();
  const pending = new Map<string, { readonly over: WebSocket; readonly settle: (acknowledged: unknown) => void }>();
  const waiting: ((socket: WebSocket) => void)[] = [];
  let envelopes = 0;
  let accepted = 0;

  server.on("connection", (socket: WebSocket) => {
    accepted += 1;
    live.add(socket);
    socket.on("message", (data) => {
      const { envelope_id, payload } = acknowledgement.parse(JSON.parse(String(data)));
      pending.get(envelope_id)?.settle(payload ?? {});
      pending.delete(envelope_id);
    });
    socket.on("close", () => {
      live.delete(socket);
      for (const [id, { over, settle }] of pending) {
        if (over !== socket) continue;
        settle(null);
        pending.delete(id);
      }
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: live.size }));
    for (const resolve of waiting.splice(0)) resolve(socket);
  });

  async function connection(): Promise<WebSocket> {
    const open = [...live].find((socket) => socket.readyState === socket.OPEN);
    return open ?? new Promise((resolve) => waiting.push(resolve));
  }

  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit("connection", opened, request)),

    async send(type, payload, retry = 0) {
      const over = await connection();
      envelopes += 1;
      const envelope_id = `E${envelopes}`;
      const settled = new Promise<unknown>((settle) => pending.set(envelope_id, { over, settle }));
      const retried = retry === 0 ? {} : { retry_attempt: retry, retry_reason: "timeout" };
      over.send(
        JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== "events_api", ...retried }),
      );
      return settled;
    },

    sendRaw(text) {
      for (const socket of live) socket.send(text);
    },
    refresh(reason = "refresh_requested") {
      for (const socket of live) socket.send(JSON.stringify({ type: "disconnect", reason }));
    },
    cut() {
      for (const socket of live) socket.terminate();
    },
    connections: () => accepted,
    close() {
      for (const socket of live) socket.terminate();
      server.close();
    },
  };
}
