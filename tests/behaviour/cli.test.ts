import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import picocolors from "picocolors";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createSqliteFeedbackBook } from "../../src/adapters/feedback-sqlite.js";
import { readLines } from "../../src/channels/cli/lines.js";
import type { Terminal } from "../../src/channels/cli/terminal.js";
import { runCommand } from "../../src/cli.js";
import { answerSchema, foundPassageSchema } from "../../src/contracts/answer.js";
import { documentSchema } from "../../src/contracts/document.js";
import { problemSchema } from "../../src/contracts/errors.js";
import { feedbackRecordSchema } from "../../src/contracts/feedback.js";
import { feedbackRecord } from "../contract/feedback-book.js";
import { ANSWER } from "../fakes/http-parts.js";
import { createWorkspace } from "./sample-corpus.js";

const workspace = createWorkspace();

beforeAll(() => {
  vi.stubEnv("KONSIL_CORPUS", workspace.corpus);
  vi.stubEnv("KONSIL_DATA", workspace.data);
});

afterAll(() => {
  vi.unstubAllEnvs();
  workspace.remove();
});

/** Runs one command on the real parts, and tells what it wrote. */
async function konsil(argv: readonly string[], { stdin = "", signal = new AbortController().signal } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  let pieces = "";
  const terminal: Terminal = {
    out(line) {
      out.push(pieces + line);
      pieces = "";
    },
    write: (text) => {
      pieces += text;
    },
    json: (value) => void out.push(JSON.stringify(value)),
    err: (line) => void err.push(line),
    status: () => undefined,
    errIsScreen: false,
    colors: picocolors.createColors(false),
    readStdin: async () => stdin,
    readLines: () => readLines({ input: Readable.from([stdin]), output: new PassThrough() }),
    signal,
  };
  const code = await runCommand(argv, terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** The one JSON object that a command printed. */
function parsed<Schema extends z.ZodType>(schema: Schema, out: string): z.output<Schema> {
  return schema.parse(JSON.parse(out));
}

const QUESTION = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?";

describe("konsil ask", () => {
  it("reads the corpus first when the library is empty, and prints the answer with its sources", async () => {
    const { code, out, err } = await konsil(["ask", QUESTION]);
    expect(err).toContain("Reading the corpus for the first time");
    expect(code).toBe(0);
    expect(out).toMatch(/3\. März 2024.*\[1\]/);
    expect(out).toMatch(
      /\[1\] “.*3\. März 2024.*”\n {4}Klinikum Lindental · .* · 2024-03-03\n {4}lindental, characters/,
    );
  });

  it("prints one Answer with --json, and is quiet about a library that is ready", async () => {
    const { code, out, err } = await konsil(["ask", "--json", QUESTION]);
    const answer = parsed(answerSchema, out);
    expect([code, err, answer.status]).toEqual([0, "", "answered"]);
    expect(answer.citations[0]?.documentId).toBe("lindental");
  });

  it("takes the question unquoted and from standard input alike", async () => {
    const unquoted = await konsil(["ask", "--json", ...QUESTION.split(" ")]);
    const piped = await konsil(["ask", "--json", "-"], { stdin: `${QUESTION}\n` });
    expect(parsed(answerSchema, piped.out).answer).toBe(parsed(answerSchema, unquoted.out).answer);
  });

  it("answers in the language that is asked for", async () => {
    const { out } = await konsil(["ask", "--json", "--language", "en", QUESTION]);
    expect(parsed(answerSchema, out).language).toBe("en");
  });

  it("abstains with exit code 3 when the documents do not say it", async () => {
    const { code, out } = await konsil(["ask", "--json", "Wie hoch ist der Eiffelturm in Paris?"]);
    expect(code).toBe(3);
    expect(parsed(answerSchema, out)).toMatchObject({ status: "abstained", citations: [] });
  });

  it("finds no answer outside the documents that a filter leaves", async () => {
    const { out } = await konsil(["ask", "--json", "--document", "harrow", QUESTION]);
    const answer = parsed(answerSchema, out);
    expect(answer.citations.filter((citation) => citation.documentId !== "harrow")).toEqual([]);
  });
});

describe("konsil chat", () => {
  const followed = `${QUESTION}\n\nUnd wie lange läuft die Partnerschaft?\n`;

  it("answers line by line, each with what was said before in mind", async () => {
    const { code, out } = await konsil(["chat"], { stdin: followed });
    expect(code).toBe(0);
    expect(out).toMatch(/3\. März 2024.*\[1\]\n\n\[1\] “.*3\. März 2024.*”\n {4}Klinikum Lindental/);
    expect(out).toMatch(/acht Jahren/);
  });

  it("forgets what was said when told to, and ends where it is told to", async () => {
    const stdin = `${QUESTION}\n/new\nUnd wie lange läuft die Partnerschaft?\n/help\n/wrong\n/quit\n${QUESTION}\n`;
    const { code, out, err } = await konsil(["chat", "--json", "--language", "en"], { stdin });
    const answers = out.split("\n").map((line) => parsed(answerSchema, line));
    expect(code).toBe(0);
    expect(answers.map(({ status, language }) => [status, language])).toEqual([
      ["answered", "en"],
      ["abstained", "en"],
    ]);
    expect(err).toContain("/new");
    expect(err).toContain("There is no /wrong");
  });

  it("tells the problem in the place of an answer, and goes on", async () => {
    const { code, out } = await konsil(["chat", "--json"], { stdin: `${"a ".repeat(2000)}\n${QUESTION}` });
    const [problem = "", answer = "", ...more] = out.split("\n");
    expect(parsed(z.strictObject({ problem: problemSchema }), problem).problem.code).toBe("invalid_request");
    expect(parsed(answerSchema, answer).status).toBe("answered");
    expect([code, more]).toEqual([0, []]);
  });

  it("is stopped from outside, also in the middle of an answer", async () => {
    const { code } = await konsil(["chat"], { stdin: followed, signal: AbortSignal.abort() });
    expect(code).toBe(130);
  });
});

describe("konsil search", () => {
  it("prints ranked passages, no more than asked for", async () => {
    const { code, out } = await konsil(["search", "--json", "--limit", "1", "portable ultrasound heart failure"]);
    const { passages } = parsed(z.strictObject({ passages: z.array(foundPassageSchema) }), out);
    expect(code).toBe(0);
    expect(passages.map((passage) => passage.documentId)).toEqual(["harrow"]);
  });

  it("keeps to the filter", async () => {
    const { out } = await konsil(["search", "--json", "--after", "2025-01-01", "Partnerschaft"]);
    const { passages } = parsed(z.object({ passages: z.array(foundPassageSchema) }), out);
    expect(new Set(passages.map((passage) => passage.documentId))).toEqual(new Set(["harrow"]));
  });

  it("shows text and place to a person", async () => {
    const { out } = await konsil(["search", "Schulungszentrum"]);
    expect(out).toContain("ein Schulungszentrum für Pflegekräfte");
    expect(out).toMatch(/lindental, characters \d+ to \d+/);
  });
});

describe("konsil documents", () => {
  it("lists what is there, as a table and as JSON", async () => {
    const table = await konsil(["documents"]);
    expect(table.out.split("\n").map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ["harrow", "2025-09-15", "en"],
      ["lindental", "2024-03-03", "de"],
    ]);
    const { out } = await konsil(["documents", "--json", "--partner", "Aurora Medtech"]);
    const { documents } = parsed(z.object({ documents: z.array(documentSchema) }), out);
    expect(documents.map((document) => document.id)).toEqual(["lindental"]);
  });
});

describe("konsil ingest and remove", () => {
  it("takes files in, tells which ones failed and why, and removes by id", async () => {
    const folder = join(workspace.folder, "more");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "note.md"),
      "# Notiz\n\nDie Klinik Seeblick eröffnete am 1. Mai 2023 ein Herzzentrum.\n",
    );
    writeFileSync(join(folder, "empty.md"), "");
    const ingested = await konsil(["ingest", folder]);
    expect(ingested.code).toBe(1);
    expect(ingested.out).toMatch(/^1 added, 0 updated, 0 unchanged, 0 removed, 1 failed\n {2}\S*empty\.md: ./);

    const again = await konsil(["ingest", "--json", join(folder, "note.md")]);
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { added: [], unchanged: ["note"], failed: [] }]);

    const removed = await konsil(["remove", "--json", "note", "nothing"]);
    expect([removed.code, JSON.parse(removed.out)]).toEqual([1, { removed: ["note"], missing: ["nothing"] }]);
    expect((await konsil(["documents"])).out).not.toContain("note");
  });

  it("reads a document from standard input under the name it is given", async () => {
    const stdin = "# Stiftung\n\nDie Stiftung Morgenrot fördert seit 2019 die Klinik Seeblick.\n";
    const { code, out } = await konsil(["ingest", "--json", "--name", "stiftung.md", "-"], { stdin });
    expect([code, JSON.parse(out)]).toMatchObject([0, { added: ["stiftung"] }]);
    expect((await konsil(["remove", "stiftung"])).code).toBe(0);
  });

  it("refuses addresses in clear words", async () => {
    const { code, err } = await konsil(["ingest", "https://example.org/news.html"]);
    expect([code, err]).toEqual([2, expect.stringContaining("not in this version")]);
  });

  it("names a path that is not there", async () => {
    const { code, err } = await konsil(["ingest", join(workspace.folder, "nowhere.md")]);
    expect([code, err]).toEqual([1, expect.stringContaining("nowhere.md")]);
  });
});

