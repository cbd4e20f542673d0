import type { ParsedDocument } from "../document-structure.js";
import type { Signals } from "./signals.js";

/**
 * Each block speaks for the article (above 0) or for the furniture around it (below 0); the article ends where the sum
 * is greatest, which is maximum subsequence segmentation (Pasternack and Roth, WWW 2009) with signals in the manner of
 * boilerpipe (Kohlschütter et al., WSDM 2010): length, sentences, headings, similarity with the text above. The weights
 * were set by hand on invented and saved pages, and keep 99.9 % of the OMoS-QA pages, guides that do address the reader.
 */
const WEIGHTS = {
  /** Prose earns one point for so many words, up to a limit. */
  wordsAPoint: 12,
  words: 50,
  /** From this similarity on prose earns in full; without any it earns the least share. */
  similar: 0.15,
  leastShare: 0.25,
  /** Prose that comes back to the core earns more where it is not a lone paragraph, as teasers are. */
  core: 1,
  coreInRun: 2,
  listed: 0.3,
  unlike: -0.4,
  heading: -0.8,
  headingOfProse: -0.3,
  caption: -0.8,
  dateline: -0.3,
  fragment: -0.3,
  hint: -1.5,
  label: -2,
  offer: -2.5,
};
/** So many words of the core are no coincidence. */
const CORE_WORDS = 2;
/** List items of so many words say something. */
const ITEM_WORDS = 8;

/** What the part after the end must show before it is cut: in a marked-up document it must be plainer still. */
const CUT = { sum: -3, sumOfMarkdown: -10, signs: 1, signsOfMarkdown: 4, headings: 4, credits: 2 };
/** A short line with one service ("Share this article") is an offer; a sentence needs more. */
const OFFER_WORDS = 6;
/** Where a share of the prose speaks to the reader, doing so means nothing: it is a guide. */
const GUIDE_SHARE = 0.2;
/** So many lines above the title, of so few words, are a menu when some of them name what sites have in menus. */
const MENU = { lines: 4, words: 3, entries: 2 };
const MENU_ENTRY =
  /^(?:home|start(?:seite)?|men[uü]|suche|search|kontakt|contact|impressum|imprint|log-?in|anmelden|sign in|abo|newsletter|navigation|über uns|about us|karriere|careers|zum inhalt.*|skip to.*)$/i;

/** Indices of the blocks that are not the document. */
export function findFurniture(signals: readonly Signals[], format: ParsedDocument["format"]): ReadonlySet<number> {
  const own = signals.filter((signal) => signal.isProse && signal.services === 0);
  if (own.length === 0) return new Set();
  const isGuide = own.filter((signal) => signal.addressesReader).length >= own.length * GUIDE_SHARE;
  const signs = signals.map((signal) => signal.label !== null || isOffer(signal, isGuide));
  const scores = signals.map((_, at) => score(signals, at, isGuide));
  const end = articleEnd(signals, scores, signs, format === "markdown");
  const after = signals.flatMap((_, at) => (at >= end ? [at] : []));
  if (format === "markdown") return new Set(after);
  return new Set([...menuAbove(signals), ...withinArticle(signals.slice(0, end), signs), ...after]);
}

function isOffer({ block, services, addressesReader, words, isProse }: Signals, isGuide: boolean): boolean {
  if (block.kind === "title" || services === 0 || (isGuide && isProse)) return false;
  return services >= 2 || (addressesReader && !isGuide) || words <= OFFER_WORDS;
}

function score(signals: readonly Signals[], at: number, isGuide: boolean): number {
  const signal = signals[at];
  if (signal === undefined || signal.block.kind === "title") return 0;
  const { block, words, services, similarity } = signal;
  if (signal.label !== null) return WEIGHTS.label;
  if (isOffer(signal, isGuide)) return WEIGHTS.offer;
  if (services > 0 && !isGuide && words < WEIGHTS.wordsAPoint) return WEIGHTS.hint;
  switch (block.kind) {
    case "heading":
      return isOwnProse(signals[at + 1]) ? WEIGHTS.headingOfProse : WEIGHTS.heading;
    case "caption":
      return WEIGHTS.caption;
    case "dateline":
      return WEIGHTS.dateline;
    case "item":
    case "row":
      return similarity > 0 || words >= ITEM_WORDS ? WEIGHTS.listed : WEIGHTS.unlike;
    default:
      return signal.isProse
        ? proseScore(signal, isOwnProse(signals[at - 1]) || isOwnProse(signals[at + 1]))
        : WEIGHTS.fragment;
  }
}

