import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import { codeBlocks } from "../markdown.js";
import { KEY, startRealServer } from "../real-server.js";

const execute = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("client.py", import.meta.url));
/** For the package index to answer, on a slow line and a busy machine too. */
const INSTALL_MS = 400_000;
const NONE = "No Python package openai, and no package index to fetch it from";

const folder = mkdtempSync(join(tmpdir(), "konsil-python-"));
let python: string | null = null;
beforeAll(async () => {
  python = await pythonWithOpenAi();
}, 2 * INSTALL_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Python that has the official client: the installed one, or one in a folder of its own; null where there is none. */
async function pythonWithOpenAi(): Promise<string | null> {
  const own = join(folder, "bin", "python");
  const has = (python: string) => execute(python, ["-c", "from openai import OpenAI, AsyncOpenAI"]);
  try {
    await has("python3");
    return "python3";
  } catch {
    // Not there, so it is fetched; nothing but this test is the worse for it where that is impossible.
  }
  try {
    await execute("python3", ["-m", "venv", folder]);
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "openai"];
    await execute(own, install, { timeout: INSTALL_MS });
    await has(own);
    return own;
  } catch {
    return null;
  }
}

async function withServer(corpus: string | undefined, work: (url: string) => Promise<void>): Promise<void> {
  const server = await startRealServer(corpus);
  try {
    await work(server.url);
  } finally {
    await server.close();
  }
}

describe("the official Python client", () => {
  it("asks, streams, goes on, hangs up and is refused as it expects", { timeout: 120_000 }, async (context) => {
    const interpreter = python ?? context.skip(NONE);
    await withServer(undefined, async (url) => {
      const { stdout } = await execute(interpreter, [SCRIPT, url, KEY], { env: { PATH: process.env.PATH } });
      expect(stdout.trim()).toBe("ok");
    });
  });

  it("asks as docs/openai.md says", { timeout: 120_000 }, async (context) => {
    const interpreter = python ?? context.skip(NONE);
    const [program = "", ...others] = codeBlocks("openai.md", "python");
    expect(others).toEqual([]);
    await withServer(join(PACKAGE_ROOT, "corpus"), async (url) => {
      const env = { PATH: process.env.PATH, KONSIL_KEY: KEY };
      const code = program.replaceAll("http://127.0.0.1:8787", url);
      const { stdout } = await execute(interpreter, ["-c", code], { env });
      expect(stdout).toMatch(/Professorin Annalen Bleckmann[\s\S]*\[1\]/);
      expect(stdout).toMatch(
        /^\[1\] Universitätsklinikum Münster .* http.*\/v1\/documents\/muenster-osnabrueck\/text$/m,
      );
    });
  });
});
