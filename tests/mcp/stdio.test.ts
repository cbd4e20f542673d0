import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../src/config.js";
import { answerSchema } from "../../src/contracts/answer.js";
import { createWorkspace } from "../behaviour/sample-corpus.js";
import { describeMcpServer } from "./behaviour.js";

const workspace = createWorkspace();
afterAll(() => workspace.remove());

const COMMAND = ["--import", "tsx", join(PACKAGE_ROOT, "src", "cli.ts"), "mcp"];
const START_MS = 120_000;

const environment = (own: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  KONSIL_CORPUS: workspace.corpus,
  KONSIL_DATA: workspace.data,
  ...own,
});

/** Starts the command as a client does, and waits until it can answer. The first one to be started reads the corpus. */
async function connect(mode: "legacy" | "auto"): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  const [command, args, env] = [process.execPath, COMMAND, environment()];
  await client.connect(new StdioClientTransport({ command, args, env, cwd: PACKAGE_ROOT, stderr: "ignore" }));
  await client.callTool({ name: "search", arguments: { query: "Vertrag" } }, { timeout: START_MS });
  return client;
}

describe.each(["legacy", "auto"] as const)("the official client and konsil mcp, protocol %s", (mode) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(mode);
  }, START_MS);
  afterAll(() => client.close());
  describeMcpServer(() => client);
});

const messageSchema = z.looseObject({ jsonrpc: z.literal("2.0"), id: z.number().optional() });

function start(env: Record<string, string>, args: readonly string[] = []): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...COMMAND, ...args], { env: environment(env), cwd: PACKAGE_ROOT });
}

describe("konsil mcp", () => {
  const initialize = {
    ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
  };
  const ask = {
    ...{ jsonrpc: "2.0", id: 2, method: "tools/call" },
    params: { name: "ask", arguments: { question: "Welche Laufzeit hat die Partnerschaft?" } },
  };

  it("says nothing but the protocol on standard output, even while it reads the corpus, and ends with its input", {
    timeout: START_MS,
  }, async () => {
    const child = start({ KONSIL_DATA: join(workspace.folder, "another"), KONSIL_LOG: "debug" });
    const complaints = text(child.stderr);
    const ended = once(child, "exit");
    for (const message of [initialize, { jsonrpc: "2.0", method: "notifications/initialized" }, ask]) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
    }
    const ids: unknown[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const message = messageSchema.parse(JSON.parse(line));
      ids.push(message.id);
      if (message.id !== 2) continue;
      const { structuredContent } = z.object({ structuredContent: answerSchema }).parse(message.result);
      expect(structuredContent.status).toBe("answered");
      child.stdin.end();
    }
    expect(ids).toEqual([1, 2]);
    expect((await ended)[0]).toBe(0);
    expect(await complaints).toContain("Reading the corpus for the first time");
  });

  it("ends with a reason on standard error when there is nothing to answer from", { timeout: START_MS }, async () => {
    const child = start({ KONSIL_CORPUS: "" }, ["--data", join(workspace.folder, "empty")]);
    const [output, complaints, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    expect([output, code]).toEqual(["", 1]);
    expect(complaints).toContain("There are no documents yet");
  });
});