function isOwnProse(signal: Signals | undefined): boolean {
  return signal?.isProse === true && signal.services === 0;
}

function proseScore({ words, similarity, core }: Signals, inRun: boolean): number {
  const points = (Math.min(words, WEIGHTS.words) / WEIGHTS.wordsAPoint) * shareFor(similarity);
  return core >= CORE_WORDS ? points + (inRun ? WEIGHTS.coreInRun : WEIGHTS.core) : points;
}

function shareFor(similarity: number): number {
  return Math.max(WEIGHTS.leastShare, Math.min(1, similarity / WEIGHTS.similar));
}

/** Index of the first block after the article; the number of blocks where nothing is plainly furniture. */
function articleEnd(
  signals: readonly Signals[],
  scores: readonly number[],
  signs: readonly boolean[],
  isMarkdown: boolean,
): number {
  const title = signals.findIndex(({ block }) => block.kind === "title");
  const firstProse = signals.findIndex((signal, at) => at >= title && signal.isProse);
  const comments = signals.findIndex((signal, at) => at > firstProse && signal.label === "comments");
  let sum = 0;
  let best = Number.NEGATIVE_INFINITY;
  let end = signals.length;
  scores.slice(0, comments < 0 || isMarkdown ? undefined : comments).forEach((points, at) => {
    if (at >= title) sum += points;
    if (at >= firstProse && sum >= best) {
      best = sum;
      end = at + 1;
    }
  });
  const rest = signals.slice(end);
  const restSum = scores.slice(end).reduce((total, points) => total + points, 0);
  const signsInRest = signs.slice(end).filter(Boolean).length;
  const teasers =
    rest.filter(({ block }) => block.kind === "heading").length >= CUT.headings &&
    rest.filter(({ block }) => block.kind === "caption").length >= CUT.credits;
  const isPlain = isMarkdown
    ? signsInRest >= CUT.signsOfMarkdown && restSum <= CUT.sumOfMarkdown
    : (signsInRest >= CUT.signs || teasers) && (restSum <= CUT.sum || (comments >= 0 && comments >= end));
  return isPlain ? keepContacts(signals, scores, end) : signals.length;
}

/** What stands between the last paragraph and the first sign of furniture, contact lines for one, is the article's. */
function keepContacts(signals: readonly Signals[], scores: readonly number[], end: number): number {
  const sign = scores.findIndex((points, at) => at >= end && points <= WEIGHTS.hint);
  if (sign < 0) return end;
  let kept = end;
  while (kept < sign && ["paragraph", "item", "row", "dateline"].includes(signals[kept]?.block.kind ?? "")) kept += 1;
  return kept;
}

/** The menu of a saved page: many short lines above the title. */
function menuAbove(signals: readonly Signals[]): number[] {
  const title = signals.findIndex(({ block }) => block.kind === "title");
  const lines = signals.flatMap(({ block, words }, at) =>
    at < title - 1 && words <= MENU.words && (block.kind === "heading" || block.kind === "item") ? [at] : [],
  );
  const entries = lines.filter((at) => MENU_ENTRY.test(signals[at]?.text ?? "")).length;
  return lines.length >= MENU.lines && entries >= MENU.entries ? lines : [];
}

/** Boxes inside the article: an offer or a label, the heading directly above it, and the links below a label. */
function withinArticle(article: readonly Signals[], signs: readonly boolean[]): number[] {
  return article.flatMap((signal, at) => {
    if (!signs[at]) return [];
    const found = [at];
    if (article[at - 1]?.block.kind === "heading" && signal.block.kind !== "heading") found.push(at - 1);
    // The line directly above the next paragraph is that one's heading.
    for (
      let below = at + 1;
      signal.label !== null && isLink(article[below]) && !article[below + 1]?.isProse;
      below += 1
    ) {
      found.push(below);
    }
    return found;
  });
}

function isLink(signal: Signals | undefined): boolean {
  return (
    signal !== undefined && !signal.isProse && ["heading", "item", "caption", "dateline"].includes(signal.block.kind)
  );
}
