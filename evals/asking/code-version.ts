import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Whatever can change an answer; the evaluation itself grades answers and does not change them. */
const PARTS = ["src", "prompts", "models", "package-lock.json"] as const;

/** Changes with every file that Konsil answers with: source, prompts, model and the versions of its packages. */
export function codeVersion(root = ROOT): string {
  const hash = createHash("sha256");
  for (const file of PARTS.flatMap((part) => filesOf(root, part)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesOf(root: string, part: string): string[] {
  if (path.extname(part) !== "") return [part];
  return readdirSync(path.join(root, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
