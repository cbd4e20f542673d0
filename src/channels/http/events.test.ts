import { afterEach, describe, expect, it, vi } from "vitest";
import { ANSWER } from "../../../tests/fakes/http-parts.js";
import { KonsilError } from "../../contracts/errors.js";
import type { AskEvent } from "../../contracts/events.js";
import { type EventStreamOptions, openEventStream } from "./events.js";
import { refuse } from "./problem.js";

type Emit = (event: AskEvent) => void;

const STARTED: AskEvent = { type: "answer.started", id: ANSWER.id, language: "de" };

function open(run: EventStreamOptions["run"], signal = new AbortController().signal) {
  return openEventStream({ run, signal, problemOf: (thrown) => refuse(thrown, "request-1").problem });
}

/** Work that has begun, and goes on until the test ends it. */
async function openRunning() {
  let emit: Emit = () => {};
  let settle: { readonly resolve: () => void; readonly reject: (reason: unknown) => void } | null = null;
  const seen: AbortSignal[] = [];
  const outside = new AbortController();
  const response = await open((hear, signal) => {
    emit = hear;
    seen.push(signal);
    hear(STARTED);
    return new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
  }, outside.signal);
  const [signal] = seen;
  if (signal === undefined || response.body === null || settle === null) throw new Error("did not start");
  const { resolve, reject } = settle as { resolve: () => void; reject: (reason: unknown) => void };
  return {
    reader: response.body.getReader(),
    emit: (event: AskEvent) => emit(event),
    resolve,
    reject,
    signal,
    outside,
  };
}

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

afterEach(() => {
  vi.useRealTimers();
});

describe("openEventStream", () => {
  it("hands out each event as it comes, and ends with the work", async () => {
    const { reader, emit, resolve } = await openRunning();
    expect(decode((await reader.read()).value)).toContain("event: answer.started\n");
    emit({ type: "text.delta", text: "Ja." });
    expect(decode((await reader.read()).value)).toBe('event: text.delta\ndata: {"type":"text.delta","text":"Ja."}\n\n');
    resolve();
    expect((await reader.read()).done).toBe(true);
  });

  it("throws what happens before the first event, so that it gets a status of its own", async () => {
    const refused = new KonsilError("index_not_ready", "Wait.");
    await expect(open(() => Promise.reject(refused))).rejects.toBe(refused);
    await expect(
      open(() => {
        throw refused;
      }),
    ).rejects.toBe(refused);
  });

  it("ends with an error event that tells nothing of an unknown error", async () => {
    const { reader, reject } = await openRunning();
    await reader.read();
    reject(new Error("/srv/secret is gone"));
    const [event, data] = decode((await reader.read()).value).split("\n");
    expect(event).toBe("event: error");
    expect(JSON.parse(data?.slice("data: ".length) ?? "")).toEqual({
      type: "error",
      problem: { ...refuse(new Error(), "request-1").problem },
    });
    expect(data).not.toContain("secret");
    expect((await reader.read()).done).toBe(true);
  });

  it("stops the work when the reader hangs up, and lets later events go", async () => {
    const { reader, emit, resolve, signal } = await openRunning();
    expect(signal.aborted).toBe(false);
    await reader.cancel();
    expect(signal.aborted).toBe(true);
    emit({ type: "text.delta", text: "too late" });
    resolve();
  });

  it("stops the work when the connection is gone", async () => {
    const { outside, signal } = await openRunning();
    outside.abort();
    expect(signal.aborted).toBe(true);
  });

  it("gives a sign of life every 15 seconds of silence, and none once it is over", async () => {
    vi.useFakeTimers();
    const { reader, resolve } = await openRunning();
    await reader.read();
    vi.advanceTimersByTime(15_000);
    expect(decode((await reader.read()).value)).toMatch(/^:.*\n\n$/);
    expect(vi.getTimerCount()).toBe(1);
    resolve();
    expect((await reader.read()).done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no timer behind when it is hung up or refused", async () => {
    vi.useFakeTimers();
    const { reader } = await openRunning();
    await reader.cancel();
    await open(() => Promise.reject(new Error("no"))).catch(() => undefined);
    expect(vi.getTimerCount()).toBe(0);
  });
});
