import { clausesOf } from "../../language/clauses.js";
import { modalityOf } from "../../language/modality.js";
import { wordsOf } from "../sentence-views.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import { isRestrictedAlike } from "./claim-wording.js";

/** Asks whether something is there yet. */
const STATE =
  /^(?:betrieb|eröffne\p{L}*|geöffnet|offen|fertig\p{L}*|einsatz|use|used|open(?:ed)?|operation(?:al)?|running|existier\p{L}*|exists?|verfügbar|available|launched|gestartet|umgesetzt|abgeschlossen|completed|finished|place|bestehend\p{L}*|vorhanden|live)$/iu;
/** A plan that it come to be, not one about something that is there: "the centre is to grow". */
const CREATION =
  /(?<!\p{L})(?:geplant|planned|vorhaben|aufbau\p{L}*|aufzubauen|errich\p{L}*|einricht\p{L}*|gründ\p{L}*|schaffen|entwickel\p{L}*|eröffn\p{L}*|build|establish|set up|create|found|develop|open|launch)(?!\p{L})/iu;

/** Whether a clause that plans something plans that it come to be. */
export function bringsAbout(clause: string): boolean {
  return CREATION.test(clause);
}

/**
 * "Is the centre open yet?" – "The centre is planned": the clause names all that the question is about, apart from the
 * state that it asks for, and plans to bring it about.
 */
export function isStillToCome({ terms, standalone, asksForPlan }: Understood, { view, candidate }: Finding): boolean {
  const states = terms.filter(({ surface }) => STATE.test(surface));
  const things = terms.filter((term) => !states.includes(term));
  if (asksForPlan || states.length === 0 || things.length === 0) return false;
  return clausesOf(view.text).some(({ start, end }) => {
    const text = view.text.slice(start, end);
    const words = wordsOf(text, candidate.document.language);
    const isCreated = modalityOf(text) === "planned" && bringsAbout(text);
    return isCreated && isRestrictedAlike(standalone, text) && things.every((term) => holds(words, term) === 1);
  });
}
