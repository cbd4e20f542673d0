import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineOf, makeKey } from "../../src/channels/http/key-file.js";
import { createClient } from "../../src/client/client.js";
import { readConfig } from "../../src/config.js";
import { type RunningServer, startServer } from "../../src/server.js";
import { createWorkspace } from "../behaviour/sample-corpus.js";

const QUESTION = { question: "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?" };

/** One server after the other, on the same data folder, with a file of keys. */
describe("a running server with keys and limits", { timeout: 120_000 }, () => {
  const workspace = createWorkspace();
  const file = join(workspace.folder, "keys.yaml");
  const [asking, changing, later] = [makeKey("reader", "ask"), makeKey("nightly", "admin"), makeKey("later", "ask")];
  let server: RunningServer;

  const write = (...keys: readonly ReturnType<typeof makeKey>[]) => {
    writeFileSync(`${file}.new`, keys.map(({ entry }) => `${lineOf(entry)}\n`).join(""));
    renameSync(`${file}.new`, file);
  };
  async function start(env: Record<string, string> = {}): Promise<void> {
    const { corpus, data } = workspace;
    const config = readConfig({
      ...{ KONSIL_CORPUS: corpus, KONSIL_DATA: data, KONSIL_PORT: "0", KONSIL_LOG: "silent", KONSIL_KEYS_FILE: file },
      ...env,
    });
    const nothing = () => undefined;
    server = await startServer(config, { out: nothing, err: nothing, progress: nothing });
    await server.ready;
  }
  const as = ({ key }: { readonly key: string }) => createClient({ url: server.url, key });

  beforeAll(async () => {
    write(asking, changing);
    await start();
  }, 120_000);
  afterAll(async () => {
    await server.close();
    workspace.remove();
  });

  it("answers many questions at once, one of which is none", async () => {
    const answers = await as(asking).askBatch([QUESTION, { question: "Was kostet ein Kilo Äpfel?" }, { question: "" }]);
    expect(answers).toMatchObject([
      { status: "answered", citations: [{ documentId: "lindental" }] },
      { status: "abstained" },
      { problem: { status: 422 } },
    ]);
  });

  it("takes up new keys and lets go of old ones while it runs", async () => {
    await expect(as(later).ask(QUESTION)).rejects.toMatchObject({ code: "unauthorized" });
    write(later, changing);
    expect((await as(later).ask(QUESTION)).status).toBe("answered");
    await expect(as(asking).ask(QUESTION)).rejects.toMatchObject({ code: "unauthorized" });
    await expect(as(later).removeDocument("harrow")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("gives the first answer again after a restart", async () => {
    const upload = { text: "Das Klinikum Seeblick hat 2025 eine Kinderklinik eröffnet.", id: "seeblick" };
    const idempotencyKey = "nightly-2026-02-09";
    const first = await as(changing).addDocument(upload, { idempotencyKey });
    await server.close();
    await start({ KONSIL_RATE_LIMIT: "2/hour" });
    expect(await as(changing).addDocument(upload, { idempotencyKey })).toEqual(first);
    await expect(as(changing).addDocument({ text: "Anderes." }, { idempotencyKey })).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
  });

  it("holds each key to the limit, and says when there is more", async () => {
    const konsil = as(later);
    await konsil.search({ query: "Partnerschaft" });
    await konsil.search({ query: "Partnerschaft" });
    const refused = konsil.search({ query: "Partnerschaft" });
    await expect(refused).rejects.toMatchObject({ code: "rate_limited", status: 429 });
    const { retryAfter } = await refused.catch((error: unknown) => Object(error));
    expect(retryAfter).toBeGreaterThan(60);
    expect(retryAfter).toBeLessThanOrEqual(1800);
  });

  it("does not start with a file of keys that is not valid", async () => {
    await server.close();
    writeFileSync(file, "- { name: reader, role: ask, sha256: short }\n");
    await expect(start()).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("key 1, sha256"),
    });
    write(asking);
    await start();
    expect((await as(asking).ask(QUESTION)).status).toBe("answered");
  });
});
