import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSqliteSlackInbox } from "../../src/adapters/slack-inbox-sqlite.js";
import { describeSlackInbox } from "./slack-inbox.js";

const makeFolder = () => mkdtempSync(join(tmpdir(), "konsil slack "));

describeSlackInbox("in SQLite", {
  async open(now) {
    const folder = makeFolder();
    let inbox = await openSqliteSlackInbox({ folder, now });
    return {
      inbox,
      async reopen() {
        await inbox.close();
        inbox = await openSqliteSlackInbox({ folder, now });
        return inbox;
      },
      async remove() {
        await inbox.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});

describe("the Slack inbox in SQLite", () => {
  it("is opened by one process at a time", async () => {
    const folder = makeFolder();
    const inbox = await openSqliteSlackInbox({ folder });
    await expect(openSqliteSlackInbox({ folder })).rejects.toMatchObject({
      code: "data_in_use",
      message: expect.stringContaining("answers Slack"),
    });
    await inbox.close();
    await (await openSqliteSlackInbox({ folder })).close();
    rmSync(folder, { recursive: true });
  });

  it("says that its file is damaged, and leaves it as it is", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "slack.db"), "no database at all, only text".repeat(100));
    await expect(openSqliteSlackInbox({ folder })).rejects.toMatchObject({
      code: "storage_damaged",
      message: expect.stringContaining("slack.db"),
    });
    expect(readFileSync(join(folder, "slack.db"), "utf8")).toMatch(/^no database at all/);
    rmSync(folder, { recursive: true });
  });
});
