import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import { answerSchema } from "../../src/contracts/answer.js";
import { createWorkspace } from "./sample-corpus.js";

const START = join(PACKAGE_ROOT, "scripts", "start.mjs");
const KONSIL = join(PACKAGE_ROOT, "scripts", "konsil.mjs");

const workspace = createWorkspace();
const running: ChildProcess[] = [];

/** For one step of one process; on a busy disk a start, which reads hundreds of files, has been seen to take a minute. */
const STEP_MS = 150_000;
/** For the few processes that one test starts one after the other. */
const TEST_MS = 3 * STEP_MS;

interface Run {
  readonly process: ChildProcess;
  /** The next line of standard output; null at its end. */
  nextLine(): Promise<string | null>;
  readonly stderr: Promise<string>;
  readonly exited: Promise<number | null>;
}

/** Starts a script as a user would, with nothing of our environment but the path. */
function run(script: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const own = { KONSIL_CORPUS: workspace.corpus, KONSIL_DATA: workspace.data, KONSIL_PORT: "0", KONSIL_LOG: "warn" };
  const child = spawn(process.execPath, [script, ...args], {
    cwd: workspace.folder,
    env: { PATH: process.env.PATH, ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const name = [script, ...args].join(" ");
  const step = <T>(awaited: string, promise: Promise<T>) =>
    within(promise, () => `${name}: no ${awaited}; it said: ${said || "nothing"}`);
  const exited = once(child, "exit").then(([code]) => code);
  return {
    process: child,
    nextLine: async () => {
      const next = await step("line", lines.next());
      return next.done ? null : next.value;
    },
    stderr: text(child.stderr),
    get exited() {
      return step("end", exited);
    },
  };
}

/** Rejects with what is known when a step takes too long, where the test's own time limit would say nothing. */
async function within<T>(promise: Promise<T>, report: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(report())), STEP_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function urlOf(server: Run): Promise<string> {
  const line = await server.nextLine();
  return /^Konsil listens on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line ?? "")?.[1] ?? expect.unreachable(`${line}`);
}

// The first start of all builds dist/ where it is not current.
beforeAll(async () => {
  expect(await run(KONSIL, ["--version"]).exited).toBe(0);
}, TEST_MS);

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

afterAll(() => workspace.remove());

describe("the server", { timeout: TEST_MS }, () => {
  it("listens, reads the corpus, answers, and ends with 0 on SIGTERM", async () => {
    const server = run(START, []);
    const url = await urlOf(server);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await server.nextLine()).toMatch(/^Ready: 2 documents, \d+ passages$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const response = await fetch(`${url}/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        question: "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?",
      }),
    });
    expect(answerSchema.parse(await response.json()).answer).toContain("3. März 2024");

    server.process.kill("SIGTERM");
    expect(await server.exited).toBe(0);
  });

  it("follows the corpus folder from one start to the next", async () => {
    const extra = join(workspace.corpus, "extra.md");
    writeFileSync(extra, "# Seeblick\n\nDie Klinik Seeblick eröffnete am 1. Mai 2023 ein Herzzentrum.\n");
    const second = run(START, []);
    await urlOf(second);
    expect(await second.nextLine()).toMatch(/^Ready: 3 documents/);
    second.process.kill("SIGINT");
    expect(await second.exited).toBe(0);

    rmSync(extra);
    const third = run(START, []);
    await urlOf(third);
    expect(await third.nextLine()).toMatch(/^Ready: 2 documents/);
  });

  it("refuses a data folder that another server uses", async () => {
    const first = run(START, []);
    await urlOf(first);
    const second = run(START, []);
    expect(await second.exited).toBe(1);
    expectOneLine(await second.stderr, /another konsil server/i);
  });

  it("lets the command line ask and ingest beside it, and finds what came in", async () => {
    const server = run(START, []);
    const url = await urlOf(server);
    await server.nextLine();
    const file = join(workspace.folder, "beside.md");
    writeFileSync(file, "# Beside\n\nThe Copperfield Institute opened a sleep laboratory on June 4, 2022.\n");
    expect(await run(KONSIL, ["ingest", file]).exited).toBe(0);
    const response = await fetch(`${url}/v1/documents`);
    expect(await response.text()).toContain('"id":"beside"');
    expect(await run(KONSIL, ["remove", "beside"]).exited).toBe(0);
    expect((await fetch(`${url}/v1/documents/beside`)).status).toBe(404);
  });
});

describe("a start that cannot succeed", { timeout: TEST_MS }, () => {
  it("names a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const server = run(START, [], { KONSIL_PORT: port });
    expect(await server.exited).toBe(1);
    expectOneLine(await server.stderr, new RegExp(port));
    other.close();
  });

  it("names every mistake of the configuration, with exit code 2", async () => {
    const server = run(START, [], { KONSIL_PORT: "many", KONSIL_LOG: "loud" });
    expect(await server.exited).toBe(2);
    expect(await server.stderr).toMatch(/KONSIL_PORT was given "many"[\s\S]*KONSIL_LOG was given "loud"/);
    expect(await server.nextLine()).toBe(null);
  });

  it("names a model that is not there", async () => {
    const server = run(START, [], { KONSIL_EMBEDDER: join(workspace.folder, "no-model") });
    expect(await server.exited).toBe(1);
    expectOneLine(await server.stderr, /model no-model/);
  });

  it("names a corpus folder that is not there, and keeps what it had of it", async () => {
    const server = run(START, [], { KONSIL_CORPUS: join(workspace.folder, "unmounted") });
    expect(await server.exited).toBe(2);
    expectOneLine(await server.stderr, /KONSIL_CORPUS.*unmounted/);
  });

  it("names a data folder that is a file", async () => {
    const file = join(workspace.folder, "occupied");
    writeFileSync(file, "");
    const server = run(START, [], { KONSIL_DATA: file });
    expect(await server.exited).toBe(1);
    expectOneLine(await server.stderr, /data folder/);
  });
});

describe("konsil serve", { timeout: TEST_MS }, () => {
  it("takes its data folder and port from the command line, and starts without a corpus", async () => {
    const server = run(KONSIL, ["serve", "--data", "elsewhere/data", "--port", "0"], { KONSIL_CORPUS: "" });
    await urlOf(server);
    expect(await server.nextLine()).toBe("Ready: 0 documents, 0 passages");
    server.process.kill("SIGTERM");
    expect(await server.exited).toBe(0);
  });
});

describe("the .env file of the working directory", { timeout: TEST_MS }, () => {
  it("is read, and gives way to the environment", async () => {
    const file = join(workspace.folder, ".env");
    writeFileSync(file, "KONSIL_WRITER=nobody\n");
    const fromFile = run(KONSIL, ["documents"]);
    expect(await fromFile.exited).toBe(2);
    expectOneLine(await fromFile.stderr, /KONSIL_WRITER was given "nobody"/);
    expect(await run(KONSIL, ["documents"], { KONSIL_WRITER: "extract" }).exited).toBe(0);
    rmSync(file);
  });
});

/** One message for the operator, and no stack below it. */
function expectOneLine(stderr: string, message: RegExp): void {
  const lines = stderr.trim().split("\n");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(message);
}
