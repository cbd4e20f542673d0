import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const POLL_MS = 5;

export interface ServerProcess {
  readonly url: string;
  /** From starting the process to its first line. */
  readonly listeningMs: number;
  /** From starting the process to `/readyz` 200. */
  readonly readyMs: number;
  /** Resident memory now, in MB; null where there is no /proc. */
  residentMb(): number | null;
  /** Posts JSON over one kept connection; gives the parsed body. Throws on any status but 200. */
  post(path: string, body: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the built server on a free port and waits until it is ready. */
export async function startServerProcess(folders: { data: string; corpus: string }): Promise<ServerProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { KONSIL_PORT: "0", KONSIL_DATA: folders.data, KONSIL_CORPUS: folders.corpus, KONSIL_LOG: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const said = text(child.stderr);
  const url = await firstUrl(child.stdout, said);
  const listeningMs = performance.now() - start;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while ((await call(agent, `${url}/readyz`)).status !== 200) await pause(POLL_MS);
  const readyMs = performance.now() - start;

  return {
    url,
    listeningMs,
    readyMs,
    residentMb: () => residentMb(child.pid ?? 0),
    async post(path, body) {
      const { status, text } = await call(agent, url + path, JSON.stringify(body));
      if (status !== 200) throw new Error(`POST ${path} gave ${status}: ${text}`);
      return JSON.parse(text);
    },
    async stop() {
      agent.destroy();
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function firstUrl(stdout: NodeJS.ReadableStream, said: Promise<string>): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    stdout.resume(); // nobody reads the rest
    const url = /^Konsil listens on (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) throw new Error(`unexpected first line: ${line}`);
    return url;
  }
  throw new Error(`the server ended before it listened: ${await said}`);
}

function call(agent: Agent, url: string, body?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const sent = request(url, { agent, method: body === undefined ? "GET" : "POST", headers }, (response) => {
      let received = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        received += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: received }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function residentMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null; // not Linux
  }
}
