/** Unseen, and enough to keep Slack from reading a mention, a link or an emoji in what stands around it. */
const UNSEEN = "\u200b";

/**
 * Text of documents and of people as Slack shows it letter by letter: `&<>` are entities, so that no `<!here>`, `<@U1>`
 * or `<http…|…>` works, and `@channel`, `#general` and `:tada:` are broken up.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, (sign) => `${sign}${UNSEEN}`)
    .replace(/:(?=[a-z0-9_+'-]+:)/gi, `:${UNSEEN}`);
}

/** The same for Markdown, which Slack reads in streamed text: punctuation is taken as it stands, and so are line breaks. */
export function escapeMarkdown(text: string): string {
  return escapeText(text)
    .replace(/[\\`*_{}[\]()~|!]/g, "\\$&")
    .replace(/ *\n/g, "  \n")
    .replace(/^([ \t]*)([#+=-]|\d+[.)])/gm, (_, space: string, mark: string) =>
      // A number keeps its digits: only what follows them would make a list of it.
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
    .replace(/(https?:)(\/\/)/gi, `$1${UNSEEN}$2`)
    .replace(/\b(www)\./gi, `$1${UNSEEN}.`);
}

/** Longer ones would not fit into their block. */
const LONGEST_ADDRESS = 1000;

/** `<https://…|label>`, or the label alone where the address is none of the web. The label is escaped already. */
export function linkTo(url: string | null, label: string): string {
  const address = url === null ? null : webAddress(url);
  if (address === null || address.length > LONGEST_ADDRESS) return label;
  return `<${address}|${label.replaceAll("|", "¦")}>`;
}

/** The address with everything encoded that means something to Slack; null for other schemes, and for none. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  return href.replaceAll("&", "&amp;").replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("|", "%7C");
}

/** The start of a text, so that all of it has at most `limit` UTF-16 units once it is escaped. */
export function shortened(text: string, limit: number, write: (text: string) => string = escapeText): string {
  if (write(text).length <= limit) return write(text);
  let end = Math.min(text.length, limit);
  for (;;) {
    const cut = `${write(wholeCharacters(text.slice(0, end)))}…`;
    if (cut.length <= limit) return cut;
    end -= Math.max(1, Math.ceil((cut.length - limit) / 6));
  }
}

/** Without half a surrogate pair at its end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

/** Line breaks and tabs stay; characters that turn the reading direction of what follows go with the controls. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}
