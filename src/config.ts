import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { z } from "zod";
import { hasNoCredentials, httpUrl, isHost, isKey, isOrigin, keys, list, notes, oneOf } from "./config-rules.js";
import { idleWriterVariables, type WriterConfig, writerMistakes, writerOf, writerVariables } from "./config-writer.js";
import { type FieldError, KonsilError } from "./contracts/errors.js";

/** The folder that holds `package.json`, `models/` and `corpus/`: one above `src/` as well as above `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** The ready configuration: every path absolute, every default filled in. */
export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Folder of the database and the index. */
  readonly data: string;
  /** Folder that is ingested at start; null for none. */
  readonly corpus: string | null;
  /** `model` is the absolute folder of the model, `modelsFolder` the one above it. */
  readonly embedder: {
    readonly model: string;
    readonly modelsFolder: string;
    /** Only for a model that was named by its hub id: then it is fetched once. */
    readonly allowRemote: boolean;
  };
  /** Null for none: passages keep their own order. */
  readonly reranker: { readonly url: string; readonly model: string | null; readonly key: string | null } | null;
  /** Null for none: answers quote the documents. */
  readonly writer: WriterConfig | null;
  readonly keys: { readonly ask: readonly string[]; readonly admin: readonly string[] };
  /** Asking needs no key: there is none, and only this machine can ask or the operator allowed it. */
  readonly anonymous: boolean;
  readonly widgetOrigins: readonly string[];
  readonly log: LogLevel;
  /** Worth telling the operator, and no reason to stop. */
  readonly warnings: readonly string[];
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const LIBRARIES = ["local", "weaviate"] as const;

/**
 * Every variable, each from a trimmed text that is not empty (`KONSIL_CORPUS` may be). The message of a rule says what
 * is expected.
 */
const variables = z.object({
  KONSIL_HOST: z
    .string()
    .transform((text) => text.replace(/^\[(.*)\]$/, "$1"))
    .refine(isHost, "an IP address or a host name, without scheme and port")
    .default("127.0.0.1")
    .register(notes, {
      meaning: "Address to listen on. Another one than loopback needs keys",
      default: "`127.0.0.1`",
    }),
  KONSIL_PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, "a whole number from 0 to 65535")
    .transform(Number)
    .default(8787)
    .register(notes, { meaning: "Port to listen on; `0` takes a free one and prints it", default: "`8787`" }),
  KONSIL_DATA: z.string().default(".konsil").register(notes, {
    meaning: "Folder of the database and the index",
    default: "`.konsil`",
  }),
  KONSIL_CORPUS: z.string().optional().register(notes, {
    meaning: "Folder that is read at start when it has changed; empty for none",
    default: "`corpus` of Konsil itself",
  }),
  KONSIL_EMBEDDER: z.string().default("multilingual-e5-small-de-en").register(notes, {
    meaning:
      "Embedding model: a folder, the name of one below `models/`, or a hub id (`owner/name`), which is fetched once",
    default: "`multilingual-e5-small-de-en`",
  }),
  KONSIL_RERANKER: httpUrl
    .refine(hasNoCredentials, "an address without user and password; the key goes into KONSIL_RERANKER_KEY")
    .optional()
    .register(notes, {
      meaning:
        "Address of a rerank API, such as `http://localhost:8080/v1/rerank`, which is sent the question and the passages found, and orders them; empty for none",
      default: "",
    }),
  KONSIL_RERANKER_MODEL: z.string().optional().register(notes, {
    meaning: "Model of the reranker, as its server names it; empty where there is one only",
    default: "",
  }),
  KONSIL_RERANKER_KEY: z
    .string()
    .refine(isKey, "a key of printable ASCII characters without spaces")
    .optional()
    .register(notes, {
      meaning: "Key for the reranker",
      default: "",
      secret: true,
    }),
  ...writerVariables,
  KONSIL_LIBRARY: oneOf(LIBRARIES)
    .refine((kind) => kind === "local", "local: Weaviate is not in this version")
    .default("local")
    .register(notes, {
      meaning: "Where the documents are kept: `local` is the embedded database. Weaviate is not in this version",
      default: "`local`",
    }),
  KONSIL_WEAVIATE_URL: httpUrl.optional().register(notes, {
    meaning: "Address of Weaviate; without effect with `local`",
    default: "",
  }),
  KONSIL_API_KEYS: keys.default([]).register(notes, {
    meaning: "Keys that may ask, separated by commas",
    default: "",
    secret: true,
  }),
  KONSIL_ADMIN_KEYS: keys.default([]).register(notes, {
    meaning: "Keys that may also change the corpus, separated by commas",
    default: "",
    secret: true,
  }),
  KONSIL_ALLOW_ANONYMOUS: z
    .enum(["0", "1", "false", "true", "no", "yes"], { error: "1 or 0" })
    .transform((text) => ["1", "true", "yes"].includes(text))
    .default(false)
    .register(notes, { meaning: "`1`: listen on other addresses than loopback without keys too", default: "`0`" }),
  KONSIL_WIDGET_ORIGINS: list
    .refine((values) => values.every(isOrigin), "origins such as https://intranet.example.org, separated by commas")
    .default([])
    .register(notes, { meaning: "Origins of the pages that may show the widget, separated by commas", default: "" }),
  KONSIL_LOG: oneOf(LOG_LEVELS)
    .default("info")
    .register(notes, { meaning: `Least level that is logged: ${LOG_LEVELS.join(", ")}`, default: "`info`" }),
});

