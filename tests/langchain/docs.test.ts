import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import { createWorkspace } from "../behaviour/sample-corpus.js";
import { codeBlocks } from "../markdown.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const execute = promisify(execFile);
/** The first command in a clone builds it. */
const BUILD_MS = 300_000;

const workspace = createWorkspace();
const index = join(workspace.folder, "konsil-index");
let real: RealServer;
beforeAll(async () => {
  real = await startRealServer(join(PACKAGE_ROOT, "corpus"));
}, 120_000);
afterAll(async () => {
  await real.close();
  workspace.remove();
});

const blocks = (language: string) =>
  codeBlocks("langchain.md", language).map((code) =>
    code
      .replaceAll("/path/to/konsil", PACKAGE_ROOT)
      .replaceAll("http://127.0.0.1:8787", real.url)
      .replaceAll('"konsil-index"', JSON.stringify(index)),
  );

/** What a program prints, started where LangChain is installed. */
async function run(program: string): Promise<string> {
  const env = { PATH: process.env.PATH, KONSIL_KEY: KEY };
  const options = { cwd: PACKAGE_ROOT, env };
  return (await execute(process.execPath, ["--input-type=module", "-e", program], options)).stdout;
}

describe("docs/langchain.md", () => {
  it("exports, opens and retrieves as it says, with the stock packages", { timeout: 2 * BUILD_MS }, async () => {
    const [exporting = "", ...commands] = blocks("sh");
    const [retrieving = "", opening = "", ...programs] = blocks("js");
    expect([commands, programs]).toEqual([[], []]);

    const env = { PATH: process.env.PATH, KONSIL_CORPUS: workspace.corpus, KONSIL_DATA: workspace.data };
    const exported = await execute("bash", ["-c", exporting], { cwd: workspace.folder, env, timeout: BUILD_MS });
    expect(exported.stdout).toMatch(/^\d+ passages in .*konsil-index$/m);

    const opened = await run(opening);
    expect(opened).toMatch(/^0\.\d+ lindental \d+ \d+ /m);
    expect(opened).toMatch(/^0\.\d+ harrow \d+ \d+ /m);

    const retrieved = await run(retrieving);
    expect(retrieved).toMatch(/^northwestern-medicine \d+ \d+ /m);
    expect(retrieved).not.toMatch(/^charite \d+ \d+ /m);
  });
});
