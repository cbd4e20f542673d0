import { readdir } from "node:fs/promises";
import { constants, monitorEventLoopDelay, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** How often the event loop is looked at, in milliseconds. */
const LAG_RESOLUTION = 20;
const NANOSECONDS = 1e9;

const GC_SECONDS = [0.001, 0.01, 0.1, 1, 2, 5];
const GC_KINDS: ReadonlyMap<unknown, string> = new Map([
  [constants.NODE_PERFORMANCE_GC_MAJOR, "major"],
  [constants.NODE_PERFORMANCE_GC_MINOR, "minor"],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, "incremental"],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, "weakcb"],
]);

/**
 * Puts metrics of this process into the registry, under the names that dashboards for Node know, and returns what lets
 * go of all that watches. prom-client's own `collectDefaultMetrics` can not be ended
 * (https://github.com/siimon/prom-client/issues/500).
 */
export function watchProcess(registry: Registry): () => void {
  addUsage(registry);
  const stops = [watchEventLoop(registry), watchGarbageCollection(registry)];
  return () => {
    for (const stop of stops) stop();
  };
}

function addUsage(registry: Registry): void {
  addCounter(registry, "process_cpu_user_seconds_total", "Seconds of CPU in user mode", () => cpuSeconds("user"));
  addCounter(registry, "process_cpu_system_seconds_total", "Seconds of CPU in the kernel", () => cpuSeconds("system"));
  addCounter(registry, "process_cpu_seconds_total", "Seconds of CPU", () => cpuSeconds("user") + cpuSeconds("system"));
  const startedAt = Date.now() / 1000 - process.uptime();
  addGauge(registry, "process_start_time_seconds", "Seconds from 1970 to the start of the process", () => startedAt);
  addGauge(registry, "process_resident_memory_bytes", "Bytes of the process in memory", process.memoryUsage.rss);
  const memory = process.memoryUsage;
  addGauge(registry, "nodejs_heap_size_total_bytes", "Bytes of JavaScript's heap", () => memory().heapTotal);
  addGauge(registry, "nodejs_heap_size_used_bytes", "Bytes in use of JavaScript's heap", () => memory().heapUsed);
  addGauge(registry, "nodejs_external_memory_bytes", "Bytes that JavaScript holds elsewhere", () => memory().external);
  if (process.platform === "linux") addOpenFiles(registry);
}

const cpuSeconds = (mode: "user" | "system") => process.cpuUsage()[mode] / 1e6;

function addCounter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

function addOpenFiles(registry: Registry): void {
  new Gauge({
    name: "process_open_fds",
    help: "Open files and connections; missing where so many are open that they cannot be counted",
    registers: [registry],
    async collect() {
      const open = await readdir("/proc/self/fd").catch(() => null);
      if (open === null) this.remove();
      else this.set(open.length);
    },
  });
}

/** What was seen since the registry was read before; the first look after that is not measured. */
function watchEventLoop(registry: Registry): () => void {
  const delays = monitorEventLoopDelay({ resolution: LAG_RESOLUTION });
  delays.enable();
  // What is measured is the time from one look to the next.
  const seconds = (nanoseconds: number) =>
    delays.count === 0 ? 0 : Math.max(0, nanoseconds / NANOSECONDS - LAG_RESOLUTION / 1000);
  const add = (which: string, help: string, read: () => number) =>
    addGauge(
      registry,
      `nodejs_eventloop_lag_${which}_seconds`,
      `Seconds that the event loop was held up, ${help}`,
      read,
    );
  add("p50", "median", () => seconds(delays.percentile(50)));
  add("p99", "99th percentile", () => seconds(delays.percentile(99)));
  // Metrics are read in the order in which they came: this is the last.
  add("max", "at most", () => {
    const longest = seconds(delays.max);
    delays.reset();
    return longest;
  });
  return () => delays.disable();
}

function watchGarbageCollection(registry: Registry): () => void {
  const durations = new Histogram({
    name: "nodejs_gc_duration_seconds",
    help: "Seconds that garbage collection took, by its kind",
    labelNames: ["kind"] as const,
    buckets: GC_SECONDS,
    registers: [registry],
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) durations.observe({ kind: kindOf(entry) }, entry.duration / 1000);
  });
  observer.observe({ entryTypes: ["gc"] });
  return () => observer.disconnect();
}

function kindOf(entry: PerformanceEntry): string {
  const detail = "detail" in entry ? entry.detail : null;
  const kind = typeof detail === "object" && detail !== null && "kind" in detail ? detail.kind : null;
  return GC_KINDS.get(kind) ?? "other";
}
