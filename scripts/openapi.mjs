// `npm run openapi`: writes docs/openapi.json, the description of the API as this version serves it.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, ROOT, runScript } from "./prepare.mjs";

await runScript(async () => {
  await prepare();
  const { describeServedApi } = await import(pathToFileURL(join(ROOT, "dist", "describe-api.js")).href);
  const file = join(ROOT, "docs", "openapi.json");
  writeFileSync(file, `${JSON.stringify(describeServedApi(), null, 2)}\n`);
  const biome = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
  const { status } = spawnSync(process.execPath, [biome, "format", "--write", file], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  process.exitCode = status ?? 1;
});
