import { isIP } from "node:net";
import { z } from "zod";

/** What the table in the README says about a variable beside its name. */
export const notes = z.registry<{
  readonly meaning: string;
  readonly default: string;
  /** Its value is never repeated in a message. */
  readonly secret?: true;
}>();

export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(", ")}` });

export const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

/** What may stand in a header of HTTP, and needs no quotation marks in a shell script either. */
export const isKey = (text: string) => /^[\x21-\x7e]+$/.test(text);

export const keys = list.refine(
  (values) => values.every(isKey),
  "keys of printable ASCII characters without spaces, separated by commas",
);

export const httpUrl = z.url({ protocol: /^https?$/, error: "an address that starts with http:// or https://" });

/** `fetch` refuses addresses with a user and a password in them. */
export function hasNoCredentials(text: string): boolean {
  return !URL.canParse(text) || `${new URL(text).username}${new URL(text).password}` === "";
}

export const isHost = (text: string) => isIP(text) !== 0 || /^(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/i.test(text);

/** `https://example.org`, and nothing behind it: what a browser sends as `Origin`. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Headers that come with every request of a browser, or that anybody may send: none of them says who is signed in. */
const OPEN_HEADERS = /^(?:accept.*|authorization|connection|content-.*|cookie|host|origin|referer|sec-.*|user-agent)$/i;

/** A header name (RFC 9110, 5.1) that only a proxy sends. */
export function isSignInHeader(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text) && !OPEN_HEADERS.test(text);
}
