import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepWidgetSecret } from "./widget-secret.js";

describe("the secret of the widget's tokens", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "konsil-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made once, kept for its owner alone, and the same after a restart", () => {
    const below = join(folder, "widget");
    const secret = keepWidgetSecret(below);
    expect(secret).toHaveLength(32);
    expect(keepWidgetSecret(below)).toEqual(secret);
    expect(readdirSync(below)).toEqual(["token-secret"]);
    if (process.platform !== "win32") expect(statSync(join(below, "token-secret")).mode & 0o777).toBe(0o600);
  });

  it("differs from folder to folder", () => {
    expect(keepWidgetSecret(join(folder, "one"))).not.toEqual(keepWidgetSecret(join(folder, "other")));
  });

  it("is made anew when its file was cut short", () => {
    writeFileSync(join(folder, "token-secret"), "short");
    const secret = keepWidgetSecret(folder);
    expect(secret).toHaveLength(32);
    expect(keepWidgetSecret(folder)).toEqual(secret);
  });

  it("says that the data folder cannot be written, where it cannot", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => keepWidgetSecret(join(folder, "file"))).toThrow(
      expect.objectContaining({ code: "storage_unavailable" }),
    );
  });
});
