import { z } from "zod";

/** What Slack says of blocks that it does not take: https://docs.slack.dev/reference/block-kit/blocks */

const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });
const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

const button = z.strictObject({
  type: z.literal("button"),
  action_id: z.string().min(1).max(255),
  text: plain(75),
  value: z.string().max(2000),
  style: z.enum(["primary", "danger"]).optional(),
});

const input = z.strictObject({
  type: z.literal("input"),
  block_id: z.string().max(255),
  optional: z.boolean().optional(),
  label: plain(2000),
  element: z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: z.string().max(255),
    multiline: z.boolean(),
    max_length: z.int().max(3000),
  }),
});

const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("section"), text: mrkdwn(3000) }),
  z.strictObject({ type: z.literal("context"), elements: z.array(mrkdwn(3000)).min(1).max(10) }),
  z
    .strictObject({ type: z.literal("actions"), elements: z.array(button).min(1).max(25) })
    .refine(({ elements }) => new Set(elements.map((it) => it.action_id)).size === elements.length, "action_id twice"),
  input,
]);

export const blocksSchema = z.array(block).min(1).max(50);
export type FakeBlock = z.infer<typeof block>;

export const viewSchema = z.strictObject({
  type: z.literal("modal"),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: z.array(block).min(1).max(100),
});

/** All that a person can read in blocks, line by line. */
export function readable(blocks: readonly FakeBlock[]): string {
  return blocks
    .flatMap((it) => {
      if (it.type === "section") return [it.text.text];
      if (it.type === "context") return it.elements.map(({ text }) => text);
      if (it.type === "actions") return it.elements.map(({ text }) => `[${text.text}]`);
      return [it.label.text];
    })
    .join("\n");
}
