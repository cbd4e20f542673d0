import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

const LOCK = pathToFileURL(join(PACKAGE_ROOT, "scripts", "lock.mjs")).href;
const folder = mkdtempSync(join(tmpdir(), "konsil-lock-"));
const journal = join(folder, "journal");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script in a process of its own, with the lock's functions and `note` at hand; gives its exit code. */
async function run(script: string): Promise<number> {
  const source = `
    import { appendFileSync } from "node:fs";
    import { setImmediate } from "node:timers/promises";
    import { withLock } from ${JSON.stringify(LOCK)};
    const folder = ${JSON.stringify(folder)};
    const note = (text) => appendFileSync(${JSON.stringify(journal)}, text);
    ${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  return code;
}

describe("the lock of the scripts", () => {
  it("lets one process in at a time", async () => {
    const work = `await withLock(folder, () => {}, async () => {
      note("(");
      for (let turn = 0; turn < 1000; turn++) await setImmediate();
      note(")");
    });`;
    expect(await Promise.all([run(work), run(work), run(work)])).toEqual([0, 0, 0]);
    expect(readFileSync(journal, "utf8")).toBe("()()()");
  });

  it("is free again after a process that held it was killed", async () => {
    await run("await withLock(folder, () => {}, () => process.kill(process.pid, 'SIGKILL'));");
    expect(await run("await withLock(folder, () => {}, () => note('!'));")).toBe(0);
    expect(readFileSync(journal, "utf8")).toMatch(/!$/);
  });

  it("is free again after an error", async () => {
    expect(await run("await withLock(folder, () => {}, () => { throw new Error(); }).catch(() => note('?'));")).toBe(0);
    expect(await run("await withLock(folder, () => {}, () => note('.'));")).toBe(0);
    expect(readFileSync(journal, "utf8")).toMatch(/\?\.$/);
  });
});
