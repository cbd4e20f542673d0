import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAsker } from "../../src/ask/ask.js";
import { type Config, loadConfig, readConfig } from "../../src/config.js";
import { createLog } from "../../src/observe/log.js";
import { type Application, wire } from "../../src/wire.js";
import type { Change } from "../changed/life.js";
import { codeVersion } from "./code-version.js";
import type { Subject } from "./system.js";

export interface InProcessOptions {
  /** As `KONSIL_WRITER`; everything else about the model is read from the environment and from `.env`. Null: none. */
  readonly writer?: string | null;
  /** False: no follow-up questions are looked for, which are not graded and take half of the time. */
  readonly followUps?: boolean;
}

/**
 * Konsil as it lies here, over a fresh data folder. Without a writer nothing of the environment counts. Throws
 * `invalid_configuration`; to open it throws an `Error` that names documents that could not be read.
 */
export function konsilHere({ writer = null, followUps = true }: InProcessOptions = {}): Subject {
  const configOver = (given: Readonly<Record<string, string>>): Config =>
    writer === null ? readConfig(given) : loadConfig({ ...given, KONSIL_WRITER: writer, KONSIL_RERANKER: "" });
  const model = configOver({}).writer?.model;
  const name = model === undefined ? "Konsil" : `Konsil, worded by ${model} (${writer})`;
  return {
    name,
    version: [codeVersion(), ...(model === undefined ? [] : [writer, model])].join(" "),
    isFixed: true,
    async open({ folder, changes }) {
      const data = mkdtempSync(path.join(tmpdir(), "konsil-eval-"));
      const config = configOver({ KONSIL_DATA: data, KONSIL_CORPUS: folder });
      const application = await wire(config, { log: createLog({ level: "silent" }) });
      const { library, embedder } = application;
      const close = async () => {
        await application.close();
        rmSync(data, { recursive: true, force: true });
      };
      try {
        await ingest(application, folder);
        for (const change of changes) await make(change, application);
      } catch (error) {
        await close();
        throw error;
      }
      const asker = followUps || writer !== null ? application.asker : createAsker({ library, embedder, followUps });
      return {
        ask: (request, onJudged) => asker.ask(request, onJudged === undefined ? {} : { onJudged }),
        search: (query, limit, filter) => asker.search({ query, limit, filter }),
        textOf: async (id) => (await library.document(id))?.text ?? null,
        close,
      };
    },
  };
}

async function ingest(application: Application, folder: string): Promise<void> {
  const { failed } = await application.prepare(folder);
  if (failed.length > 0) throw new Error(`not read: ${failed.map(({ name }) => name).join(", ")}`);
}

/** As somebody changes the corpus of a running Konsil. */
async function make(change: Change, { ingester }: Application): Promise<void> {
  if ("put" in change) {
    const upload = { name: path.basename(change.put), mediaType: null, bytes: readFileSync(change.put) };
    await ingester.ingestUpload(upload, { replace: true });
  } else if (!(await ingester.remove(change.remove))) {
    throw new Error(`there is no ${change.remove} that could be removed`);
  }
}
