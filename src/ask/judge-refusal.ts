import { documentsOf, isParty } from "./judge-documents.js";
import type { Weighed } from "./judge-signals.js";
import type { Evidence, Judgement, Missing, Term, Understood } from "./steps.js";
import { isNameLike } from "./term-match.js";

/** From this probability of the closest sentence on, the topic is there. */
const TOPIC = 0.1;

type Refusal = Extract<Judgement, { verdict: "no" }>;

/** A refusal of what is no question for documents. */
export function refuseOutside(what: NonNullable<Understood["outside"]>): Refusal {
  return { verdict: "no", reason: "out_of_scope", missing: [{ kind: "outside", what }], closest: [], probability: 0 };
}

/** Why nothing answers: nothing is on the topic, or the detail that is asked for is not there. */
export function refusal(
  understood: Understood,
  {
    evidence,
    weighed,
    closest,
    probability,
  }: Pick<Refusal, "closest" | "probability"> & { readonly evidence: Evidence; readonly weighed: readonly Weighed[] },
): Refusal {
  const lacking = missingTerms(understood, evidence, weighed);
  const isLacking = lacking.some((term) => term.kind === "name");
  const onTopic = namesParty(understood, evidence) || ((closest[0]?.probability ?? 0) >= TOPIC && !isLacking);
  const terms = lacking.map(({ surface }): Missing => ({ kind: "term", surface }));
  const missing: Missing[] = understood.asksForNow && onTopic ? [...terms, { kind: "now" }] : terms;
  return { verdict: "no", reason: onTopic ? "no_evidence" : "out_of_scope", missing, closest, probability };
}

/** Names somebody or something that a document is about. */
function namesParty({ terms }: Understood, evidence: Evidence): boolean {
  const documents = documentsOf(evidence);
  return terms.some((term) => isNameLike(term) && documents.some((document) => isParty(document, term)));
}

/** A first word has its capital from its place, and may be a verb: "Nutzt Siemens Roboter?" */
const PERHAPS_A_VERB = /^\p{Lu}\p{Ll}+(?:n|te?)$/u;

/**
 * What the question names and no passage of the library holds, nor what stands above those of the evidence. What the
 * glossary knows is left out: documents may say it in other words.
 */
function missingTerms({ terms }: Understood, evidence: Evidence, weighed: readonly Weighed[]): Term[] {
  return terms.filter(
    ({ kind, stems, start, surface, concepts }, at) =>
      kind !== "word" &&
      concepts.length === 0 &&
      !(start === 0 && PERHAPS_A_VERB.test(surface)) &&
      !isInLibrary(stems, evidence) &&
      !weighed.some(({ inPassage }) => (inPassage[at] ?? 0) > 0),
  );
}

export function isInLibrary(stems: readonly string[], { frequencies }: Evidence): boolean {
  return stems.some((stem) => (frequencies.get(stem) ?? 0) > 0);
}
