import type { DraftSentence } from "../draft.js";
import type { Finding, Term, Understood } from "../steps.js";
import type { Asked } from "./asked.js";
import { bodyOf, inTextOrder } from "./gathered.js";
import { quoteAll } from "./quoting.js";
import { withoutRepeats } from "./repeats.js";

/** "Was ist neu an ...", "Was kommt hinzu", "What's new about ...", "What is being added to ..." */
const ASKS =
  /^(?:und |and |also |so )?(?:was|what)(?:['’]?s)?\s(?:\p{L}+\s){0,4}?(?:neu|neues|hinzu|dazu|(?:ver)?ändert|(?:ver)?ändern|added|changing|new(?=\s(?:about|in|with|at|for|here)(?!\p{L})|[?!. ]*$)|(?<=(?:will|to)\s(?:\p{L}+\s){0,3})change)(?!\p{L})/iu;
/** "Neu ist ...", "New is ...", "Neu an der Kooperation ist ..." */
const SAYS =
  /^(?:neu|new)(?!\p{L}).{0,120}?(?<!\p{L})(?:ist|sind|is|are)(?!\p{L})|(?<!\p{L})(?:ist|sind|is|are|wird|werden) (?:jetzt |nun |now )?(?:neu|new)(?=[ ,.:])/iu;
/** What is told as a change: something is added, extended or begins. */
const CHANGES: readonly string[] = ["add", "expand", "start"];
const SENTENCES = 2;

export function asksForNews({ standalone }: Understood): boolean {
  return ASKS.test(standalone);
}

/** What a document says is new, else the changes that it tells most about beyond what the question says itself. */
export function answerNews({ understood, findings, evidence }: Asked): DraftSentence[] {
  const { id } = findings[0].candidate.document;
  const told = withoutRepeats([...findings, ...bodyOf(evidence, id)].filter((it) => it.candidate.document.id === id));
  const explicit = told.filter(({ view }) => SAYS.test(view.text));
  const changes = told.filter(({ view }) => CHANGES.some((concept) => view.concepts.has(concept)));
  const telling = [...changes].sort((a, b) => added(b, understood.terms) - added(a, understood.terms));
  const [shown = findings[0], ...more] = explicit.length > 0 ? explicit : telling;
  return quoteAll(inTextOrder([shown, ...more].slice(0, SENTENCES)), { language: understood.language });
}

/** So many things a sentence speaks of that the question does not. */
function added({ view }: Finding, terms: readonly Term[]): number {
  const asked = new Set(terms.flatMap(({ concepts }) => concepts));
  const surfaces = terms.map(({ surface }) => surface);
  const names = view.names.filter(({ surface }) => surface.split(/[\s-]+/).some((word) => !surfaces.includes(word)));
  return names.length + [...view.concepts].filter((concept) => !concept.endsWith("/*") && !asked.has(concept)).length;
}
