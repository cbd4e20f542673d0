import type { Draft, DraftSentence, Quotation } from "./draft.js";
import { factOf } from "./facts.js";
import { introduce } from "./phrases.js";
import { viewsOf } from "./sentence-views.js";
import type { AnswerKind, Finding, Understood } from "./steps.js";

/** How many quoted sentences an answer has at most; a checkable fact needs one, an overview several. */
const SENTENCES: Readonly<Record<AnswerKind, number>> = {
  person: 1,
  role: 1,
  date: 1,
  duration: 1,
  number: 1,
  amount: 1,
  percent: 1,
  place: 1,
  definition: 2,
  yesno: 2,
  reason: 2,
  other: 2,
  list: 3,
  comparison: 2,
  statement: 2,
  overview: 3,
  plan: 3,
};

/** A list is quoted whole up to this many items. */
const ITEMS = 8;

/**
 * Writes an answer without a language model: the bare fact where there is one, then the sentences that carry it,
 * verbatim; a list with its lead-in; a sentence in another language with an introduction in the asker's.
 */
export function composeExtract(understood: Understood, findings: readonly Finding[]): Draft {
  const [first] = findings;
  if (first === undefined) return { sentences: [] };
  const chosen = inReadingOrder(findings.slice(0, SENTENCES[understood.kind]), first);
  const fact = factOf(understood, first);
  const facts: DraftSentence[] =
    fact === null ? [] : [{ text: fact, own: fact, quotations: [quotationOf(first)], layout: "run" }];
  const carried = chosen.flatMap((finding) => quote(understood, finding));
  return { sentences: [...facts, ...withoutRepeats(carried)] };
}

/** The best one first; sentences of its passage follow in the order of the text. */
function inReadingOrder(findings: readonly Finding[], first: Finding): Finding[] {
  const same = findings.filter((it) => it.candidate.passage.id === first.candidate.passage.id);
  const rest = findings.filter((it) => it.candidate.passage.id !== first.candidate.passage.id);
  return [...same.sort((a, b) => a.view.sentence.start - b.view.sentence.start), ...rest];
}

function quote(understood: Understood, finding: Finding): DraftSentence[] {
  const introduces = finding.view.text.endsWith(":");
  const list = introduces || understood.kind === "list" ? listOf(finding) : [];
  if (list.length > 1) return list.map((it, at) => verbatim(understood, it, at === 0 ? "line" : "item"));
  const { leadIn } = finding.view.sentence;
  const introducing =
    leadIn === null ? undefined : siblings(finding).find((it) => it.view.sentence.start === leadIn.start);
  if (introducing !== undefined)
    return [verbatim(understood, introducing, "line"), verbatim(understood, finding, "item")];
  return [verbatim(understood, finding, "line")];
}

/** The list that a sentence introduces or belongs to, with its lead-in first; empty when there is none. */
function listOf(finding: Finding): Finding[] {
  const all = siblings(finding);
  const lead = finding.view.sentence.leadIn?.start ?? finding.view.sentence.start;
  const items = all.filter((it) => it.view.sentence.leadIn?.start === lead);
  if (items.length === 0) return [];
  return [...all.filter((it) => it.view.sentence.start === lead), ...items.slice(0, ITEMS)];
}

function siblings(finding: Finding): Finding[] {
  const { passage, document } = finding.candidate;
  return viewsOf(passage, document).map((view, at) => ({ ...finding, at, view }));
}

function verbatim({ language }: Understood, finding: Finding, layout: DraftSentence["layout"]): DraftSentence {
  const { document } = finding.candidate;
  const { text } = finding.view;
  const foreign = document.language !== null && document.language !== language && layout !== "item";
  return {
    text: foreign ? introduce(text, document, language) : text,
    own: "",
    quotations: [quotationOf(finding)],
    layout,
  };
}

function quotationOf({ candidate, view }: Finding): Quotation {
  return { candidate, start: view.sentence.start, end: view.sentence.end, quote: view.text };
}

function withoutRepeats(sentences: readonly DraftSentence[]): DraftSentence[] {
  const seen = new Set<string>();
  return sentences.filter((sentence) => !seen.has(sentence.text) && seen.add(sentence.text));
}
