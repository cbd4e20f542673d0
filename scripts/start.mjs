// `npm start`: from a fresh clone to a listening server.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, ROOT, runScript } from "./prepare.mjs";

await runScript(async () => {
  await prepare();
  const { runServer } = await import(pathToFileURL(join(ROOT, "dist", "main.js")).href);
  await runServer();
});
