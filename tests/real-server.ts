import { readConfig } from "../src/config.js";
import { startServer } from "../src/server.js";
import { createWorkspace } from "./behaviour/sample-corpus.js";

export const KEY = "chat-key-for-tests";

export interface RealServer {
  /** `http://HOST:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** The whole server, ready, on a free port, over the sample corpus or another; asking needs `KEY`. */
export async function startRealServer(corpus?: string): Promise<RealServer> {
  const workspace = createWorkspace();
  const config = readConfig({
    KONSIL_PORT: "0",
    KONSIL_CORPUS: corpus ?? workspace.corpus,
    KONSIL_DATA: workspace.data,
    KONSIL_LOG: "silent",
    KONSIL_API_KEYS: KEY,
  });
  const nothing = () => undefined;
  const server = await startServer(config, { out: nothing, err: nothing, progress: nothing });
  await server.ready;
  return {
    url: server.url,
    async close() {
      await server.close();
      workspace.remove();
    },
  };
}
