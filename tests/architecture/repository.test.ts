import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { configTable, PACKAGE_ROOT } from "../../src/config.js";

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

describe("the README", () => {
  const readme = () => readFileSync(join(PACKAGE_ROOT, "README.md"), "utf8");

  it("names only npm scripts that exist", () => {
    const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")));
    const named = [...readme().matchAll(/npm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g)];
    const missing = named.map(([, run, short]) => run ?? short ?? "").filter((name) => scripts[name] === undefined);
    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it("shows the variables as the configuration knows them", () => {
    const table = /<!-- config -->\n+([\s\S]*?)\n+<!-- \/config -->/.exec(readme())?.[1];
    expect(table).toBe(configTable());
  });
});

describe.skipIf(!existsSync(join(PACKAGE_ROOT, ".git")))("the files of the repository", () => {
  const TEXTS = ["", ".ts", ".mjs", ".js", ".json", ".md", ".yaml", ".yml", ".py", ".sh", ".html", ".css", ".txt"];

  it("name no folder of anybody's machine", () => {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: PACKAGE_ROOT,
      encoding: "utf8",
    });
    // Put together here, so that this file does not hold what it looks for.
    const machinePath = new RegExp(`(?<![\\w.:/-])/(?:${["work", "root", "home"].join("|")})/`);
    const files = listed.split("\0").filter((path) => path !== "" && TEXTS.includes(extname(path)));
    const leaks = files
      .map((path) => join(PACKAGE_ROOT, path))
      .filter((path) => existsSync(path) && !path.includes("/models/") && machinePath.test(readFileSync(path, "utf8")));
    expect(files.length).toBeGreaterThan(0);
    expect(leaks).toEqual([]);
  });
});
