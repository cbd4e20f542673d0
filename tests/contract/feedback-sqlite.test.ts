import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSqliteFeedbackBook } from "../../src/adapters/feedback-sqlite.js";
import { startChild } from "../behaviour/child.js";
import { feedbackBookConformance, feedbackRecord } from "./feedback-book.js";

const CHILD = fileURLToPath(new URL("feedback-child.ts", import.meta.url));

const makeFolder = () => mkdtempSync(join(tmpdir(), "konsil-feedback-"));

feedbackBookConformance("the feedback in SQLite", async () => {
  const folder = makeFolder();
  let current = createSqliteFeedbackBook({ folder });
  return {
    book: current,
    async reopen() {
      await current.close();
      current = createSqliteFeedbackBook({ folder });
      return current;
    },
    async dispose() {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe("the feedback database", () => {
  let folder: string;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const idsIn = async (): Promise<string[]> => {
    const book = createSqliteFeedbackBook({ folder });
    const { feedback } = await book.read({ limit: 1000 });
    await book.close();
    return feedback.map(({ id }) => id);
  };

  it("is made with the first feedback, not before", async () => {
    const data = join(folder, "data");
    const book = createSqliteFeedbackBook({ folder: data });
    expect(readdirSync(folder)).toEqual([]);
    await book.add(feedbackRecord(1));
    expect(readdirSync(data)).toContain("feedback.db");
    await book.close();
  });

  it("may be open twice, and each sees what the other adds", async () => {
    const [one, other] = [createSqliteFeedbackBook({ folder }), createSqliteFeedbackBook({ folder })];
    await one.add(feedbackRecord(1));
    expect(await other.add({ ...feedbackRecord(2), answerId: "ans_1" })).toMatchObject({ added: false });
    await other.add(feedbackRecord(3));
    expect((await one.read()).feedback.map(({ id }) => id)).toEqual(["fb_1", "fb_3"]);
    await Promise.all([one.close(), other.close()]);
  });

  it("has what two processes added at the same time, also when both are killed", async () => {
    const children = ["1000", "2000"].map((first) =>
      startChild([process.execPath, "--import", "tsx", CHILD, folder, first]),
    );
    const told = await Promise.all(
      children.map(async (child) => {
        const heard: unknown[] = [];
        for await (const message of child.messages) {
          heard.push(message);
          if (heard.length === 20) child.process.kill("SIGKILL");
        }
        await child.ended;
        return heard;
      }),
    );
    const kept = await idsIn();
    expect(kept).toEqual(expect.arrayContaining(told.flat()));
    // The last one of each may have been kept without being told of any more.
    expect(kept.length).toBeLessThanOrEqual(told.flat().length + children.length);
  }, 30_000);

  it("names a file that is no database of feedback, and changes nothing in it", async () => {
    const file = join(folder, "feedback.db");
    const foreign = new Database(file);
    foreign.exec("CREATE TABLE invoices (number INTEGER)");
    foreign.close();
    const damaged = { code: "storage_damaged", message: expect.stringContaining("feedback.db is damaged") };
    await expect(createSqliteFeedbackBook({ folder }).read()).rejects.toMatchObject(damaged);
    rmSync(file);
    const noise = "no database at all ".repeat(100);
    writeFileSync(file, noise);
    await expect(createSqliteFeedbackBook({ folder }).add(feedbackRecord(1))).rejects.toMatchObject(damaged);
    expect(readFileSync(file, "utf8")).toBe(noise);
  });

  it("keeps a verdict on an answer of an earlier version, whose form is no longer known", async () => {
    const book = createSqliteFeedbackBook({ folder });
    await book.add(feedbackRecord(1));
    const database = new Database(join(folder, "feedback.db"));
    const old = JSON.stringify({ ...feedbackRecord(1), answer: { id: "ans_1", text: "Seit 2019." } });
    database.prepare("UPDATE feedback SET record = ?").run(old);
    database.close();
    expect((await book.read()).feedback).toEqual([feedbackRecord(1)]);
    await book.close();
  });

  it("leaves the database of a newer version alone", async () => {
    const book = createSqliteFeedbackBook({ folder });
    await book.add(feedbackRecord(1));
    await book.close();
    const newer = new Database(join(folder, "feedback.db"));
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    const refusal = { code: "storage_unavailable", message: expect.stringContaining("newer version") };
    await expect(createSqliteFeedbackBook({ folder }).read()).rejects.toMatchObject(refusal);
  });

  it("says that a folder cannot be used", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const book = createSqliteFeedbackBook({ folder: join(file, "data") });
    await expect(book.add(feedbackRecord(1))).rejects.toMatchObject({ code: "storage_unavailable" });
  });

  it("takes nothing any more when it is closed", async () => {
    const book = createSqliteFeedbackBook({ folder });
    await book.close();
    await expect(book.add(feedbackRecord(1))).rejects.toMatchObject({ code: "storage_unavailable" });
  });
});
