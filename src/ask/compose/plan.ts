import { clausesOf } from "../../language/clauses.js";
import { modalityOf } from "../../language/modality.js";
import type { DraftSentence } from "../draft.js";
import { contextOf } from "../sentence-views.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { listingOf, quoteListing } from "./listing.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

const SENTENCES = 3;

/**
 * What is planned, told as planned and as of the document's date: the sentences found, and where these are few, further
 * plans of the same document that are about what is asked.
 */
export function answerPlan({ understood, findings, evidence }: Asked): DraftSentence[] {
  const options = { language: understood.language, dated: true };
  const [first] = findings;
  const listing = listingOf(first);
  if (listing !== null) return quoteListing(listing, options);
  const planned = findings.filter(tellsOfPlans);
  const { id } = first.candidate.document;
  const further = bodyOf(evidence, id).filter((it) => tellsOfPlans(it) && isAbout(it, understood));
  const told = explicitFirst([...(planned.length > 0 ? planned : [first]), ...further]);
  const chosen = withoutRepeats(told).slice(0, SENTENCES);
  return quoteAll(inTextOrder(chosen), options);
}

const EXPLICIT =
  /(?<!\p{L})(?:geplant|(?<!zu )planen|plant|planned|plans? to|vorhaben|intends?|beabsichtig\p{L}*)(?!\p{L})/iu;

/** "Planned are …" says more than that somebody wants something. */
function explicitFirst(findings: readonly Finding[]): Finding[] {
  const isExplicit = ({ view }: Finding) => EXPLICIT.test(view.text);
  return [...findings.filter(isExplicit), ...findings.filter((it) => !isExplicit(it))];
}

/** Some clause plans something, and the sentence stands on its own. */
export function tellsOfPlans({ view }: Finding): boolean {
  if (view.text.endsWith(":")) return false;
  return clausesOf(view.text).some(({ start, end }) => modalityOf(view.text.slice(start, end)) === "planned");
}

/** Holds every name of the question, or stands below it, and where it names a topic, too, some of that. */
function isAbout({ view, candidate: { passage, document } }: Finding, { terms }: Understood): boolean {
  const above = contextOf(passage, document);
  const isHeld = (term: Term) => holds(view, term) > 0;
  const isAbove = (term: Term) => holds(above, term) > 0;
  const names = terms.filter(({ kind }) => kind === "name");
  const topic = terms.filter((term) => term.kind === "word" && !saysThatItIsPlanned(term) && !isAbove(term));
  const isNamed = names.every((term) => isHeld(term) || isAbove(term));
  return isNamed && (topic.length === 0 ? names.length > 0 : topic.some(isHeld));
}

const PLANNING: ReadonlySet<string> = new Set(["plan", "goal", "collaboration", "partnership", "project"]);

function saysThatItIsPlanned({ concepts }: Term): boolean {
  return concepts.some((concept) => PLANNING.has(concept));
}
