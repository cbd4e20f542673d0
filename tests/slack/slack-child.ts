/**
 * A bot in a process of its own, for tests that end it: `slack-child.ts <Web API> <data folder>`. It connects over a
 * WebSocket, answers from a quick asker whose sentences take a moment, and says on standard output when it is ready.
 */
import { writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { openSqliteSlackInbox } from "../../src/adapters/slack-inbox-sqlite.js";
import { createSlackBot } from "../../src/channels/slack/bot.js";
import { createLog } from "../../src/observe/log.js";
import { makeLibrary } from "../fakes/http-parts.js";
import { TOKENS } from "../fakes/slack-server.js";
import { createQuickAsker } from "./quick-asker.js";

const [url = "", folder = ""] = process.argv.slice(2);

async function* pieces(answer: string) {
  const middle = answer.length / 2;
  yield answer.slice(0, middle);
  await setImmediate();
  yield answer.slice(middle);
}

const bot = createSlackBot({
  url,
  botToken: TOKENS.bot,
  way: { kind: "socket", appToken: TOKENS.app },
  asker: createQuickAsker({ pieces, prefix: `ans_${process.pid}-` }),
  library: makeLibrary(new Map()),
  feedback: { give: () => Promise.reject(new Error("unused")) },
  inbox: await openSqliteSlackInbox({ folder }),
  log: createLog({ level: "silent" }),
});
await bot.connect();
bot.begin();
writeSync(1, `${JSON.stringify({ ready: true })}\n`);
