import { resolve } from "node:path";
import { z } from "zod";
import { hasNoCredentials, httpUrl, isKey, notes, oneOf } from "./config-rules.js";
import type { FieldError } from "./contracts/errors.js";

interface CommonWriterConfig {
  readonly model: string;
  /** For a whole answer. */
  readonly timeoutMs: number;
  /** At once. */
  readonly calls: number;
}

/** The language model that words the answers. */
export type WriterConfig =
  | (CommonWriterConfig & {
      readonly provider: "openai" | "ollama";
      readonly url: string;
      readonly key: string | null;
    })
  | (CommonWriterConfig & { readonly provider: "anthropic"; readonly url: string; readonly key: string })
  /** `model` is the absolute path of a GGUF file. */
  | (CommonWriterConfig & { readonly provider: "llamacpp" });

type Provider = WriterConfig["provider"];

const WRITERS = ["extract", "openai", "anthropic", "ollama", "llamacpp"] as const;

/** What is taken where the operator says nothing, and what a model is called there. */
const DEFAULTS: Readonly<
  Record<Provider, { readonly url: string | null; readonly seconds: number; readonly hint: string }>
> = {
  openai: { url: "https://api.openai.com/v1", seconds: 30, hint: "the name of a model as its server has it" },
  anthropic: { url: "https://api.anthropic.com", seconds: 30, hint: "the name of a model of Anthropic's" },
  ollama: { url: "http://127.0.0.1:11434", seconds: 120, hint: "a model that `ollama list` shows" },
  llamacpp: { url: null, seconds: 300, hint: "the path of a GGUF file" },
};
const CALLS = 4;

/** Digits alone, since `Number` would also take "1e3" and "0x10". */
const count = (most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most,
      `a whole number from 1 to ${most}`,
    )
    .transform(Number)
    .optional();

/** The variables of the writer, as the others in `config.ts`. */
export const writerVariables = {
  KONSIL_WRITER: oneOf(WRITERS).default("extract").register(notes, {
    meaning:
      "Who words the answers: `extract` quotes the documents; a language model of `openai` (any server with that API), `anthropic`, `ollama`, or `llamacpp` (a GGUF file, in this process)",
    default: "`extract`",
  }),
  KONSIL_WRITER_MODEL: z.string().optional().register(notes, {
    meaning: "Model of the writer, needed for all but `extract`; for `llamacpp` the path of the GGUF file",
    default: "",
  }),
  KONSIL_WRITER_URL: httpUrl
    .refine(hasNoCredentials, "an address without user and password; the key goes into KONSIL_WRITER_KEY")
    .optional()
    .register(notes, {
      meaning: "Address of the writer's API, which is sent the question and the passages found",
      default: "that of OpenAI or Anthropic; `http://127.0.0.1:11434` for `ollama`",
    }),
  KONSIL_WRITER_KEY: z
    .string()
    .refine(isKey, "a key of printable ASCII characters without spaces")
    .optional()
    .register(notes, {
      meaning: "Key for the writer; needed for OpenAI and Anthropic",
      default: "",
      secret: true,
    }),
  KONSIL_WRITER_TIMEOUT: count(3600).register(notes, {
    meaning: "Seconds for a whole answer of the writer; after them the documents are quoted",
    default: "`30`; `120` for `ollama`, `300` for `llamacpp`",
  }),
  KONSIL_WRITER_CALLS: count(1000).register(notes, {
    meaning: "How many answers the writer words at once",
    default: "`4`; always `1` for `llamacpp`",
  }),
};

/** What changes nothing, by writer. */
const IDLE: Readonly<Record<string, readonly WriterVariable[]>> = {
  extract: [
    "KONSIL_WRITER_MODEL",
    "KONSIL_WRITER_URL",
    "KONSIL_WRITER_KEY",
    "KONSIL_WRITER_TIMEOUT",
    "KONSIL_WRITER_CALLS",
  ],
  llamacpp: ["KONSIL_WRITER_URL", "KONSIL_WRITER_KEY", "KONSIL_WRITER_CALLS"],
};

const shape = z.object(writerVariables);
type WriterVariable = keyof typeof writerVariables;
type Given = Readonly<Partial<Record<WriterVariable, string>>>;

/** Null for `extract`. `values` have passed `writerMistakes`; a relative path of a model is meant from `cwd`. */
export function writerOf(values: z.output<typeof shape>, cwd: string): WriterConfig | null {
  const { KONSIL_WRITER: provider, KONSIL_WRITER_MODEL: model, KONSIL_WRITER_KEY: key = null } = values;
  if (provider === "extract" || model === undefined) return null;
  const defaults = DEFAULTS[provider];
  const timeoutMs = (values.KONSIL_WRITER_TIMEOUT ?? defaults.seconds) * 1000;
  if (provider === "llamacpp") return { provider, model: resolve(cwd, model), timeoutMs, calls: 1 };
  const url = values.KONSIL_WRITER_URL ?? defaults.url ?? "";
  const common = { model, url, timeoutMs, calls: values.KONSIL_WRITER_CALLS ?? CALLS };
  return provider === "anthropic" ? { provider, key: key ?? "", ...common } : { provider, key, ...common };
}

/** What is missing for the writer that is asked for. */
export function writerMistakes(given: Given, known: readonly FieldError[]): FieldError[] {
  const { data: provider } = writerVariables.KONSIL_WRITER.safeParse(given.KONSIL_WRITER);
  if (provider === undefined || provider === "extract") return [];
  const { hint, url } = DEFAULTS[provider];
  const mistakes: FieldError[] = [];
  const isMissing = (name: WriterVariable) => given[name] === undefined && !known.some(({ path }) => path === name);
  if (isMissing("KONSIL_WRITER_MODEL"))
    mistakes.push({
      path: "KONSIL_WRITER_MODEL",
      message: `is missing; with KONSIL_WRITER=${provider}, expected ${hint}`,
    });
  const isOpenAi = provider === "openai" && hostOf(given.KONSIL_WRITER_URL ?? url) === hostOf(url);
  if ((provider === "anthropic" || isOpenAi) && isMissing("KONSIL_WRITER_KEY")) {
    const elsewhere = isOpenAi ? ", or KONSIL_WRITER_URL with the address of another server" : "";
    const message = `is missing; ${hostOf(url)} wants a key${elsewhere}`;
    mistakes.push({ path: "KONSIL_WRITER_KEY", message });
  }
  return mistakes;
}

/** A warning for each variable that changes nothing with this writer. */
export function idleWriterVariables(given: Given): string[] {
  const writer = given.KONSIL_WRITER ?? "extract";
  const idle: readonly WriterVariable[] = IDLE[writer] ?? [];
  return idle
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} has no effect with KONSIL_WRITER=${writer}`);
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : null;
}
