import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSqliteFeedbackBook } from "../../src/adapters/feedback-sqlite.js";
import { feedbackRecord } from "../contract/feedback-book.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const GUIDE = readFileSync(path.join(ROOT, "docs/evals.md"), "utf8");

interface Block {
  readonly language: string;
  /** What stands behind the language: a file's path, or what a script is for. */
  readonly label: string;
  readonly content: string;
}

/** The blocks of the guide in their order, what is typed into a command (a comment that nobody sees) included. */
const BLOCKS: readonly Block[] = [
  ...GUIDE.matchAll(
    /^(?:```(?<language>\w+) ?(?<label>.*)\n(?<content>[\s\S]*?)^```|<!-- input\n(?<typed>[\s\S]*?)^-->)$/gm,
  ),
].map(({ groups = {} }) => ({
  language: groups.typed === undefined ? (groups.language ?? "") : "input",
  label: groups.label ?? "",
  content: groups.typed ?? groups.content ?? "",
}));

/** Every script with what is typed into it, and what the guide shows of its output. */
const SCRIPTS = BLOCKS.flatMap((block, at) => {
  if (block.language !== "sh") return [];
  const [before, after] = [BLOCKS[at - 1], BLOCKS[at + 1]];
  return {
    script: block.content,
    typed: before?.language === "input" ? before.content : "",
    shown: after?.language === "text" ? after.content.split("\n").filter((line) => !/^…?$/.test(line.trim())) : [],
  };
});

describe("the guide to an evaluation of one's own", () => {
  let folder: string;

  /** As a reader runs it, beside a checkout: with the folder in place of `../acme`, and packages that are installed. */
  function run(script: string, typed: string) {
    const here = script
      .replaceAll("../acme", folder)
      .replaceAll("npm run -s konsil --", `"${process.execPath}" --import tsx src/cli.ts`)
      .replace(/^(?:cd konsil|npm ci)$/gm, "");
    const env = {
      ...process.env,
      KONSIL_DATA: path.join(folder, "data"),
      KONSIL_CORPUS: path.join(folder, "documents"),
    };
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", here], {
      cwd: ROOT,
      input: typed,
      env,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "konsil-guide-"));
    for (const { label, content } of BLOCKS.filter((block) => block.label.startsWith("../acme/"))) {
      const file = label.replace("../acme", folder);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const question = "What share of the nurses and physicians said that planning takes less time?";
    const book = createSqliteFeedbackBook({ folder: path.join(folder, "data") });
    await book.add(feedbackRecord(1, { verdict: "wrong", question }));
    await book.close();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows commands, files and what is typed", () => {
    expect(SCRIPTS.length).toBeGreaterThan(5);
    expect(SCRIPTS.filter(({ typed }) => typed !== "")).toHaveLength(1);
    expect(BLOCKS.filter(({ label }) => label.startsWith("../acme/"))).toHaveLength(5);
  });

  it.each(SCRIPTS)("can be followed: $script", { timeout: 300_000 }, ({ script, typed, shown }) => {
    const { status, stdout, stderr } = run(script, typed);
    expect(status, stderr).toBe(0);
    for (const line of shown) expect(stdout).toContain(line);
  });
});
