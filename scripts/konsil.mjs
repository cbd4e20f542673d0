// `npm run -s konsil -- ask "…"`: the command line from a clone.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, ROOT, runScript } from "./prepare.mjs";

await runScript(async () => {
  await prepare();
  const { runCli } = await import(pathToFileURL(join(ROOT, "dist", "cli.js")).href);
  await runCli(process.argv.slice(2));
});