describe("konsil export", () => {
  it("writes what LangChain's own loader reads", async () => {
    const folder = join(workspace.folder, "exported");
    const { code, out } = await konsil(["export", "--json", "--format", "langchain", folder]);
    const report = parsed(z.object({ passages: z.int().positive() }), out);
    expect([code, readdirSync(folder).sort()]).toEqual([0, ["args.json", "docstore.json", "hnswlib.index"]]);
    const entries: unknown = JSON.parse(readFileSync(join(folder, "docstore.json"), "utf8"));
    expect(entries).toHaveLength(report.passages);
  });
});

describe("konsil export feedback", () => {
  const receipts = z.object({ feedback: z.array(feedbackRecordSchema), nextCursor: z.null() });

  beforeAll(async () => {
    const book = createSqliteFeedbackBook({ folder: workspace.data });
    await book.add(feedbackRecord(1, { documents: ["lindental"], answer: { ...ANSWER, id: "ans_1" } }));
    await book.add(
      feedbackRecord(2, { verdict: "wrong", comment: "Zwei\nZeilen", documents: ["gone"], answer: ANSWER }),
    );
    await book.add(feedbackRecord(3, { answerId: "ans_1", verdict: "incomplete" }));
    await book.close();
    await konsil(["ingest", workspace.corpus]);
  });

  const idsIn = (lines: string) =>
    lines
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => feedbackRecordSchema.parse(JSON.parse(line)).id);

  it("prints a JSON object a line, oldest first, the last verdict of each answer", async () => {
    const { code, out, err } = await konsil(["export", "feedback"]);
    expect([code, err, idsIn(out)]).toEqual([0, "", ["fb_2", "fb_3"]]);
    expect(idsIn((await konsil(["export", "feedback", "--all"])).out)).toEqual(["fb_1", "fb_2", "fb_3"]);
  });

  it("leaves out what was quoted from documents that the library does not have", async () => {
    const { out } = await konsil(["export", "feedback", "--all", "--json"]);
    const { feedback } = parsed(receipts, out);
    expect(feedback.map(({ answer }) => answer?.id ?? null)).toEqual(["ans_1", null, null]);
  });

  it("starts at a date, and writes a file whole", async () => {
    const file = join(workspace.folder, "feedback.jsonl");
    writeFileSync(file, "old");
    expect(await konsil(["export", "feedback", "--since", "2026-01-02", "--out", file])).toMatchObject({
      code: 0,
      out: `0 records in ${file}`,
    });
    expect(readFileSync(file, "utf8")).toBe("");
    await konsil(["export", "feedback", "--since", "2026-01-01T12:02:30Z", "--out", file]);
    expect(idsIn(readFileSync(file, "utf8"))).toEqual(["fb_3"]);
    expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it.each([[["--since", "yesterday"]], [["--out", join("no", "such", "folder", "x.jsonl")]], [["--nonsense"]]])(
    "calls mistake %# wrong use",
    async (argv) => {
      expect(await konsil(["export", "feedback", ...argv])).toMatchObject({ code: 2, out: "" });
    },
  );

  it("survives the library: a removed and rebuilt index keeps it", async () => {
    for (const name of readdirSync(workspace.data)) {
      if (!name.startsWith("feedback.db")) rmSync(join(workspace.data, name), { recursive: true });
    }
    expect(idsIn((await konsil(["export", "feedback"])).out)).toEqual(["fb_2", "fb_3"]);
    expect((await konsil(["ask", QUESTION])).code).toBe(0);
  });
});

describe("konsil doctor", () => {
  it("finds a working installation well", async () => {
    const { code, out } = await konsil(["doctor", "--json"]);
    const report = parsed(
      z.object({ healthy: z.boolean(), checks: z.array(z.looseObject({ name: z.string() })) }),
      out,
    );
    expect([code, report.healthy]).toEqual([0, true]);
    expect(report.checks.map((check) => check.name)).toEqual([
      "node",
      "configuration",
      "access",
      "corpus",
      "data folder",
      "native modules",
      "model",
      "database",
      "index",
    ]);
  });

  it("says what is wrong and what to do, and fails", async () => {
    vi.stubEnv("KONSIL_PORT", "many");
    const { code, out } = await konsil(["doctor"]);
    vi.stubEnv("KONSIL_PORT", "");
    expect(code).toBe(1);
    expect(out).toMatch(/failed {3}configuration: KONSIL_PORT was given "many".*\n {9}Correct the variables/);
  });

  it("leaves nothing behind where there is no data yet", async () => {
    const untouched = join(workspace.folder, "untouched");
    const { code, out } = await konsil(["doctor", "--data", untouched]);
    expect([code, existsSync(untouched)]).toEqual([0, false]);
    expect(out).toContain("made at the first use");
  });
});

describe("the command line", () => {
  it.each([
    [["ask"]],
    [["ask", "--language", "fr", "x"]],
    [["search", "--limit", "0", "x"]],
    [["search", "--after", "yesterday", "x"]],
    [["ask", "   "]],
    [["ask", "x".repeat(2001)]],
    [["nonsense"]],
    [["documents", "--nonsense"]],
    [["ask", "-"]],
  ])("calls mistake %# wrong use: exit code 2, a reason, nothing on standard output", async (argv) => {
    const { code, out, err } = await konsil(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toBe("");
  });

  it("tells a failure as one JSON object too with --json", async () => {
    const { code, out } = await konsil(["ask", "--json", "   "]);
    const { problem } = parsed(z.strictObject({ problem: problemSchema }), out);
    expect([code, problem.code]).toEqual([2, "invalid_request"]);
  });

  it("helps with exit code 0", async () => {
    const { code, out } = await konsil(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/serve[\s\S]*ingest[\s\S]*ask[\s\S]*search[\s\S]*documents[\s\S]*remove[\s\S]*doctor/);
  });

  it("prints its version", async () => {
    expect(await konsil(["--version"])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  it("stops with exit code 130 when it is interrupted", async () => {
    const { code } = await konsil(["ask", QUESTION], { signal: AbortSignal.abort() });
    expect(code).toBe(130);
  });
});
