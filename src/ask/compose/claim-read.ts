import type { Language } from "../../contracts/document.js";
import { type Modality, modalityOf } from "../../language/modality.js";
import type { Term, Understood } from "../steps.js";
import { type Unit, unitsOf } from "./claim-units.js";

/** What a yes-or-no question claims. */
export interface Claim {
  readonly question: string;
  readonly language: Language;
  readonly units: readonly Unit[];
  /** What a clause must be for a yes: a plan where a plan is asked for. */
  readonly asks: Extract<Modality, "stated" | "planned" | "possible">;
  /** Asks whether a thing is planned at all, and not whether a deed is. */
  readonly ofThing: boolean;
}

const OPENING =
  /^(?:(?:und|and|aber|but)\s)?(?:(?:stimmt es|trifft es zu|ist es (?:wahr|richtig|so)|is it (?:true|correct|right)|is it the case),?\s(?:dass|that)\s)?/iu;
const ALTERNATIVES = /\b(?:oder|or)\b/iu;
const LEAST_TERMS = 2;

/** Null when the question asks for more than yes or no, denies something, or says too little to be compared. */
export function readClaim({ standalone, terms, detected, language, asksForPlan }: Understood): Claim | null {
  const cut = OPENING.exec(standalone)?.[0].length ?? 0;
  const question = standalone.slice(cut).replace(/[?\s]+$/u, "");
  const modality = modalityOf(question);
  if (ALTERNATIVES.test(question) || modality === "negated" || modality === "open") return null;
  const asks = asksForPlan ? "planned" : modality;
  const claimed = terms.filter(
    (term) => term.surface !== "" && !EMPTY.test(term.surface) && !(asks === "planned" && isPlan(term)),
  );
  const ofThing = asks === "planned" && /(?<!\p{L})(?:geplant|vorgesehen|planned)$/iu.test(question);
  const least = ofThing ? 1 : LEAST_TERMS;
  if (claimed.length < least || claimed.some(({ start }) => start < cut)) return null;
  const moved = claimed.map((term): Term => ({ ...term, start: term.start - cut, end: term.end - cut }));
  return { question, language: detected ?? language, units: unitsOf(moved, question), asks, ofThing };
}

/** "Gehört zu den größten" says no more than "is one of"; a qualifier is compared with its figure. */
const EMPTY =
  /^(?:(?:gehör|zähl)(?:t|en)|least|most|fewer|less|approximately|roughly|nearly|almost|mindestens|wenigstens|höchstens|maximal|weniger|rund|circa|knapp|etwa)$/iu;

function isPlan({ concepts, surface }: Term): boolean {
  return concepts.includes("plan") || /^(?:want|wish|intend|aim|hope|going)/iu.test(surface);
}