type VariableName = keyof typeof variables.shape;
const VARIABLE_NAMES = Object.keys(variables.shape) as VariableName[];

/**
 * Reads the configuration from `env` alone; relative paths of the operator are meant from `cwd`, those of the model and
 * of the default corpus from the package. Throws `invalid_configuration` with every mistake at once.
 */
export function readConfig(env: Environment, cwd: string = process.cwd()): Config {
  const given = givenVariables(env);
  const parsed = variables.safeParse(given);
  const mistakes: FieldError[] = parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, given));
  mistakes.push(...writerMistakes(given, mistakes), ...exposureMistake(given, mistakes));
  if (!parsed.success || mistakes.length > 0) throw invalidConfiguration(mistakes);

  const values = parsed.data;
  return {
    host: values.KONSIL_HOST,
    port: values.KONSIL_PORT,
    data: resolve(cwd, values.KONSIL_DATA),
    corpus: corpusFolder(values.KONSIL_CORPUS, cwd),
    embedder: embedderOf(values.KONSIL_EMBEDDER),
    reranker: rerankerOf(values),
    writer: writerOf(values, cwd),
    keys: { ask: values.KONSIL_API_KEYS, admin: values.KONSIL_ADMIN_KEYS },
    anonymous: values.KONSIL_API_KEYS.length === 0 && (values.KONSIL_ALLOW_ANONYMOUS || isLoopback(values.KONSIL_HOST)),
    widgetOrigins: values.KONSIL_WIDGET_ORIGINS,
    log: values.KONSIL_LOG,
    warnings: [...unknownVariables(env), ...idleVariables(given)],
  };
}

/** A folder, the name of one below `models/`, or a hub id ("owner/name"), which comes to lie below `models/` too. */
function embedderOf(value: string): Config["embedder"] {
  const models = resolve(PACKAGE_ROOT, "models");
  const folder = resolve(PACKAGE_ROOT, /[/\\]/.test(value) ? "" : "models", value);
  const isHubId = /^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(value) && !value.startsWith("models/") && !existsSync(folder);
  if (isHubId) return { model: value, modelsFolder: models, allowRemote: true };
  return { model: folder, modelsFolder: dirname(folder), allowRemote: false };
}

function rerankerOf(values: z.output<typeof variables>): Config["reranker"] {
  const { KONSIL_RERANKER: url, KONSIL_RERANKER_MODEL: model = null, KONSIL_RERANKER_KEY: key = null } = values;
  return url === undefined ? null : { url, model, key };
}

/** `readConfig` on the real environment and, below it, on the `.env` file of the working directory. */
export function loadConfig(overrides: Environment = {}): Config {
  return readConfig({ ...readEnvFile(resolve(".env")), ...process.env, ...overrides });
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** The Markdown table of all variables that stands in the README. */
export function configTable(): string {
  const rows = VARIABLE_NAMES.map((name) => {
    const note = notes.get(variables.shape[name]);
    return `| \`${name}\` | ${note?.meaning ?? ""} | ${note?.default ?? ""} |`;
  });
  return ["| variable | meaning | default |", "| --- | --- | --- |", ...rows].join("\n");
}

function readEnvFile(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new KonsilError("invalid_configuration", `The file ${path} cannot be read`, { cause: error });
  }
}

