import type { Span } from "../contracts/passage.js";

/** A text as patterns read it, and the way back to where it came from. */
export interface PlainText {
  readonly text: string;
  /** The range of the original that a range of `text` was made from, without what is invisible around it. */
  originalOf(span: Span): Span;
}

/** What is there for the layout: soft hyphen, zero-width and direction marks, byte order mark. */
const INVISIBLE = "[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]";
const SPACE = "[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]";
const HYPHEN = "[\\u2010\\u2011\\ufe63]";
const APOSTROPHE = "\\u02bc";
const PERCENT = "[\\u066a\\ufe6a]";
/** Letters, digits and signs as wide as Chinese characters. */
const WIDE = "[\\uff01-\\uff5e]";
/** What composes with the letter before it: accents, and the later parts of a Korean syllable. */
const MARK = "[\\p{M}\\u1160-\\u11ff]";
const NO_MARK = "[^\\p{M}\\u1160-\\u11ff]";

const IS_ODD = new RegExp(`${MARK}|${INVISIBLE}|${SPACE}|${HYPHEN}|${APOSTROPHE}|${PERCENT}|${WIDE}`, "u");
const ODD = new RegExp(
  `(?<invisible>${INVISIBLE}+)|(?<space>${SPACE})|(?<hyphen>${HYPHEN})|(?<apostrophe>${APOSTROPHE})|(?<percent>${PERCENT})|${WIDE}|${NO_MARK}${MARK}+`,
  "gu",
);

/**
 * The text with one sign for what looks the same or means the same: accents composed (NFC), typographic spaces, hyphens
 * and percent signs and full-width forms as on a keyboard, invisible characters gone.
 */
export function plainText(text: string): PlainText {
  if (!IS_ODD.test(text)) return { text, originalOf: (span) => span };
  let plain = "";
  /** For each unit of `plain`, where its original begins and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keep = (until: number): void => {
    plain += text.slice(at, until);
    for (; at < until; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const match of text.matchAll(ODD)) {
    keep(match.index);
    const written = plainForm(match);
    if (written === match[0]) continue;
    plain += written;
    at += match[0].length;
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(match.index);
      ends.push(at);
    }
  }
  keep(text.length);
  return {
    text: plain,
    originalOf: ({ start, end }) => ({
      start: starts[start] ?? text.length,
      end: end > start ? (ends[end - 1] ?? text.length) : (starts[start] ?? text.length),
    }),
  };
}

function plainForm({ 0: original, groups }: RegExpExecArray): string {
  if (groups?.invisible !== undefined) return "";
  if (groups?.space !== undefined) return " ";
  if (groups?.hyphen !== undefined) return "-";
  if (groups?.apostrophe !== undefined) return "'";
  if (groups?.percent !== undefined) return "%";
  return original.length === 1 ? original.normalize("NFKC") : original.normalize("NFC");
}
