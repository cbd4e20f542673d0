import { createParser } from "eventsource-parser";
import type { AskEvent } from "../../contracts/events.js";
import { RequestFailed } from "./failure.js";
import { isAskEvent } from "./shapes.js";
import { TIMING, within } from "./timing.js";

/**
 * Hands every event of a body to `hear`, whole ones only, wherever the network cut them; comes back at the end of the
 * body. Throws RequestFailed "cut" when the connection breaks or is silent for too long.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, hear: (event: AskEvent) => void): Promise<void> {
  const parser = createParser({
    onEvent({ data }) {
      const event = parseJson(data);
      if (isAskEvent(event)) hear(event);
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await within(TIMING.silentAfter, reader.read().catch(brokenOff), "cut");
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    // Whoever stops listening hangs up; what the server still has to say goes nowhere.
    void reader.cancel().catch(() => undefined);
  }
}

function brokenOff(error: unknown): never {
  // An abort is the reader's own doing, and stays what it is.
  throw error instanceof DOMException && error.name === "AbortError" ? error : new RequestFailed("cut");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
