import type { types } from "@slack/bolt";

export type Block = types.KnownBlock;

/** https://docs.slack.dev/reference/block-kit/blocks: of a message, a view, a section, a button. */
export const LIMITS = { blocks: 50, viewBlocks: 100, section: 3000, contextElements: 10, button: 75, fallback: 3900 };

/** Sections for a text that is escaped already: as many as it needs, split between lines, words, or where it must be. */
export function sections(escaped: string): Block[] {
  return splitEscaped(escaped, LIMITS.section).map((text) => section(text));
}

/** `verbatim`: Slack makes no links and mentions of its own from plain text. */
export function section(escaped: string): Block {
  return { type: "section", text: { type: "mrkdwn", text: escaped, verbatim: true } };
}

export function context(escaped: string): Block {
  return { type: "context", elements: [{ type: "mrkdwn", text: escaped, verbatim: true }] };
}

export function button(actionId: string, label: string, value: string, style?: "primary"): types.Button {
  return {
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text: label.slice(0, LIMITS.button), emoji: false },
    value,
    ...(style === undefined ? {} : { style }),
  };
}

/** Pieces of at most `limit` UTF-16 units; no entity such as `&amp;` and no surrogate pair is torn. */
export function splitEscaped(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

/** The last good place to break in the first `limit` units: behind a line, else a word, else a whole character. */
function breakBefore(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const isFarEnough = (at: number) => at > limit / 2;
  const line = head.lastIndexOf("\n");
  if (isFarEnough(line)) return line;
  const space = head.search(/\s\S*$/);
  if (isFarEnough(space)) return space;
  const entity = head.search(/&[a-z]{0,4}$/);
  if (entity > 0) return entity;
  return /[\ud800-\udbff]$/.test(head) ? limit - 1 : limit;
}
