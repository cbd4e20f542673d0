import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeParts } from "../../../tests/fakes/http-parts.js";
import { createWidgetScripts } from "./widget-scripts.js";

describe("versions of the widget", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "konsil-versions-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const { log, logged } = makeParts();
  const serve = (version: string, text: string, kept: string | null = folder) =>
    createWidgetScripts({ version, folder: kept, load: async () => text, log });

  it("come with the hash that a page pins", async () => {
    const script = await serve("1.0.0", "one()").pinned("1.0.0");
    const hash = createHash("sha384").update("one()").digest("base64");
    expect(script).toEqual({ version: "1.0.0", text: "one()", integrity: `sha384-${hash}` });
  });

  it("are read again where reading them failed", async () => {
    let reads = 0;
    const load = async () => {
      reads += 1;
      if (reads === 1) throw new Error("too many open files");
      return "one()";
    };
    const scripts = createWidgetScripts({ version: "1.0.0", folder, load, log });
    await expect(scripts.latest()).rejects.toThrow("too many open files");
    expect([await scripts.latest(), await scripts.latest(), reads]).toEqual(["one()", "one()", 2]);
  });

  it("stay what they were after an upgrade, once somebody has asked for them", async () => {
    await serve("1.0.0", "one()").pinned("1.0.0");
    const upgraded = serve("1.1.0", "two()");
    expect((await upgraded.pinned("1.0.0"))?.text).toBe("one()");
    expect((await upgraded.pinned("1.1.0"))?.text).toBe("two()");
    expect(await upgraded.latest()).toBe("two()");
    expect((await serve("1.0.0", "built anew()").pinned("1.0.0"))?.text).toBe("one()");
  });

  it("are not there when they were never served here, whatever they are called", async () => {
    const scripts = serve("1.0.0", "one()");
    for (const version of ["0.9.0", "", "../token-secret", "1.0.0/..", "1.0", "latest", "1.0.0\0"]) {
      expect(await scripts.pinned(version), version).toBeNull();
    }
  });

  it("are served without a place to keep them, the current one at least", async () => {
    writeFileSync(join(folder, "file"), "");
    for (const nowhere of [null, join(folder, "file")]) {
      const scripts = serve("1.0.0", "one()", nowhere);
      expect((await scripts.pinned("1.0.0"))?.text).toBe("one()");
    }
    expect(logged.map(({ level }) => level)).toEqual(["warn"]);
  });
});
