import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Prompt, Prompts } from "./ask/prompt.js";
import { PACKAGE_ROOT } from "./config.js";
import { KonsilError } from "./contracts/errors.js";

/** The parts that each prompt has, and the placeholders that each part must hold, and may hold. */
const EXPECTED = {
  answer: {
    system: ["language"],
    user: ["language", "question", "sources"],
    "user with sources apart": ["language", "question"],
    again: ["language", "reasons"],
  },
  "standalone-question": { system: ["language"], user: ["conversation", "language", "question"] },
} as const;

/** Long enough that two versions of a prompt never share it. */
const VERSION_LENGTH = 8;

/**
 * Reads the prompts of `folder`, by default those of Konsil itself. Throws `invalid_configuration` for one that is missing,
 * and for one in which a part or a placeholder is missing or unknown.
 */
export function readPrompts(folder: string = join(PACKAGE_ROOT, "prompts")): Prompts {
  return {
    answer: readPrompt(folder, "answer"),
    standaloneQuestion: readPrompt(folder, "standalone-question"),
  };
}

function readPrompt(folder: string, name: keyof typeof EXPECTED): Prompt {
  const text = readText(folder, name);
  const sections = text.split(/^## +(.+)$/m).slice(1);
  const headings = sections.filter((_, at) => at % 2 === 0).map((heading) => heading.trim());
  const parts = Object.fromEntries(headings.map((heading, at) => [heading, (sections[at * 2 + 1] ?? "").trim()]));
  const expected: Readonly<Record<string, readonly string[]>> = EXPECTED[name];
  const isRight = (heading: string) => placeholdersOf(parts[heading] ?? "").join() === expected[heading]?.join();
  const all = new Set([...Object.keys(expected), ...headings]);
  const wrong = [...all].filter((heading) => parts[heading] === undefined || !isRight(heading));
  if (wrong.length > 0) {
    const what = wrong.map((heading) => describe(heading, expected[heading])).join("; ");
    throw new KonsilError("invalid_configuration", `The prompt ${name}.md is not complete: ${what}`);
  }
  const hash = createHash("sha256").update(text).digest("hex");
  return { version: `${name}@${hash.slice(0, VERSION_LENGTH)}`, parts };
}

function describe(heading: string, placeholders: readonly string[] | undefined): string {
  if (placeholders === undefined) return `nothing reads the part "${heading}"`;
  return `the part "${heading}" has to hold exactly ${placeholders.map((name) => `{{${name}}}`).join(", ")}`;
}

function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name))].sort();
}

function readText(folder: string, name: string): string {
  try {
    // The same version on every system.
    return readFileSync(join(folder, `${name}.md`), "utf8").replaceAll("\r\n", "\n");
  } catch (cause) {
    throw new KonsilError("invalid_configuration", `The prompt ${name}.md cannot be read`, { cause });
  }
}
