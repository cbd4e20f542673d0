import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "./config.js";
import { readPrompts } from "./prompts.js";

const folders: string[] = [];

/** A copy of the prompts in which one file is changed. */
function changed(name: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "konsil-prompts-"));
  folders.push(folder);
  cpSync(join(PACKAGE_ROOT, "prompts"), folder, { recursive: true });
  const file = join(folder, `${name}.md`);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("the prompts", () => {
  it("are named by what they hold: another content is another version, line ends apart", () => {
    const { answer, standaloneQuestion } = readPrompts();
    expect(answer.version).toMatch(/^answer@[0-9a-f]{8}$/);
    expect(standaloneQuestion.version).toMatch(/^standalone-question@[0-9a-f]{8}$/);
    expect(readPrompts(changed("answer", (text) => text.replaceAll("\n", "\r\n"))).answer.version).toBe(answer.version);
    expect(readPrompts(changed("answer", (text) => `${text}.`)).answer.version).not.toBe(answer.version);
  });

  it("are refused when a part or a placeholder is missing or unknown, and told which", () => {
    const without = changed("answer", (text) => text.replace("{{sources}}", ""));
    expect(() => readPrompts(without)).toThrow(/answer\.md is not complete: .*"user" has to hold .*\{\{sources\}\}/);
    const more = changed("standalone-question", (text) => `${text}\n## example\n\nOne.`);
    expect(() => readPrompts(more)).toThrow(/standalone-question\.md .*nothing reads the part "example"/);
    const misspelt = changed("answer", (text) => text.replace("## again", "## agian"));
    expect(() => readPrompts(misspelt)).toThrow(/"again".*"agian"|"agian".*"again"/);
    expect(() => readPrompts(join(tmpdir(), "konsil-no-such-folder"))).toThrow("The prompt answer.md cannot be read");
  });
});
