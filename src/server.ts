import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HttpServer } from "./channels/http/server.js";
import { type Config, isLoopback } from "./config.js";
import { KonsilError } from "./contracts/errors.js";
import type { IngestProgress } from "./ingest/ingest.js";
import { measureAnswers, measureFeedback } from "./measure-answers.js";
import type { Log } from "./observe/log.js";
import type { Metrics } from "./observe/metrics.js";
import type { SlackRoutes } from "./open-slack.js";
import { untilOpen } from "./until-open.js";
import { packageVersion } from "./version.js";
import type { Application, Readiness } from "./wire.js";

/** Where a starting server reports to: what scripts wait for on `out`, everything else on `err`. */
export interface ServerOutput {
  out(line: string): void;
  err(line: string): void;
  progress(progress: IngestProgress): void;
}

export interface RunningServer {
  /** `http://HOST:PORT` */
  readonly url: string;
  /** Resolves when the corpus is read and questions can be asked; rejects with the reason when that fails. */
  readonly ready: Promise<void>;
  /** Finishes running answers, closes the library and lets go of the data folder. */
  close(): Promise<void>;
}

const OPENING: Readiness = { ready: false, model: "loading", index: "opening", documents: 0, passages: 0 };

/**
 * Starts the server: takes the data folder and the port, answers health checks from then on, opens the library and
 * reads the corpus. Throws `invalid_configuration`, `data_in_use`, `storage_unavailable`, `port_in_use`.
 */
export async function startServer(config: Config, output: ServerOutput): Promise<RunningServer> {
  requireCorpus(config);
  for (const warning of config.warnings) output.err(`Warning: ${warning}`);
  const [{ createLog }, { createMetrics }] = await Promise.all([
    import("./observe/log.js"),
    import("./observe/metrics.js"),
  ]);
  const log = createLog({ level: config.log, format: process.stderr.isTTY ? "plain" : "json" });
  const { holdServerLock } = await import("./adapters/library-local/lock.js");
  const lock = await holdServerLock(config.data);

  let application: Application | null = null;
  const readiness = async () => application?.readiness() ?? OPENING;
  const metrics = createMetrics({ state: readiness, log, version: packageVersion() });
  const ports = portsOf(() => application, metrics);
  const slack = await openSlack(config, log, ports).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  const server = await listen(config, log, { ...ports, readiness, metrics, slack: slack?.routes }).catch(
    async (error: unknown) => {
      await slack?.close();
      await lock.release();
      throw error;
    },
  );
  const stopWatching = metrics.watchProcess();
  output.out(`Konsil listens on ${server.url}`);

  const stopping = new AbortController();
  const open = async (): Promise<void> => {
    const { wire } = await import("./wire.js");
    application = await wire(config, { log });
    await readCorpus(application, config, output, stopping.signal);
    slack?.begin();
  };
  const ready = open();
  return {
    url: server.url,
    ready,
    async close() {
      stopping.abort();
      await server.close();
      stopWatching();
      await slack?.close();
      await ready.catch(() => undefined);
      await application?.close();
      await lock.release();
    },
  };
}

/** What the channels work with: before there is an application, questions are refused as not ready. */
function portsOf(application: () => Application | null, metrics: Metrics) {
  const asker = untilOpen(() => application()?.asker ?? null);
  const feedback = untilOpen(() => application()?.feedback ?? null);
  return {
    asker: measureAnswers(asker, metrics),
    feedback: measureFeedback(feedback, metrics),
    ingester: untilOpen(() => application()?.ingester ?? null),
    library: untilOpen(() => application()?.library ?? null),
    keptResponses: untilOpen(() => application()?.keptResponses ?? null),
  };
}

type Ports = ReturnType<typeof portsOf>;

interface ListeningParts extends Ports {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly slack: SlackRoutes["routes"] | undefined;
}

/** Listens before there is an application. */
async function listen(config: Config, log: Log, { slack, ...parts }: ListeningParts): Promise<HttpServer> {
  const [{ createHttpApp }, { watchKeyFile }, { serveHttp }, { keepWidgetSecret }] = await Promise.all([
    import("./channels/http/app.js"),
    import("./channels/http/key-file.js"),
    import("./channels/http/server.js"),
    import("./channels/http/widget-secret.js"),
  ]);
  const widgetFolder = join(config.data, "widget");
  const app = createHttpApp({
    ...parts,
    keys: { ...config.keys, ...(config.keysFile === null ? {} : { more: watchKeyFile(config.keysFile, log) }) },
    limits: { rateLimit: config.rateLimit, trustedProxies: config.trustedProxies },
    anonymous: config.anonymous,
    loopbackOnly: isLoopback(config.host),
    widget: {
      origins: config.widgetOrigins,
      signInHeader: config.widgetSignInHeader,
      secret: keepWidgetSecret(widgetFolder),
      folder: widgetFolder,
    },
    ...(slack === undefined ? {} : { slack }),
    log,
    version: packageVersion(),
  });
  return serveHttp(app, config);
}

/** Null where Slack does not come to this server. */
async function openSlack(config: Config, log: Log, ports: Ports): Promise<SlackRoutes | null> {
  if (config.slack === null) return null;
  const { openSlackRoutes } = await import("./open-slack.js");
  const { asker, library, feedback } = ports;
  return openSlackRoutes(config, { asker, library, feedback, log });
}

async function readCorpus(
  application: Application,
  config: Config,
  output: ServerOutput,
  signal: AbortSignal,
): Promise<void> {
  const report = await application.prepare(config.corpus, { signal, progress: output.progress });
  for (const { name, message } of report.failed) output.err(`Not read: ${name}: ${message}`);
  const { documents, passages } = await application.library.statistics();
  output.out(`Ready: ${documents} documents, ${passages} passages`);
}

/** A corpus folder that is gone (a drive that is not mounted) must not empty the library, which mirrors it. */
function requireCorpus({ corpus }: Config): void {
  if (corpus === null || existsSync(corpus)) return;
  throw new KonsilError(
    "invalid_configuration",
    `KONSIL_CORPUS names a folder that is not there: ${corpus} (leave it empty to start without a corpus)`,
  );
}
