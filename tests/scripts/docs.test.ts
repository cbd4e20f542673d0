import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readKeyFile } from "../../src/channels/http/key-file.js";
import { PACKAGE_ROOT } from "../../src/config.js";
import { answerSchema } from "../../src/contracts/answer.js";
import { createWorkspace } from "../behaviour/sample-corpus.js";
import { codeBlocks } from "../markdown.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const execute = promisify(execFile);
const TSX = join(PACKAGE_ROOT, "node_modules", "tsx", "dist", "cli.mjs");
const QUOTE = "Professorin Annalen Bleckmann ist die Direktorin des WTZ Münster.";
/** The client is imported from a build of the clone. */
const BUILD_MS = 300_000;

const workspace = createWorkspace();
let real: RealServer;
beforeAll(async () => {
  await execute(process.execPath, [join(PACKAGE_ROOT, "scripts", "build.mjs")], { cwd: PACKAGE_ROOT });
  real = await startRealServer(join(PACKAGE_ROOT, "corpus"));
}, BUILD_MS);
afterAll(async () => {
  await real.close();
  workspace.remove();
});

const blocks = (language: string) =>
  codeBlocks("scripts.md", language).map((code) => code.replaceAll("http://127.0.0.1:8787", real.url));

/** What a program prints, started where the packages are, with the key that the page speaks of. */
async function run(command: string, args: readonly string[], key = KEY) {
  return execute(command, args, { cwd: PACKAGE_ROOT, env: { PATH: process.env.PATH, KONSIL_KEY: key } });
}

describe("docs/scripts.md", () => {
  it("asks with curl as it says, at once and as a stream", async () => {
    const [whole = "", streamed = ""] = blocks("sh");
    const { stdout } = await run("bash", ["-c", whole]);
    expect(answerSchema.parse(JSON.parse(stdout)).citations.map(({ quote }) => quote)).toContain(QUOTE);
    const events = (await run("bash", ["-c", streamed])).stdout;
    expect(events.match(/^event: .*/gm)?.at(-1)).toBe("event: answer.finished");
    await expect(run("bash", ["-c", whole], "wrong")).rejects.toMatchObject({
      stdout: expect.stringContaining('"code":"unauthorized"'),
    });
  });

  it("asks from Python as it says", async () => {
    const [program = "", ...others] = blocks("python");
    expect(others).toEqual([]);
    const lines = (await run("python3", ["-c", program])).stdout.trim().split("\n");
    expect(lines[0]).toContain(`[1] ${QUOTE}`);
    expect(lines.at(-2)).toMatch(/France\?': no answer, \w+$/);
    expect(lines.at(-1)).toMatch(/^'': refused, .*must not be empty/);
    await expect(run("python3", ["-c", program], "wrong")).rejects.toMatchObject({
      stderr: expect.stringContaining("This key is not known here"),
    });
  });

  it("asks from TypeScript as it says", async () => {
    const [program = "", ...others] = blocks("ts");
    expect(others).toEqual([]);
    const ask = (key: string) => run(process.execPath, [TSX, "--input-type=module", "-e", program], key);
    const { stdout, stderr } = await ask(KEY);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/Professorin Annalen Bleckmann[\s\S]*\n\[1\] [\s\S]*^muenster-osnabrueck: \d+ passages$/m);
    expect((await ask("wrong")).stderr).toMatch(/^unauthorized: This key is not known here/);
  });

  it("makes a file of keys as it says", { timeout: BUILD_MS }, async () => {
    const [, , commands = "", ...others] = codeBlocks("scripts.md", "sh");
    expect(others).toEqual([]);
    const anywhere = commands.replaceAll("npm run", `npm --prefix "${PACKAGE_ROOT}" run`);
    const { stderr } = await execute("bash", ["-c", anywhere], { cwd: workspace.folder });
    const keys = readKeyFile(join(workspace.folder, "keys.yaml"));
    expect(keys.map(({ name, role }) => [name, role])).toEqual([
      ["intranet", "ask"],
      ["nightly-upload", "admin"],
    ]);
    expect(stderr.match(/konsil_(?:ask|admin)_[\w-]{43}/g)).toHaveLength(2);
  });
});
