import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../observe/log.js";

/** `1.2.3`, or `1.2.3-rc.1`: no other name ever becomes one of a file. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

/** One version of the widget, which never changes. */
export interface PinnedScript {
  readonly version: string;
  readonly text: string;
  /** `sha384-…`, for the attribute `integrity` of a script tag. */
  readonly integrity: string;
}

export interface WidgetScripts {
  /** The script as it is now. */
  latest(): Promise<string>;
  /** That version, if it is the current one or was ever asked for here; else null. */
  pinned(version: string): Promise<PinnedScript | null>;
}

export interface WidgetScriptOptions {
  /** The current one. */
  readonly version: string;
  /** Where versions are kept for good; null keeps none beyond the current one. */
  readonly folder: string | null;
  readonly load: () => Promise<string>;
  readonly log: Log;
}

/**
 * The widget's script, the newest and by version. A version that was handed out once is kept and stays as it was: pages
 * that pin it, with its hash, go on working after an upgrade.
 */
export function createWidgetScripts({ version: current, folder, load, log }: WidgetScriptOptions): WidgetScripts {
  let loaded: Promise<string> | null = null;
  const latest = () =>
    (loaded ??= load().catch((error: unknown) => {
      // The next request tries again.
      loaded = null;
      throw error;
    }));

  const keep = async (path: string, text: string) => {
    try {
      await writeWhole(path, text);
    } catch (err) {
      log.warn({ err }, "this version of the widget cannot be kept, and will be gone after an upgrade");
    }
  };

  const textOf = async (version: string): Promise<string | null> => {
    const path = folder === null || !VERSION.test(version) ? null : join(folder, `widget@${version}.js`);
    const kept = path === null ? null : await readText(path);
    if (kept !== null || version !== current) return kept;
    const text = await latest();
    if (path !== null) await keep(path, text);
    return text;
  };

  return {
    latest,
    async pinned(version) {
      const text = await textOf(version);
      return text === null ? null : { version, text, integrity: integrityOf(text) };
    },
  };
}

/** As in https://www.w3.org/TR/sri/ */
function integrityOf(text: string): string {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code))) return null;
    throw error;
  }
}

/** Nobody ever reads half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  const aside = `${path}.${randomBytes(4).toString("hex")}`;
  await writeFile(aside, text);
  await rename(aside, path);
}
