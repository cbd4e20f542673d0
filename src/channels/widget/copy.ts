import type { Answer, Citation } from "../../contracts/answer.js";
import { showDate } from "./dates.js";
import { originalLink } from "./links.js";
import { fill, type Texts } from "./texts.js";

/** Question, answer and sources as plain text, fit for a mail. */
export function answerAsText(question: string, answer: Answer, words: Texts): string {
  const quotes = answer.language === "de" ? ["„", "“"] : ["“", "”"];
  const source = (citation: Citation, mark: string) => {
    const facts = [
      citation.title ?? words.untitled,
      citation.publisher,
      showDate(citation.publishedAt, answer.language),
    ];
    const original = originalLink({ url: citation.url, quote: "" });
    const lines = [
      `${mark} ${facts.filter(Boolean).join(", ")}`,
      `${quotes[0]}${citation.quote}${quotes[1]}`,
      original,
    ];
    return lines.filter((line) => line !== null).join("\n    ");
  };
  const closest = answer.abstention?.closest ?? [];
  const sources = answer.citations.map((citation) => source(citation, `[${citation.marker}]`));
  const near = closest.map((citation) => source(citation, "-"));
  const asOf = showDate(answer.asOf, answer.language);
  const blocks = [
    question,
    answer.answer,
    sources.length > 0 ? [`${words.sources}:`, ...sources].join("\n") : "",
    near.length > 0 ? [`${words.closest}:`, ...near].join("\n") : "",
    asOf === null ? "" : fill(words.asOf, { date: asOf }),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/**
 * Puts text on the clipboard; false where the browser does not let us. Without the permission, or on a page without
 * TLS, the older way is taken, which works while a click is handled: a field `near` the button is selected and copied.
 */
export async function copyText(text: string, near: Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, near);
  }
}

function copyFromField(text: string, near: Node): boolean {
  const root = near.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.readOnly = true;
  field.value = text;
  near.appendChild(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
