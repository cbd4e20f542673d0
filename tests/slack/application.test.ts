import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSlack } from "../../src/channels/cli/doctor-slack.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/observe/log.js";
import { runSlackBot } from "../../src/open-slack.js";
import { startServer } from "../../src/server.js";
import { createWorkspace, type Workspace } from "../behaviour/sample-corpus.js";
import { readable } from "../fakes/slack-server/blocks.js";
import { BOT } from "../fakes/slack-server/workspace.js";
import { type SlackServer, startSlackServer, TOKENS } from "../fakes/slack-server.js";
import { createSender, directMessage, envelope } from "./sender.js";

const QUESTION = "Wie lange läuft die Partnerschaft des Klinikums Lindental mit Aurora Medtech?";

let slack: SlackServer;
let workspace: Workspace;
beforeEach(async () => {
  slack = await startSlackServer();
  workspace = createWorkspace();
});
afterEach(async () => {
  await slack.close();
  workspace.remove();
});

function configWith(variables: Readonly<Record<string, string>>) {
  const { corpus: KONSIL_CORPUS, data: KONSIL_DATA } = workspace;
  const common = { KONSIL_CORPUS, KONSIL_DATA, KONSIL_SLACK_BOT_TOKEN: TOKENS.bot, KONSIL_SLACK_URL: slack.url };
  return readConfig({ KONSIL_LOG: "silent", ...common, ...variables });
}

/** What is printed, line by line. */
function createOutput() {
  const lines = new PassThrough();
  const reader = createInterface({ input: lines })[Symbol.asyncIterator]();
  const out = (line: string) => void lines.write(`${line}\n`);
  return { output: { out, err: out, progress: () => undefined }, next: async () => (await reader.next()).value };
}

function question() {
  const ts = slack.workspace.write({ channel: "D1", user: "U1", text: QUESTION });
  return { ts, event: envelope(directMessage({ channel: "D1", ts, text: QUESTION })) };
}

/** A request as a proxy passes it on; `fetch` sets the host by itself. */
async function fetchAs(host: string, url: string, { method = "GET", headers, body }: RequestInit): Promise<Response> {
  const fields = { ...Object.fromEntries(new Headers(headers)), host };
  const sent = request(url, { method, headers: fields }).end(body);
  const [received] = (await once(sent, "response")) as [IncomingMessage];
  return new Response(await text(received), { status: received.statusCode ?? 0 });
}

const answers = () => slack.workspace.messages.filter(({ user, streaming }) => user === BOT.user && !streaming);

async function expectTheAnswer(threadTs: string): Promise<void> {
  await expect.poll(answers, { timeout: 20_000 }).toHaveLength(1);
  const [answer] = answers();
  expect(answer).toMatchObject({ threadTs, text: expect.stringContaining("acht Jahre") });
  expect(readable(answer?.blocks ?? [])).toContain("Klinikum Lindental und Aurora Medtech schließen Partnerschaft");
}

describe("Konsil with its real answers", () => {
  it("answers over a WebSocket as `konsil slack`, until it is told to stop", async () => {
    const stopping = new AbortController();
    const { output, next } = createOutput();
    const running = runSlackBot(configWith({ KONSIL_SLACK_APP_TOKEN: TOKENS.app }), output, stopping.signal);
    const { ts, event } = question();
    expect(await slack.sockets.send("events_api", event)).not.toBeNull();
    expect(await next()).toBe("Konsil answers in Slack as konsil in Testraum");
    await expectTheAnswer(ts);
    stopping.abort();
    await running;
  });

  it("answers what Slack sends to the server, under whatever name Slack knows it", async () => {
    const { output } = createOutput();
    const config = configWith({ KONSIL_SLACK_SIGNING_SECRET: TOKENS.signingSecret, KONSIL_PORT: "0" });
    const server = await startServer(config, output);
    const send = createSender((path, init) => fetchAs("konsil.example.org", `${server.url}${path}`, init), Date.now);
    await server.ready;
    const { ts, event } = question();
    expect((await send.json(event)).status).toBe(200);
    expect((await send.json(event, { secret: "forged" })).status).toBe(401);
    await expectTheAnswer(ts);
    await server.close();
  });

  it("leaves the address alone where no signing secret is configured", async () => {
    const { output } = createOutput();
    const server = await startServer(configWith({ KONSIL_SLACK_APP_TOKEN: TOKENS.app, KONSIL_PORT: "0" }), output);
    const send = createSender((path, init) => fetch(`${server.url}${path}`, init), Date.now);
    expect((await send.json(question().event)).status).toBe(404);
    await server.close();
  });
});

describe("konsil doctor", () => {
  const log = createLog({ level: "silent" });

  it("says who the tokens belong to", async () => {
    const { bot: botToken, app: appToken } = TOKENS;
    expect(await checkSlack({ botToken, appToken, url: slack.url }, log)).toMatchObject({
      state: "ok",
      message: "konsil in Testraum",
    });
  });

  it.each([
    ["KONSIL_SLACK_BOT_TOKEN", { botToken: "xoxb-wrong", appToken: null }],
    ["KONSIL_SLACK_APP_TOKEN", { botToken: TOKENS.bot, appToken: "xapp-wrong" }],
  ])("names %s where Slack refuses it", async (variable, tokens) => {
    expect(await checkSlack({ ...tokens, url: slack.url }, log)).toMatchObject({
      state: "failed",
      message: `Slack refuses ${variable}: invalid_auth`,
    });
  });

  it("says that Slack cannot be reached", async () => {
    const check = await checkSlack({ botToken: TOKENS.bot, appToken: null, url: "http://127.0.0.1:9/" }, log);
    expect(check).toMatchObject({ state: "failed", message: "Slack cannot be reached" });
  });
});
