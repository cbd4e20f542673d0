import { afterEach, vi } from "vitest";
import { type LlmServer, type LlmServerOptions, startLlmServer } from "./llm-server.js";

/** Starts model servers that reply so unless told otherwise; after each test they are closed, and the environment is as it was. */
export function serveModels(reply: string): (options?: LlmServerOptions) => Promise<LlmServer> {
  const servers: LlmServer[] = [];
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (options = {}) => {
    const server = await startLlmServer({ reply, ...options });
    servers.push(server);
    return server;
  };
}
