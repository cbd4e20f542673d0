import type { DocumentTexts } from "../pages/document-texts.js";
import { cutBlock, type Range, readQuotes } from "./quote-ranges.js";

/** Highlights the quotations that the address names, says so, and scrolls to the first. */
export function markQuotes(words: DocumentTexts): void {
  const blocks = [...document.querySelectorAll<HTMLElement>("#document [data-start]")].map(blockOf);
  const { ranges, misplaced } = readQuotes(location.hash, Math.max(0, ...blocks.map(({ end }) => end)));
  const marks: HTMLElement[] = [];
  for (const block of blocks) marks.push(...markBlock(block, ranges));
  // The first piece of each quotation, in the order of the address.
  const targets = ranges
    .map((_, number) => marks.find((mark) => mark.dataset.quotes?.split(" ").includes(String(number))))
    .filter((mark) => mark !== undefined);
  showNotice(words, targets, misplaced || targets.length < ranges.length);
  const [first] = targets;
  if (first === undefined) return;
  first.scrollIntoView({ block: "center" });
  first.focus({ preventScroll: true });
}

interface Block extends Range {
  readonly node: HTMLElement;
  readonly text: string;
}

function blockOf(node: HTMLElement): Block {
  const text = node.textContent ?? "";
  const start = Number(node.dataset.start);
  return { node, text, start, end: start + text.length };
}

/** The marks that were made in it; without any its text is as it was. */
function markBlock({ node, text, start, end }: Block, ranges: readonly Range[]): HTMLElement[] {
  const pieces = cutBlock({ start, end }, ranges).map((piece) => {
    const content = text.slice(piece.start - start, piece.end - start);
    return piece.quotes.length === 0 ? content : makeMark(content, piece.quotes);
  });
  node.replaceChildren(...pieces);
  return pieces.filter((piece) => typeof piece !== "string");
}

function makeMark(content: string, quotes: readonly number[]): HTMLElement {
  const mark = document.createElement("mark");
  mark.dataset.quotes = quotes.join(" ");
  mark.tabIndex = -1;
  mark.append(content);
  return mark;
}

function showNotice(words: DocumentTexts, targets: readonly HTMLElement[], misplaced: boolean): void {
  const sentences = [
    ...(targets.length > 0 ? [words.marked(targets.length)] : []),
    ...(misplaced ? [words.misplaced] : []),
  ];
  document.getElementById("quotes-said")?.replaceChildren(sentences.join(" "));
  const links = targets.map((target, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(words.jump(index + 1, targets.length));
    button.addEventListener("click", () => {
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      target.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
      target.focus({ preventScroll: true });
    });
    return button;
  });
  document.getElementById("quotes-links")?.replaceChildren(...links);
}
