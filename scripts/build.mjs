// `npm run build`: a current dist/, installing first where that is needed.
import { prepare, runScript } from "./prepare.mjs";

await runScript(prepare);
