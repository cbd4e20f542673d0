import type { types } from "@slack/bolt";
import { z } from "zod";
import type { Language } from "../../contracts/document.js";
import { COMMENT_MAX_LENGTH } from "../../contracts/feedback.js";
import { section } from "./blocks.js";
import { TEXTS } from "./texts.js";

export const FEEDBACK_VIEW = "konsil_feedback";
export const COMMENT_BLOCK = "comment";
const COMMENT_INPUT = "text";

/** What the window carries along until it is sent. */
const carriedSchema = z.object({ answerId: z.string(), verdict: z.enum(["wrong", "incomplete"]) });
export type CarriedVerdict = z.infer<typeof carriedSchema>;

const submittedSchema = z.object({
  private_metadata: z.string(),
  state: z.object({
    values: z.object({ [COMMENT_BLOCK]: z.object({ [COMMENT_INPUT]: z.object({ value: z.string().nullish() }) }) }),
  }),
});

/** Asks what is wrong or missing; the comment may stay empty. */
export function feedbackView(carried: CarriedVerdict, language: Language): types.ModalView {
  const texts = TEXTS[language];
  return {
    type: "modal",
    callback_id: FEEDBACK_VIEW,
    private_metadata: JSON.stringify(carried),
    title: { type: "plain_text", text: texts.commentTitle },
    submit: { type: "plain_text", text: texts.send },
    close: { type: "plain_text", text: texts.cancel },
    blocks: [
      {
        type: "input",
        block_id: COMMENT_BLOCK,
        optional: true,
        label: { type: "plain_text", text: texts.commentLabel[carried.verdict] },
        element: {
          type: "plain_text_input",
          action_id: COMMENT_INPUT,
          multiline: true,
          max_length: COMMENT_MAX_LENGTH,
        },
      },
    ],
  };
}

/** What takes the place of the question once it is answered. */
export function thanksView(language: Language): types.ModalView {
  const texts = TEXTS[language];
  return {
    type: "modal",
    title: { type: "plain_text", text: texts.commentTitle },
    close: { type: "plain_text", text: texts.close },
    blocks: [section(texts.thanks)],
  };
}

/** The verdict with its comment out of a submitted view; null for a view that is none of ours. */
export function submittedVerdict(view: unknown): (CarriedVerdict & { readonly comment: string }) | null {
  const submitted = submittedSchema.safeParse(view);
  if (!submitted.success) return null;
  const { private_metadata, state } = submitted.data;
  const carried = carriedSchema.safeParse(parsed(private_metadata));
  if (!carried.success) return null;
  return { ...carried.data, comment: state.values[COMMENT_BLOCK][COMMENT_INPUT].value?.trim() ?? "" };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
