import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HttpServer } from "./channels/http/server.js";
import { type Config, isLoopback } from "./config.js";
import { KonsilError } from "./contracts/errors.js";
import type { IngestProgress } from "./ingest/ingest.js";
import type { Log } from "./observe/log.js";
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
  const { createLog } = await import("./observe/log.js");
  const log = createLog({ level: config.log, format: process.stderr.isTTY ? "plain" : "json" });
  const { holdServerLock } = await import("./adapters/library-local/lock.js");
  const lock = await holdServerLock(config.data);

  let application: Application | null = null;
  const slack = await openSlack(config, log, () => application).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  const server = await listen(config, log, () => application, slack?.routes).catch(async (error: unknown) => {
    await slack?.close();
    await lock.release();
    throw error;
  });
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
      await slack?.close();
      await ready.catch(() => undefined);
      await application?.close();
      await lock.release();
    },
  };
}

/** Listens before there is an application: until then questions are refused as not ready. */
async function listen(
  config: Config,
  log: Log,
  application: () => Application | null,
  slack: SlackRoutes["routes"] | undefined,
): Promise<HttpServer> {
  const [{ createHttpApp }, { watchKeyFile }, { serveHttp }, { keepWidgetSecret }] = await Promise.all([
    import("./channels/http/app.js"),
    import("./channels/http/key-file.js"),
    import("./channels/http/server.js"),
    import("./channels/http/widget-secret.js"),
  ]);
  const widgetFolder = join(config.data, "widget");
  const app = createHttpApp({
    asker: untilOpen(() => application()?.asker ?? null),
    ingester: untilOpen(() => application()?.ingester ?? null),
    library: untilOpen(() => application()?.library ?? null),
    feedback: untilOpen(() => application()?.feedback ?? null),
    readiness: async () => application()?.readiness() ?? OPENING,
    keys: { ...config.keys, ...(config.keysFile === null ? {} : { more: watchKeyFile(config.keysFile, log) }) },
    limits: { rateLimit: config.rateLimit, trustedProxies: config.trustedProxies },
    keptResponses: untilOpen(() => application()?.keptResponses ?? null),
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
async function openSlack(config: Config, log: Log, application: () => Application | null): Promise<SlackRoutes | null> {
  if (config.slack === null) return null;
  const { openSlackRoutes } = await import("./open-slack.js");
  return openSlackRoutes(config, {
    asker: untilOpen(() => application()?.asker ?? null),
    library: untilOpen(() => application()?.library ?? null),
    feedback: untilOpen(() => application()?.feedback ?? null),
    log,
  });
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
