import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

const execute = promisify(execFile);
/** Building, installing schemathesis, and a minute of requests. */
const LONG_MS = 900_000;

it("schemathesis finds nothing wrong with the API", { timeout: LONG_MS }, async (context) => {
  const script = join(PACKAGE_ROOT, "scripts", "api-fuzz.mjs");
  const options = { cwd: PACKAGE_ROOT, maxBuffer: 100 * 1024 * 1024 };
  const run = await execute(process.execPath, [script, "--max", "3"], options).catch((error: unknown) => error);
  const { stdout, code } = { code: 0, ...Object(run) };
  const [skipped] = /^Skipped: .*$/m.exec(stdout) ?? [];
  if (skipped !== undefined) context.skip(skipped);
  expect(code, stdout).toBe(0);
  expect(Number(/^(\d+) requests were made/m.exec(stdout)?.[1])).toBeGreaterThan(500);
});
