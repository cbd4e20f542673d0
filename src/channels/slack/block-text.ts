import { z } from "zod";
import { plainText } from "./message-text.js";

/** A message of somebody, who may be an app that writes nothing but blocks or attachments. */
export interface WrittenMessage {
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly attachments: readonly unknown[];
}

/** https://docs.slack.dev/reference/block-kit/blocks: what of a block, or of a part of one, can be read. */
const partSchema = z.object({
  type: z.string().nullish(),
  text: z.unknown().optional(),
  url: z.string().nullish(),
  fields: z.array(z.unknown()).nullish(),
  elements: z.array(z.unknown()).nullish(),
});

const attachmentSchema = z.object({
  title: z.string().nullish(),
  text: z.string().nullish(),
  fallback: z.string().nullish(),
});

/** Their pieces bring their own spaces; the parts of everything else are lines. */
const PARAGRAPHS: readonly string[] = ["rich_text_section", "rich_text_quote", "rich_text_preformatted"];
/** Buttons and menus. */
const ACTIONS = "actions";

/** Plain text of a message: its own, else that of its blocks, else that of its attachments. */
export function messageText({ text, blocks, attachments }: WrittenMessage, botUser: string): string {
  const own = plainText(text, botUser);
  if (own !== "") return own;
  const inBlocks = lines(blocks.map((block) => partText(block, botUser)));
  if (inBlocks !== "") return inBlocks;
  return lines(attachments.map((attachment) => attachmentText(attachment, botUser)));
}

function partText(part: unknown, botUser: string): string {
  const parsed = partSchema.safeParse(part).data;
  if (parsed === undefined || parsed.type === ACTIONS) return "";
  const { type, text, url, fields, elements } = parsed;
  // `mrkdwn` alone is written with entities and references.
  if (typeof text === "string") return type === "mrkdwn" ? plainText(text, botUser) : text;
  if (type === "link") return url ?? "";
  const inside = [text, ...(fields ?? []), ...(elements ?? [])].map((it) => partText(it, botUser));
  return PARAGRAPHS.includes(type ?? "") ? inside.join("").trim() : lines(inside);
}

function attachmentText(attachment: unknown, botUser: string): string {
  const { title, text, fallback } = attachmentSchema.safeParse(attachment).data ?? {};
  const written = lines([title ?? "", text ?? ""]);
  return plainText(written === "" ? (fallback ?? "") : written, botUser);
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== "").join("\n");
}
