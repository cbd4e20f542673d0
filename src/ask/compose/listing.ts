import type { DraftSentence } from "../draft.js";
import { passageOf } from "../reading/neighbours.js";
import type { Finding } from "../steps.js";
import { type QuotingOptions, quoteAll } from "./quoting.js";

/** A list of a document: the sentence that introduces it, and its items. */
export interface Listing {
  readonly lead: Finding;
  readonly items: readonly Finding[];
}

/** The list that a sentence introduces or belongs to; null when there is none. */
export function listingOf(finding: Finding): Listing | null {
  const all = passageOf(finding);
  const start = finding.view.sentence.leadIn?.start ?? finding.view.sentence.start;
  const lead = all.find((it) => it.view.sentence.start === start);
  const items = all.filter((it) => it.view.sentence.leadIn?.start === start);
  return lead === undefined || items.length === 0 ? null : { lead, items };
}

/** The lead-in on a line, and each of the items as an item. */
export function quoteListing({ lead, items }: Listing, options: QuotingOptions): DraftSentence[] {
  const quoted = items.flatMap((item) => quoteAll([item], { language: itemLanguage(item, options), layout: "item" }));
  return [...quoteAll([lead], options), ...quoted];
}

/** Items follow their lead-in, which has introduced them: none of them is introduced again. */
function itemLanguage({ candidate: { document } }: Finding, { language }: QuotingOptions) {
  return document.language ?? language;
}
