import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { z } from "zod";
import { type AccessConfig, accessOf, accessVariables, exposureMistake, idleAccessVariables } from "./config-access.js";
import {
  hasNoCredentials,
  httpUrl,
  isHost,
  isKey,
  isOrigin,
  isSignInHeader,
  list,
  notes,
  oneOf,
} from "./config-rules.js";
import { idleSlackVariables, type SlackConfig, slackMistakes, slackOf, slackVariables } from "./config-slack.js";
import { idleWriterVariables, type WriterConfig, writerMistakes, writerOf, writerVariables } from "./config-writer.js";
import { type FieldError, KonsilError } from "./contracts/errors.js";

export { isLoopback, type RateLimit } from "./config-access.js";

/** The folder that holds `package.json`, `models/` and `corpus/`: one above `src/` as well as above `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** The ready configuration: every path absolute, every default filled in. */
export interface Config extends AccessConfig {
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
  /** Null where Slack is not configured. */
  readonly slack: SlackConfig | null;
  readonly widgetOrigins: readonly string[];
  /** In lower case; null where the widget asks for no sign-in. */
  readonly widgetSignInHeader: string | null;
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
  ...accessVariables,
  KONSIL_WIDGET_ORIGINS: list
    .refine((values) => values.every(isOrigin), "origins such as https://intranet.example.org, separated by commas")
    .default([])
    .register(notes, { meaning: "Origins of the pages that may show the widget, separated by commas", default: "" }),
  KONSIL_WIDGET_SIGN_IN_HEADER: z
    .string()
    .refine(isSignInHeader, "the name of a header that your proxy alone sets, such as x-forwarded-user")
    .optional()
    .register(notes, {
      meaning:
        "Header by which a proxy in front says who is signed in: the widget then works for nobody without it; the proxy has to drop it from outside",
      default: "",
    }),
  ...slackVariables,
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
  mistakes.push(...writerMistakes(given, mistakes), ...slackMistakes(given), ...exposed(given, mistakes));
  if (!parsed.success || mistakes.length > 0) throw invalidConfiguration(mistakes);

  const values = parsed.data;
  const access = accessOf(values, cwd);
  return {
    host: values.KONSIL_HOST,
    port: values.KONSIL_PORT,
    data: resolve(cwd, values.KONSIL_DATA),
    corpus: corpusFolder(values.KONSIL_CORPUS, cwd),
    embedder: embedderOf(values.KONSIL_EMBEDDER),
    reranker: rerankerOf(values),
    writer: writerOf(values, cwd),
    slack: slackOf(values),
    ...access,
    widgetOrigins: values.KONSIL_WIDGET_ORIGINS,
    widgetSignInHeader: values.KONSIL_WIDGET_SIGN_IN_HEADER?.toLowerCase() ?? null,
    log: values.KONSIL_LOG,
    warnings: [
      ...unknownVariables(env),
      ...idleVariables(given),
      ...idleAccessVariables(given, access),
      ...idleSignIn(values, access.anonymous),
    ],
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

function exposed(given: Partial<Record<VariableName, string>>, known: readonly FieldError[]): FieldError[] {
  if (known.some(({ path }) => path === "KONSIL_HOST")) return [];
  return exposureMistake(variables.shape.KONSIL_HOST.parse(given.KONSIL_HOST), given, known);
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
    ...idleSlackVariables(given),
    ...(isGiven("KONSIL_WEAVIATE_URL") ? ["KONSIL_WEAVIATE_URL has no effect in this version"] : []),
    ...(isGiven("KONSIL_RERANKER") ? [] : ofReranker.filter(isGiven)).map(
      (name) => `${name} has no effect without KONSIL_RERANKER`,
    ),
  ];
}

/** Tokens are what the sign-in guards: where asking is open nobody needs one, and without origins nobody gets one. */
function idleSignIn(values: z.output<typeof variables>, anonymous: boolean): string[] {
  if (values.KONSIL_WIDGET_SIGN_IN_HEADER === undefined) return [];
  if (anonymous) return ["KONSIL_WIDGET_SIGN_IN_HEADER has no effect as long as asking needs no key (KONSIL_API_KEYS)"];
  if (values.KONSIL_WIDGET_ORIGINS.length > 0) return [];
  return ["KONSIL_WIDGET_SIGN_IN_HEADER has no effect without KONSIL_WIDGET_ORIGINS"];
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
