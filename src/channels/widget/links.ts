import type { Citation } from "../../contracts/answer.js";

type Quoted = Pick<Citation, "documentId" | "quote" | "start" | "end" | "url">;

/**
 * The document view at the quotation. The token stands in the fragment, which never reaches a server or its log, and
 * which the document view takes out of the address at once.
 */
export function documentLink(server: string, { documentId, start, end }: Quoted, token: string | null): string {
  const access = token === null ? "" : `&access=${encodeURIComponent(token)}`;
  return `${server}/documents/${encodeURIComponent(documentId)}#quote=${start}-${end}${access}`;
}

/** The original at the quotation, where the browser knows text fragments; null for anything but http(s). */
export function originalLink({ url, quote }: Pick<Quoted, "url" | "quote">): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== "https:" && address.protocol !== "http:") return null;
  const fragment = textFragment(quote);
  if (fragment === "") return address.href;
  const [before = ""] = address.href.split(":~:");
  return `${before}${before.includes("#") ? "" : "#"}:~:${fragment}`;
}

/** Up to so many characters a quotation is looked for as a whole; a longer one by how it begins and ends. */
const WHOLE_UP_TO = 120;
const WORDS_AT_EACH_END = 6;

/** `text=…` as in https://wicg.github.io/scroll-to-text-fragment/, with every character escaped that has a meaning there. */
export function textFragment(quote: string): string {
  // Half a surrogate pair has no encoding.
  const words = quote
    .replace(/\p{Surrogate}/gu, "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const whole = words.join(" ");
  if (whole === "") return "";
  if (whole.length <= WHOLE_UP_TO || words.length < 2 * WORDS_AT_EACH_END) return `text=${escaped(whole)}`;
  const first = words.slice(0, WORDS_AT_EACH_END).join(" ");
  const last = words.slice(-WORDS_AT_EACH_END).join(" ");
  return `text=${escaped(first)},${escaped(last)}`;
}

/** A dash, too: it parts prefix and suffix from the text. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
