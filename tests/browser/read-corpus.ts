import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { readConfig } from "../../src/config.js";
import { startServer } from "../../src/server.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A data folder with the shipped corpus read, for every browser test to copy. */
    readonly dataWithCorpus: string;
  }
}

/** Reads the shipped corpus once for all browser tests: each reading takes longer than most of them. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), "konsil-corpus-"));
  const silent = () => undefined;
  const config = readConfig({ KONSIL_DATA: folder, KONSIL_PORT: "0", KONSIL_LOG: "silent" });
  const server = await startServer(config, { out: silent, err: silent, progress: silent });
  await server.ready;
  await server.close();
  project.provide("dataWithCorpus", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A data folder of its own for a server; `read` is the one from which it starts. */
export function copyOf(read: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "konsil-browser-"));
  cpSync(read, folder, { recursive: true });
  return folder;
}
