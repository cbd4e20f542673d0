import type { Asker } from "./ask/ask.js";
import { createHttpApp } from "./channels/http/app.js";
import { describeApi } from "./channels/http/openapi.js";
import type { KeptResponses } from "./contracts/kept-responses.js";
import type { Library } from "./contracts/ports.js";
import type { Ingester } from "./ingest/ingest.js";
import type { Feedback } from "./observe/feedback.js";
import { createLog } from "./observe/log.js";
import { untilOpen } from "./until-open.js";
import { packageVersion } from "./version.js";

/** The OpenAPI document as a server of this version serves it, without one. */
export function describeServedApi(): unknown {
  const version = packageVersion();
  const app = createHttpApp({
    asker: untilOpen<Asker>(() => null),
    ingester: untilOpen<Ingester>(() => null),
    library: untilOpen<Library>(() => null),
    feedback: untilOpen<Feedback>(() => null),
    keptResponses: untilOpen<KeptResponses>(() => null),
    readiness: async () => ({ ready: false, model: "loading", index: "opening", documents: 0, passages: 0 }),
    keys: { ask: [], admin: [] },
    anonymous: false,
    log: createLog({ level: "silent" }),
    version,
  });
  return JSON.parse(describeApi(app, version));
}
