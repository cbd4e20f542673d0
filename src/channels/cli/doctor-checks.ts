import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Config, isLoopback } from "../../config.js";
import type { Reranker } from "../../contracts/ports.js";
import type { Application } from "../../wire.js";
import { readKeyFile } from "../http/key-file.js";

/** What was looked at, how it is, and what to do about it where that is not well. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "warning" | "failed";
  readonly message: string;
  readonly advice: string | null;
}

/** `models/` and a corpus of thousands of documents fit below this. */
const FREE_BYTES_WANTED = 500 * 1024 * 1024;
/** Shorter keys can be guessed. */
const KEY_LENGTH_WANTED = 16;

export const ok = (name: string, message: string): Check => ({ name, state: "ok", message, advice: null });
export const warning = (name: string, message: string, advice: string): Check => ({
  name,
  state: "warning",
  message,
  advice,
});
const failed = (name: string, message: string, advice: string): Check => ({
  name,
  state: "failed",
  message,
  advice,
});

/** A check that threw: what the error says, and for what it is known the way out. */
export function thrown(name: string, error: unknown, advice: string): Check {
  return failed(name, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error), advice);
}

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24) return ok("node", version);
  const advice = "Install Node 20.19, 22.12 or 24, or a newer release of these.";
  if (major < 24) return failed("node", `${version} is not supported`, advice);
  return warning("node", `${version} is newer than what Konsil is tested on`, advice);
}

export function checkAccess({ host, keys, keysFile, anonymous }: Config): Check {
  let inFile = 0;
  try {
    inFile = keysFile === null ? 0 : readKeyFile(keysFile).length;
  } catch (error) {
    return thrown("access", error, "Correct the file: `konsil key <name>` prints a line as it has to be.");
  }
  const count = keys.ask.length + keys.admin.length + inFile;
  if ([...keys.ask, ...keys.admin].some((key) => key.length < KEY_LENGTH_WANTED)) {
    return warning(
      "access",
      `a key is shorter than ${KEY_LENGTH_WANTED} characters`,
      "Make keys with: konsil key <name>, or openssl rand -hex 32",
    );
  }
  if (anonymous && !isLoopback(host)) {
    return warning(
      "access",
      `anybody who reaches ${host} may ask`,
      "Set KONSIL_API_KEYS and drop KONSIL_ALLOW_ANONYMOUS.",
    );
  }
  return ok(
    "access",
    count === 0 ? `no keys; ${host} is reached from this machine alone` : `${count} keys for ${host}`,
  );
}

/** Looks at the folder, or at the one in which it will be made. */
export function checkDataFolder({ data }: Config): Check {
  let folder = data;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (folder === data) writeAndRemove(data);
  } catch {
    const advice = "Give this user the right to write there, or set KONSIL_DATA to another folder.";
    return failed("data folder", `${data} cannot be written`, advice);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const state = `${data} (${existsSync(data) ? "" : "made at the first use, "}${(free / 1024 ** 3).toFixed(1)} GiB free)`;
  if (free >= FREE_BYTES_WANTED) return ok("data folder", state);
  return warning("data folder", state, "Free some space, or set KONSIL_DATA to a folder on another disk.");
}

function writeAndRemove(folder: string): void {
  const probe = join(folder, `.doctor-${process.pid}`);
  writeFileSync(probe, "");
  rmSync(probe);
}

export function checkCorpus({ corpus }: Config): Check {
  if (corpus === null) return ok("corpus", "none is configured; documents come from `konsil ingest` and uploads");
  if (existsSync(corpus)) return ok("corpus", corpus);
  return failed("corpus", `${corpus} is not there`, "Set KONSIL_CORPUS to a folder, or to nothing for none.");
}

/** Loads the model and embeds a question. */
export async function checkModel({ embedder }: Application, signal: AbortSignal): Promise<Check> {
  const advice = "Restore models/ from the repository, or set KONSIL_EMBEDDER to the folder of a model.";
  try {
    const vector = await embedder.embedQuestion("Wer arbeitet mit wem zusammen?", signal);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    if (vector.length === embedder.dimensions && Math.abs(length - 1) < 0.01) return ok("model", embedder.id);
    return failed("model", `${embedder.id} gives no unit vectors`, advice);
  } catch (error) {
    return thrown("model", error, advice);
  }
}

/** Asks for two scores: of a text that answers and of one that has nothing to do with the question. */
export async function checkReranker(reranker: Reranker, signal: AbortSignal): Promise<Check> {
  const texts = [
    "Die Fähre über den See fährt alle zwanzig Minuten.",
    "Klinik und Universität arbeiten seit 2019 zusammen.",
  ];
  try {
    const [other = 0, right = 0] = await reranker.rerank(
      "Seit wann arbeiten Klinik und Universität zusammen?",
      texts,
      signal,
    );
    if (right > other) return ok("reranker", reranker.id);
    const advice = "Check that KONSIL_RERANKER_MODEL is a reranker, and one that reads German and English.";
    return warning("reranker", `${reranker.id} does not put the text that answers first`, advice);
  } catch (error) {
    return thrown(
      "reranker",
      error,
      "Until that is corrected, answers come with a warning; empty KONSIL_RERANKER turns it off.",
    );
  }
}

/** Reads the whole database and compares everything that is stored twice. */
export async function checkDatabase(application: Application): Promise<Check> {
  const advice = "Restore the data folder from a backup, or move it away and ingest again.";
  try {
    const damage = await application.integrity();
    if (damage.length > 0) return failed("database", damage.join("; "), advice);
    const { size } = await application.library.origins();
    return ok("database", `${size} documents, sound`);
  } catch (error) {
    return thrown("database", error, advice);
  }
}

/** Searches, and looks whether what is stored belongs to this version. */
export async function checkIndex(
  { library, embedder, isOutdated }: Application,
  { corpus }: Pick<Config, "corpus">,
  signal: AbortSignal,
): Promise<Check> {
  try {
    if (await isOutdated()) {
      const advice = "Start the server or ask a question: both make these documents again.";
      return warning("index", "some documents were made by another version or model and are not found", advice);
    }
    const { passages } = await library.statistics();
    if (passages === 0 && corpus !== null) return ok("index", "empty; the first question or start reads the corpus");
    if (passages === 0) return warning("index", "empty", "Add documents with: konsil ingest <file or folder>");
    const hits = await library.nearest(await embedder.embedQuestion("Siemens Healthineers", signal), 3);
    if (hits.length === Math.min(3, passages)) return ok("index", `${passages} passages`);
    return failed(
      "index",
      "a search does not find what is stored",
      "Move the folder `index` in KONSIL_DATA away: it is built again.",
    );
  } catch (error) {
    return thrown("index", error, "Move the folder `index` in KONSIL_DATA away: it is built again.");
  }
}

/** The configuration as it is, or with a folder for one visit, so that a look around leaves nothing behind. */
export function borrowDataFolder(config: Config): { readonly config: Config; giveBack(): void } {
  if (existsSync(config.data)) return { config, giveBack: () => undefined };
  const data = mkdtempSync(join(tmpdir(), "konsil-doctor-"));
  return { config: { ...config, data }, giveBack: () => rmSync(data, { recursive: true, force: true }) };
}
