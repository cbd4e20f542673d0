import type { DraftSentence } from "../draft.js";
import type { Asked } from "./asked.js";
import { continued } from "./continued.js";
import { factOf } from "./fact.js";
import { inTextOrder } from "./gathered.js";
import { listingOf, quoteListing } from "./listing.js";
import { answerNews, asksForNews } from "./news.js";
import { ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

const SENTENCES = 2;

/**
 * A question of no special form: what it is called, where that is asked; a list, where the best sentence has one; what is
 * new, where that is asked.
 */
export function answerOpen(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  const { language } = understood;
  if (asksForNews(understood)) return answerNews(asked);
  const [first] = findings;
  const stated = factOf(understood, first);
  const facts = stated === null ? [] : [ownSentence(stated, first)];
  const listing = listingOf(first);
  if (listing !== null && first.view.text.endsWith(":")) return [...facts, ...quoteListing(listing, { language })];
  const shown = stated === null ? inTextOrder(withoutRepeats(findings).slice(0, SENTENCES)) : [first];
  return [...facts, ...quoteAll(stated === null ? continued(shown) : shown, { language })];
}