/** Known variables with their trimmed values; an empty one counts as not given, except where empty means none. */
function givenVariables(env: Environment): Partial<Record<VariableName, string>> {
  const given: Partial<Record<VariableName, string>> = {};
  for (const name of VARIABLE_NAMES) {
    const value = env[name]?.trim();
    if (value !== undefined && (value !== "" || name === "KONSIL_CORPUS")) given[name] = value;
  }
  return given;
}

function corpusFolder(value: string | undefined, cwd: string): string | null {
  if (value === undefined) return resolve(PACKAGE_ROOT, "corpus");
  return value === "" ? null : resolve(cwd, value);
}

function describe(issue: z.core.$ZodIssue, given: Partial<Record<VariableName, string>>): FieldError {
  const name = VARIABLE_NAMES.find((candidate) => candidate === issue.path[0]);
  if (name === undefined) return { path: issue.path.join("."), message: issue.message };
  const secret = notes.get(variables.shape[name])?.secret === true;
  const was = secret ? "was given something else" : `was given "${withoutCredentials(given[name] ?? "")}"`;
  return { path: name, message: `${was}; expected ${issue.message}` };
}

/** `http://user:password@host` with both left out. */
function withoutCredentials(value: string): string {
  return value.replace(/\/\/[^/]*@/, "//…@");
}

/** Whoever can reach the server can read the whole corpus, so without keys only this machine may. */
function exposureMistake(given: Partial<Record<VariableName, string>>, known: readonly FieldError[]): FieldError[] {
  const concerned: readonly VariableName[] = [
    "KONSIL_HOST",
    "KONSIL_API_KEYS",
    "KONSIL_ADMIN_KEYS",
    "KONSIL_ALLOW_ANONYMOUS",
  ];
  if (known.some((mistake) => concerned.some((name) => name === mistake.path))) return [];
  const host = variables.shape.KONSIL_HOST.parse(given.KONSIL_HOST);
  const { KONSIL_API_KEYS: ask, KONSIL_ADMIN_KEYS: admin } = variables.shape;
  const hasKeys = ask.parse(given.KONSIL_API_KEYS).length + admin.parse(given.KONSIL_ADMIN_KEYS).length > 0;
  const allowed = variables.shape.KONSIL_ALLOW_ANONYMOUS.parse(given.KONSIL_ALLOW_ANONYMOUS);
  if (isLoopback(host) || hasKeys || allowed) return [];
  const message =
    `was given "${host}", which other machines can reach; expected a loopback address as long as there are ` +
    "no keys (KONSIL_API_KEYS), or KONSIL_ALLOW_ANONYMOUS=1";
  return [{ path: "KONSIL_HOST", message }];
}

function invalidConfiguration(mistakes: readonly FieldError[]): KonsilError {
  const lines = mistakes.map(({ path, message }) => `${path} ${message}`);
  const message =
    lines.length === 1 ? `${lines[0]}` : `${lines.length} mistakes in the configuration:\n  ${lines.join("\n  ")}`;
  return new KonsilError("invalid_configuration", message, { fields: mistakes });
}

function unknownVariables(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith("KONSIL_") && !VARIABLE_NAMES.some((known) => known === name))
    .sort()
    .map((name) => {
      const nearest = nearestName(name);
      return `${name} is not a variable of Konsil${nearest === null ? "" : `; did you mean ${nearest}?`}`;
    });
}

function idleVariables(given: Partial<Record<VariableName, string>>): string[] {
  const ofReranker: readonly VariableName[] = ["KONSIL_RERANKER_MODEL", "KONSIL_RERANKER_KEY"];
  const isGiven = (name: VariableName) => given[name] !== undefined;
  return [
    ...idleWriterVariables(given),
    ...(isGiven("KONSIL_WEAVIATE_URL") ? ["KONSIL_WEAVIATE_URL has no effect in this version"] : []),
    ...(isGiven("KONSIL_RERANKER") ? [] : ofReranker.filter(isGiven)).map(
      (name) => `${name} has no effect without KONSIL_RERANKER`,
    ),
  ];
}

/** The variable that is the fewest edits away, if that is at most half of the name's own letters. */
function nearestName(name: string): VariableName | null {
  let best: { name: VariableName; edits: number } | null = null;
  for (const candidate of VARIABLE_NAMES) {
    const edits = editDistance(name, candidate);
    if (best === null || edits < best.edits) best = { name: candidate, edits };
  }
  return best !== null && best.edits <= (name.length - "KONSIL_".length) / 2 ? best.name : null;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
