import type { Problem } from "../../contracts/errors.js";
import type { AskEvent } from "../../contracts/events.js";

/** Proxies commonly cut a connection that was silent for 30 to 60 seconds. */
const HEARTBEAT_MS = 15_000;

export interface EventStreamOptions {
  /** Does the work, hands out events, and stops when the signal fires. */
  readonly run: (emit: (event: AskEvent) => void, signal: AbortSignal) => Promise<unknown>;
  /** Fires when the request's connection is gone. */
  readonly signal: AbortSignal;
  /** What the client is told of anything that `run` throws after its first event. */
  readonly problemOf: (thrown: unknown) => Problem;
  /** What goes over the wire for an event, nothing for an empty text. */
  readonly encode?: (event: AskEvent) => string;
}

/**
 * Server-sent events: unless `encode` says otherwise, the field `event` is the event's type, `data` the whole event as
 * JSON. Comes back with the first event at hand; what `run` throws before that is thrown here, so that it still gets its
 * own status.
 */
export async function openEventStream(options: EventStreamOptions): Promise<Response> {
  const hungUp = new AbortController();
  const signal = AbortSignal.any([options.signal, hungUp.signal]);
  const outlet = createOutlet(options.encode ?? asServerSentEvent, () => hungUp.abort());
  const { promise: started, resolve: start } = withResolvers();

  const running = options.run((event) => {
    outlet.send(event);
    start();
  }, signal);

  try {
    await Promise.race([started, running]);
  } catch (thrown) {
    outlet.close();
    throw thrown;
  }
  void running
    .catch((thrown: unknown) => outlet.send({ type: "error", problem: options.problemOf(thrown) }))
    .finally(() => outlet.close());
  return new Response(outlet.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // Asks nginx not to hold events back.
      "x-accel-buffering": "no",
    },
  });
}

/** A body to which events can be sent until it is closed, with a sign of life in silence; later events are let go. */
function createOutlet(encode: (event: AskEvent) => string, onCancel: () => void) {
  const encoder = new TextEncoder();
  let open = true;
  let enqueue: (chunk: Uint8Array) => void = () => {};
  let end: () => void = () => {};
  const heartbeat = setInterval(() => enqueue(encoder.encode(": still here\n\n")), HEARTBEAT_MS);
  const shut = () => {
    open = false;
    clearInterval(heartbeat);
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      enqueue = (chunk) => controller.enqueue(chunk);
      end = () => controller.close();
    },
    cancel() {
      shut();
      onCancel();
    },
  });
  return {
    body,
    send(event: AskEvent) {
      const text = open ? encode(event) : "";
      if (text !== "") enqueue(encoder.encode(text));
    },
    close() {
      if (!open) return;
      shut();
      end();
    },
  };
}

function asServerSentEvent(event: AskEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
