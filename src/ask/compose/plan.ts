import { clausesOf } from "../../language/clauses.js";
import { modalityOf } from "../../language/modality.js";
import type { DraftSentence } from "../draft.js";
import { speechOf } from "../reading/speech.js";
import { contextOf } from "../sentence-views.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { listingOf, quoteListing } from "./listing.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

const SENTENCES = 3;
/** Of a question that names no topic all plans are asked for. */
const GENERAL_SENTENCES = 4;

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
  const distinct = withoutRepeats(told);
  const chosen = topicOf(first, understood).length > 0 ? distinct.slice(0, SENTENCES) : mostTelling(distinct);
  return quoteAll(inTextOrder(chosen), options);
}

/** So much more is a sentence worth that says of something that it is planned. */
const EXPLICITLY = 1000;

/** The first one, and each time the one that adds most to what has been told; what somebody says about plans comes last. */
function mostTelling([first, ...others]: readonly Finding[]): Finding[] {
  if (first === undefined) return [];
  const chosen = [first];
  const told = new Set(first.view.concepts);
  const left = [...others];
  while (chosen.length < GENERAL_SENTENCES && left.length > 0) {
    const worth = left.map((it) => {
      const added = [...it.view.concepts].filter((concept) => !told.has(concept)).length;
      return isSpeech(it) ? 0 : added + (isExplicit(it) ? EXPLICITLY : 0);
    });
    const [next] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (next === undefined) break;
    chosen.push(next);
    for (const concept of next.view.concepts) told.add(concept);
  }
  return chosen;
}

function isSpeech(finding: Finding): boolean {
  const { open, close } = speechOf(finding);
  return open !== "" || close !== "" || /[„“”»«]/u.test(finding.view.text);
}

const EXPLICIT =
  /(?<!\p{L})(?:geplant|(?<!zu )planen|plant|planned|plans? to|vorhaben|intends?|beabsichtig\p{L}*)(?!\p{L})/iu;

/** "Planned are …" says more than that somebody wants something. */
function explicitFirst(findings: readonly Finding[]): Finding[] {
  return [...findings.filter(isExplicit), ...findings.filter((it) => !isExplicit(it))];
}

function isExplicit({ view }: Finding): boolean {
  return EXPLICIT.test(view.text);
}

/** Some clause plans something, and the sentence stands on its own. */
export function tellsOfPlans({ view }: Finding): boolean {
  if (view.text.endsWith(":")) return false;
  return clausesOf(view.text).some(({ start, end }) => modalityOf(view.text.slice(start, end)) === "planned");
}

/** Holds every name of the question, or stands below it, and where it names a topic, too, some of that. */
function isAbout(finding: Finding, understood: Understood): boolean {
  const isHeld = (term: Term) => holds(finding.view, term) > 0;
  const names = understood.terms.filter(({ kind }) => kind === "name");
  const topic = topicOf(finding, understood);
  const isNamed = names.every((term) => isHeld(term) || isAbove(term, finding));
  return isNamed && (topic.length === 0 ? names.length > 0 : topic.some(isHeld));
}

/** What the plans are to be about, beyond what stands above them. */
function topicOf(finding: Finding, { terms }: Understood): Term[] {
  return terms.filter((term) => term.kind === "word" && !saysThatItIsPlanned(term) && !isAbove(term, finding));
}

function isAbove(term: Term, { candidate: { passage, document } }: Finding): boolean {
  return holds(contextOf(passage, document), term) > 0;
}

const PLANNING: ReadonlySet<string> = new Set(["plan", "goal", "collaboration", "partnership", "project"]);

function saysThatItIsPlanned({ concepts }: Term): boolean {
  return concepts.some((concept) => PLANNING.has(concept));
}
