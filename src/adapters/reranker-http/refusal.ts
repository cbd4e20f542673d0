import { z } from "zod";

/** How servers word an error: OpenAI's way, Text Embeddings Inference, Cohere, FastAPI in two ways. */
const wordsSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform((it) => it.error.message),
  z.object({ error: z.string() }).transform((it) => it.error),
  z.object({ message: z.string() }).transform((it) => it.message),
  z.object({ detail: z.string() }).transform((it) => it.detail),
  z
    .object({ detail: z.array(z.object({ msg: z.string() })).min(1) })
    .transform((it) => it.detail.map(({ msg }) => msg).join("; ")),
]);

const WORDS_SHOWN = 200;
/** So many letters in a row are no coincidence. */
const LETTERS_COMPARED = 20;

export interface Refusal {
  readonly status: number;
  /** As `wordsOf` found them. */
  readonly words: string;
  /** As `quoted` lets them be seen. */
  readonly quotation: string;
  /** A model was named in the request. */
  readonly namesModel: boolean;
}

/** The error that a reply holds, in the server's own words; empty where there is none. */
export function wordsOf(reply: unknown): string {
  return wordsSchema.safeParse(reply).data ?? "";
}

/**
 * The words in quotation marks, for a message; empty where they repeat what was sent: questions, passages and keys
 * belong in no log.
 */
export function quoted(
  words: string,
  sent: { readonly texts: readonly string[]; readonly key: string | null },
): string {
  const shown = words.replace(/\s+/g, " ").trim().slice(0, WORDS_SHOWN);
  if (shown === "" || (sent.key !== null && words.includes(sent.key))) return "";
  const letters = lettersOf(words);
  const openings = sent.texts.map((text) => lettersOf(text).slice(0, LETTERS_COMPARED)).filter((text) => text !== "");
  return openings.some((opening) => letters.includes(opening)) ? "" : `“${shown}”`;
}

/** Quotation marks and line breaks may be written in other ways in an error than in a request. */
function lettersOf(text: string): string {
  return text.replace(/\P{L}+/gu, "").toLowerCase();
}

/** What the operator can do about it, after "The reranker at … answered". */
export function explain({ status, words, quotation, namesModel }: Refusal): string {
  const said = quotation === "" ? "" : ` (${quotation})`;
  return `${status}${said}: ${adviceFor(status, words, namesModel)}`;
}

function adviceFor(status: number, words: string, namesModel: boolean): string {
  if (status === 401 || status === 403) return "the key is missing or not valid there; set KONSIL_RERANKER_KEY";
  if (status >= 300 && status < 400) return "it redirects; set KONSIL_RERANKER to the address that it redirects to";
  if (status === 429) return "too many requests, or the quota of the key is used up";
  if (/\bmodels?\b/i.test(words)) return "check KONSIL_RERANKER_MODEL, and that the server has a reranker loaded";
  if (status === 404 || status === 405)
    return "there is no such route; set KONSIL_RERANKER to the whole address, which usually ends with /v1/rerank or /rerank";
  if (status === 400 || status === 422)
    return namesModel
      ? "it does not take this request; check that KONSIL_RERANKER is the address of a rerank API"
      : "it does not take this request; it may want KONSIL_RERANKER_MODEL";
  return "look into the log of that server";
}
