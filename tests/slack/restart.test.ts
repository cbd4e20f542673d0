import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { type Child, startChild } from "../behaviour/child.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import { type Fault, type SlackServer, startSlackServer } from "../fakes/slack-server.js";
import { answerText } from "./quick-asker.js";
import { directMessage, envelope } from "./sender.js";

const SCRIPT = fileURLToPath(new URL("slack-child.ts", import.meta.url));
const QUESTIONS = 40;

/** In the middle of which call the process is ended, and whether Slack had done it by then. */
const ENDINGS: readonly (readonly [string, number, Fault])[] = [
  ["chat.startStream", 5, "cut after"],
  ["chat.stopStream", 12, "cut before"],
  ["chat.startStream", 20, "cut before"],
  ["chat.stopStream", 28, "cut after"],
];

const folder = mkdtempSync(join(tmpdir(), "konsil slack "));
let slack: SlackServer;
let child: Child;

afterEach(async () => {
  child.process.kill("SIGKILL");
  await child.ended;
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(): void {
  child = startChild([process.execPath, "--import", "tsx", SCRIPT, slack.url, folder]);
}

describe("a bot that is ended with kill -9 in the middle of answers", () => {
  it("answers every question once, with one message, after it is started again", { timeout: 120_000 }, async () => {
    let kills = 0;
    slack = await startSlackServer({
      fault(method, count) {
        const ending = ENDINGS[kills];
        if (ending === undefined || ending[0] !== method || count < ending[1]) return null;
        kills += 1;
        child.process.kill("SIGKILL");
        void child.ended.then(start);
        return ending[2];
      },
    });
    start();
    const asked = Array.from({ length: QUESTIONS }, (_, number) => {
      const channel = `D${number % 10}`;
      const text = `Frage ${number}?`;
      return { channel, text, ts: slack.workspace.write({ channel, user: "U1", text }) };
    });
    await Promise.all(
      asked.map(async (written) => {
        const event = envelope(directMessage(written));
        for (let retry = 0; (await slack.sockets.send("events_api", event, retry)) === null; ) retry += 1;
      }),
    );
    const ours = () => slack.workspace.messages.filter(({ user }) => user === BOT.user);
    const finished = () => ours().filter(({ streaming, blocks }) => !streaming && blocks.length > 0);
    await expect.poll(() => [kills, finished().length], { timeout: 100_000, interval: 50 }).toEqual([4, QUESTIONS]);
    expect(ours()).toHaveLength(QUESTIONS);
    const answers = ours().map(({ text, threadTs }) => [threadTs, text.replaceAll("\\", "")]);
    expect(answers.sort()).toEqual(asked.map(({ ts, text }) => [ts, answerText(text)]).sort());
  });
});
