/** A piece of a guide, which is shown as HTML and as Markdown. In texts, `code` stands between backticks. */
export type GuidePart =
  | { readonly kind: "paragraph"; readonly text: string; readonly lang?: "de" }
  | { readonly kind: "code"; readonly code: string; readonly language: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface GuideSection {
  /** For links to it. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly GuidePart[];
}

export const paragraph = (text: string): GuidePart => ({ kind: "paragraph", text });
export const code = (language: string, text: string): GuidePart => ({ kind: "code", language, code: text });
export const list = (...items: readonly string[]): GuidePart => ({ kind: "list", items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): GuidePart => ({
  kind: "table",
  head,
  rows,
});
