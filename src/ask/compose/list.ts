import type { DraftSentence } from "../draft.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { continued } from "./continued.js";
import { enumerationFor } from "./enumeration.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { instanceFor } from "./instances.js";
import { type Listing, listingOf, quoteListing } from "./listing.js";
import { quoteAll } from "./quoting.js";
import { saysTheSame, withoutRepeats } from "./repeats.js";
import { positionsOfSeveral } from "./roles.js";

const POSITIONS = /^(?:positions?|positionen|roles?|rollen?|funktion(?:en)?|functions?|jobs?|titles?|ämter)$/iu;
/** Sentences that may enumerate, where no document has a list. */
const SENTENCES = 3;

/**
 * A document's own list where there is one, whole and with its lead-in, and what other documents add; else the sentence
 * that enumerates or names what is asked for, or those that speak of it, each thing once.
 */
export function answerList(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  const { language } = understood;
  if (understood.listed !== null && POSITIONS.test(understood.listed.surface)) {
    const several = positionsOfSeveral(asked);
    if (several.length > 0) return quoteAll(several, { language });
  }
  const listing = listingFor(understood, asked);
  if (listing === null) {
    const named = enumerationFor(asked) ?? instanceFor(asked);
    if (named !== null) return quoteAll([named], { language });
    const distinct = withoutRepeats(ownLanguageFirst(onListed(findings, understood), understood)).slice(0, SENTENCES);
    return quoteAll(continued(inTextOrder(distinct)), { language });
  }
  const listed = [listing.lead, ...listing.items];
  const { id } = listing.lead.candidate.document;
  const added = findings.filter(
    (it) => it.candidate.document.id !== id && !listed.some((item) => saysTheSame(it, item)),
  );
  return [
    ...quoteListing(listing, { language }),
    ...quoteAll(withoutRepeats(added).slice(0, SENTENCES - 1), { language }),
  ];
}

/** Those that name the kind of thing that is asked for as well as any does; all where none does. */
function onListed(findings: readonly Finding[], { listed }: Understood): Finding[] {
  const held = findings.map(({ view }) => (listed === null ? 0 : holds(view, listed)));
  return findings.filter((_, at) => held[at] === Math.max(...held));
}

/** The list of the best sentence, or one of its document whose lead-in names the kind of thing that is asked for. */
function listingFor({ listed }: Understood, { findings, evidence }: Asked): Listing | null {
  const first = listingOf(findings[0]);
  if (first !== null || listed === null) return first;
  const { id } = findings[0].candidate.document;
  const listings = [...findings, ...bodyOf(evidence, id)].map(listingOf).filter((it) => it !== null);
  return listings.find(({ lead }) => holds(lead.view, listed) === 1) ?? null;
}

/** Of a sentence in both languages the asker's one is kept: the best stays first of its language. */
function ownLanguageFirst(findings: readonly Finding[], { language }: Understood): Finding[] {
  const isOwn = ({ candidate: { document } }: Finding) => document.language === language;
  const [first] = findings;
  if (first === undefined) return [];
  const repeated = findings.find((it) => isOwn(it) && saysTheSame(it, first));
  return repeated === undefined || isOwn(first) ? [...findings] : [repeated, ...findings];
}
