import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../src/config.js";

/** The code blocks of a page below `docs/`, in their order, that are marked with this language. */
export function codeBlocks(page: string, language: string): string[] {
  const text = readFileSync(join(PACKAGE_ROOT, "docs", page), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);
}
