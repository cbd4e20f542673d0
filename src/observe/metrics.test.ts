import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readSamples, sumOf } from "../../tests/prometheus.js";
import { createLog } from "./log.js";
import { createMetrics, type ServerState } from "./metrics.js";

const READY: ServerState = { ready: true, index: "ready", documents: 2, passages: 5 };

function metricsOf(state: ServerState = READY) {
  const metrics = createMetrics({ state: async () => state, log: createLog({ level: "silent" }), version: "1.2.3" });
  return { ...metrics, value: async (name: string) => sumOf(readSamples(await metrics.text()), name) };
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** Holds up the event loop, and lets what waits for the time go on. */
async function holdUp(milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) Math.sqrt(until);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("metrics", () => {
  it("show the state of the server as it is", async () => {
    const { value } = metricsOf();
    expect(await value("konsil_ready")).toBe(1);
    expect(await value("konsil_documents")).toBe(2);
    expect(await value("konsil_passages")).toBe(5);
  });

  it("leave the corpus out while it is being opened, rather than call it empty", async () => {
    const { value } = metricsOf({ ready: false, index: "opening", documents: 0, passages: 0 });
    expect(await value("konsil_ready")).toBe(0);
    expect(await value("konsil_documents")).toBeNull();
    expect(await value("konsil_passages")).toBeNull();
  });

  it("have buckets that hold one another, the last of them everything", async () => {
    const { requestEnded, text } = metricsOf();
    const labels = { method: "GET", route: "/x", status: 200 };
    for (const seconds of [0.001, 0.03, 0.03, 7, 4000]) requestEnded({ ...labels, seconds });
    const samples = readSamples(await text());
    const buckets = samples.filter(({ name }) => name === "http_request_duration_seconds_bucket");
    const counts = buckets.map(({ value }) => value);
    expect(counts).toEqual([...counts].sort((one, other) => one - other));
    expect(buckets.at(-1)).toMatchObject({ labels: { le: "+Inf" }, value: 5 });
    expect(sumOf(samples, "http_request_duration_seconds_count")).toBe(5);
    expect(sumOf(samples, "http_requests_total", { status: "200" })).toBe(5);
  });

  it("watch the process until they are told to stop, each for themselves", async () => {
    const [stopped, watching] = [metricsOf(), metricsOf()];
    const stop = stopped.watchProcess();
    const stopOther = watching.watchProcess();
    stop();
    await stopped.text();
    collectGarbage();
    await expect.poll(() => watching.value("nodejs_gc_duration_seconds_count")).toBeGreaterThan(0);
    await expect
      .poll(async () => {
        await holdUp(50);
        return watching.value("nodejs_eventloop_lag_max_seconds");
      })
      .toBeGreaterThan(0.02);
    expect(await stopped.value("nodejs_gc_duration_seconds_count")).toBeNull();
    expect(await stopped.value("nodejs_eventloop_lag_max_seconds")).toBe(0);
    stopOther();
  });

  it("use the processor's time as it grows", async () => {
    const { watchProcess, value } = metricsOf();
    const stop = watchProcess();
    const before = (await value("process_cpu_seconds_total")) ?? 0;
    await holdUp(50);
    expect(await value("process_cpu_seconds_total")).toBeGreaterThan(before);
    stop();
  });
});
