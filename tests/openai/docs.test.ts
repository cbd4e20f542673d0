import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chatCompletionSchema } from "../../src/channels/openai/schemas.js";
import { PACKAGE_ROOT } from "../../src/config.js";
import { codeBlocks } from "../markdown.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const execute = promisify(execFile);
const TSX = join(PACKAGE_ROOT, "node_modules", "tsx", "dist", "cli.mjs");
const ANSWER = /Professorin Annalen Bleckmann[\s\S]*\[1\]/;

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer(join(PACKAGE_ROOT, "corpus"));
}, 120_000);
afterAll(() => real.close());

const blocks = (language: string) =>
  codeBlocks("openai.md", language).map((code) => code.replaceAll("http://127.0.0.1:8787", real.url));

/** What a program prints, started where the packages are, with the key that the page speaks of. */
async function run(command: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, KONSIL_KEY: KEY };
  const { stdout } = await execute(command, args, { cwd: PACKAGE_ROOT, env });
  return stdout;
}

describe("docs/openai.md", () => {
  it("asks with curl as it says", async () => {
    const [command = "", ...others] = blocks("sh");
    expect(others).toEqual([]);
    expect(await run("bash", "-c", command)).toMatch(ANSWER);
  });

  it("asks from TypeScript as it says, with both clients", async () => {
    const programs = blocks("ts");
    expect(programs).toHaveLength(2);
    for (const program of programs)
      expect(await run(process.execPath, TSX, "--input-type=module", "-e", program)).toMatch(ANSWER);
  });

  it("shows an answer as it comes", async () => {
    const output = await run("bash", "-c", blocks("sh")[0] ?? "");
    const { choices } = chatCompletionSchema.parse(JSON.parse(output));
    expect(blocks("text")).toEqual([`${choices[0]?.message.content}\n`]);
  });
});
