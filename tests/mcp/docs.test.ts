import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport, type Transport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../src/config.js";
import { createWorkspace } from "../behaviour/sample-corpus.js";
import { codeBlocks } from "../markdown.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const execute = promisify(execFile);
const TSX = join(PACKAGE_ROOT, "node_modules", "tsx", "dist", "cli.mjs");
/** The first start from a clone builds it. */
const START_MS = 300_000;

const workspace = createWorkspace();
let real: RealServer;
beforeAll(async () => {
  real = await startRealServer(join(PACKAGE_ROOT, "corpus"));
}, 120_000);
afterAll(async () => {
  await real.close();
  workspace.remove();
});

const blocks = (language: string) =>
  codeBlocks("mcp.md", language).map((code) =>
    code
      .replaceAll("http://127.0.0.1:8787", real.url)
      .replaceAll("/path/to/konsil", PACKAGE_ROOT)
      .replaceAll("YOUR_KEY", KEY),
  );

const serverSchema = z.union([
  z.strictObject({ type: z.literal("stdio").optional(), command: z.string(), args: z.array(z.string()) }),
  z.strictObject({ type: z.literal("http"), url: z.url(), headers: z.record(z.string(), z.string()) }),
]);
const configurationSchema = z
  .union([
    z.strictObject({ mcpServers: z.strictObject({ konsil: serverSchema }) }).transform((it) => it.mcpServers),
    z.strictObject({ servers: z.strictObject({ konsil: serverSchema }) }).transform((it) => it.servers),
  ])
  .transform(({ konsil }) => konsil);

/** Connects as an assistant does that has read this configuration, started where such a program is. */
function transportOf(server: z.infer<typeof serverSchema>): Transport {
  if ("url" in server) return new StreamableHTTPClientTransport(new URL(server.url), { requestInit: server });
  const { command, args } = server;
  const env = { PATH: process.env.PATH ?? "", KONSIL_CORPUS: workspace.corpus, KONSIL_DATA: workspace.data };
  return new StdioClientTransport({ command, args, env, cwd: workspace.folder, stderr: "ignore" });
}

describe("docs/mcp.md", () => {
  it("has configurations that connect, to a program and to a server", { timeout: 2 * START_MS }, async () => {
    const configurations = blocks("json").map((text) => configurationSchema.parse(JSON.parse(text)));
    expect(configurations.map((server) => "url" in server)).toEqual([false, false, true, true]);
    for (const server of configurations) {
      const client = new Client({ name: "test", version: "1" });
      await client.connect(transportOf(server), { timeout: START_MS });
      const call = { name: "search", arguments: { query: "Partnerschaft" } };
      const result = await client.callTool(call, { timeout: START_MS });
      expect(result.isError ?? false).toBe(false);
      await client.close();
    }
  });

  it("asks from TypeScript and with curl as it says", async () => {
    const env = { PATH: process.env.PATH, KONSIL_KEY: KEY };
    const run = async (command: string, ...args: readonly string[]) =>
      (await execute(command, args, { cwd: PACKAGE_ROOT, env })).stdout;
    const [program = "", ...programs] = blocks("ts");
    const [command = "", ...commands] = blocks("sh");
    expect([programs, commands]).toEqual([[], []]);
    expect(await run(process.execPath, TSX, "--input-type=module", "-e", program)).toMatch(
      /Professorin Annalen Bleckmann[\s\S]*\n\nSources:\n\[1\] “/,
    );
    expect(await run("bash", "-c", command)).toMatch(/"ask"[\s\S]*"search"[\s\S]*"read_document"/);
  });
});
