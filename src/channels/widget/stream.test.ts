import { describe, expect, it } from "vitest";
import { RequestFailed } from "./failure.js";
import { readEvents } from "./stream.js";

const STREAM = `: still here\n\nevent: text.delta\ndata: {"type":"text.delta","text":"Grüße 🌽"}\n\ndata: {"type":"new.kind"}\n\ndata: {\n\ndata: {"type":"text.delta","text":"B"}\n\n`;

function bodyOf(bytes: Uint8Array, size: number, end: (controller: ReadableStreamDefaultController) => void) {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      end(controller);
    },
  });
}

describe("the reader of events", () => {
  it("hands on every event that it knows once it is whole, wherever the network cut the stream", async () => {
    const bytes = new TextEncoder().encode(STREAM);
    for (const size of [1, 2, 7, bytes.length]) {
      const heard: unknown[] = [];
      await readEvents(
        bodyOf(bytes, size, (controller) => controller.close()),
        (event) => heard.push(event),
      );
      expect(heard).toEqual([
        { type: "text.delta", text: "Grüße 🌽" },
        { type: "text.delta", text: "B" },
      ]);
    }
  });

  it("says that the stream was cut when the connection breaks", async () => {
    let broke: (() => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(STREAM));
        broke = () => controller.error(new TypeError("network error"));
      },
    });
    const heard: unknown[] = [];
    const reading = readEvents(body, (event) => {
      heard.push(event);
      if (heard.length === 2) broke?.();
    });
    await expect(reading).rejects.toBeInstanceOf(RequestFailed);
    expect(heard).toHaveLength(2);
  });

  it("hangs up when the listener has had enough", async () => {
    let hungUp = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(STREAM)),
      cancel() {
        hungUp = true;
      },
    });
    const refusing = readEvents(body, () => {
      throw new RequestFailed("internal");
    });
    await expect(refusing).rejects.toMatchObject({ failure: { kind: "internal" } });
    expect(hungUp).toBe(true);
  });
});
