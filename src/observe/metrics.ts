import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { type AnswerMetrics, createAnswerMetrics } from "./answer-metrics.js";
import type { Log } from "./log.js";
import { watchProcess } from "./process-metrics.js";

/** How the server is doing, as `/readyz` shows it. */
export interface ServerState {
  readonly ready: boolean;
  readonly index: string;
  readonly documents: number;
  readonly passages: number;
}

/** A request that is over. */
export interface EndedRequest {
  readonly method: string;
  /** The pattern of the address, never the address itself: each value is kept for good. */
  readonly route: string;
  readonly status: number;
  /** Until the last byte of the response was sent, or the client hung up. */
  readonly seconds: number;
}

/** What an operator's Prometheus collects from one server. */
export interface Metrics extends AnswerMetrics {
  requestEnded(request: EndedRequest): void;
  /** Media type of `text`. */
  readonly contentType: string;
  /** Everything in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
  text(): Promise<string>;
  /** Has the process watched, too; call what comes back to end that. */
  watchProcess(): () => void;
}

export interface MetricsParts {
  /** Read at each `text`. */
  readonly state: () => Promise<ServerState>;
  readonly log: Log;
  readonly version: string;
}

/** Seconds: a file that is served takes a few milliseconds, a stream whose words a language model writes takes minutes. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** In a registry of its own: several servers in one process share nothing. */
export function createMetrics({ state, log, version }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const labelNames = ["method", "route", "status"] as const;
  const requests = new Counter({
    name: "http_requests_total",
    help: "HTTP requests that are over, by the pattern of their address",
    labelNames,
    registers,
  });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Seconds until the last byte of the response was sent, or the client hung up",
    labelNames,
    buckets: REQUEST_SECONDS,
    registers,
  });
  const build = new Gauge({
    name: "konsil_build_info",
    help: "Always 1; the version that runs",
    labelNames: ["version"],
    registers,
  });
  build.set({ version }, 1);
  const readState = stateGauges(registry, state, log);

  return {
    ...createAnswerMetrics(registry),
    requestEnded({ method, route, status, seconds }) {
      const labels = { method, route, status };
      requests.inc(labels);
      durations.observe(labels, seconds);
    },
    contentType: registry.contentType,
    async text() {
      await readState();
      return registry.metrics();
    },
    watchProcess: () => watchProcess(registry),
  };
}

/** Gauges of the server's state, and what brings them up to date. What is not known is left out rather than shown as 0. */
function stateGauges(registry: Registry, state: MetricsParts["state"], log: Log): () => Promise<void> {
  const registers = [registry];
  const ready = new Gauge({ name: "konsil_ready", help: "1 when questions can be answered, else 0", registers });
  const documents = new Gauge({ name: "konsil_documents", help: "Documents in the corpus", registers });
  const passages = new Gauge({ name: "konsil_passages", help: "Passages in the corpus", registers });
  return async () => {
    const now = await state().catch((err: unknown) => {
      log.warn({ err }, "the state of the server could not be read for its metrics");
      return null;
    });
    ready.set(now?.ready ? 1 : 0);
    if (now === null || now.index === "opening") {
      documents.remove();
      passages.remove();
    } else {
      documents.set(now.documents);
      passages.set(now.passages);
    }
  };
}
