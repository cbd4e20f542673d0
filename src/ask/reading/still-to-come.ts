import { clausesOf } from "../../language/clauses.js";
import { modalityOf } from "../../language/modality.js";
import { analyseWords } from "../../language/words.js";
import { contextOf, wordsOf } from "../sentence-views.js";
import type { Finding, Term, Understood, WordsView } from "../steps.js";
import { holds, isNameLike } from "../term-match.js";
import { isRestrictedAlike } from "../verdict/claim-wording.js";

/** Asks whether something is there yet. */
const STATE =
  /^(?:betrieb|eröffne\p{L}*|geöffnet|offen|fertig\p{L}*|einsatz|einsetz\p{L}*|eingesetzt\p{L}*|nutz\p{L}*|genutzt\p{L}*|verwend\p{L}*|eingeführt|aufgebaut|gebaut|errichtet|gegründet|entwickelt|realität|wirklichkeit|use[sd]?|using|open(?:ed)?|operation(?:al)?|operating|up|running|läuft|laufen|existier\p{L}*|exists?|existed|existing|verfügbar|available|launched|introduced|implemented|deployed|built|established|developed|reality|gestartet|umgesetzt|abgeschlossen|completed?|finished|ready|place|bestehend\p{L}*|vorhanden|live)$/iu;
/** So does "already" with a verb for having or being. */
const ALREADY = /(?<!\p{L})(?:schon|bereits|already|yet)(?!\p{L})/iu;
const BEING =
  /^(?:und |and )?(?:gibt|hat|haben|ist|sind|has|have|is|are|do|does|setzt|setzen|besteh(?:t|en))(?!\p{L})/iu;
/** "Setzt … ein" */
const PUTTING_IN = /^(?:setzt|setzen|besteh(?:t|en)|gibt|have|has|hat|haben)$/iu;
/** A plan that it come to be, not one about something that is there: "the centre is to grow". */
const CREATION =
  /(?<!\p{L})(?:geplant|planned|vorhaben|aufbau\p{L}*|aufzubauen|errich\p{L}*|einricht\p{L}*|gründ\p{L}*|schaffen|entwickel\p{L}*|eröffn\p{L}*|build|built|establish(?:ed)?|set up|created?|found|develop(?:ed)?|open(?:ed)?|launch(?:ed)?|introduced?)(?!\p{L})/iu;
/** It is done to what stands first: "the centre is to be built". */
const PASSIVE =
  /(?<!\p{L})(?:werden|wird|worden|be|geplant\p{L}*|planned|vorhaben|vorgesehen|eröffnen|open)(?!\p{L})/iu;
/** "The projects include the development of": what is planned includes what does not exist yet. */
const INCLUDED =
  /(?<!\p{L})(?:includes?|comprises?|involves?|umfass(?:t|en)|gehör(?:t|en)|beinhalte(?:t|n))(?!\p{L}).*(?<!\p{L})(?:development|creation|establishment|construction|setting up|Entwicklung|Aufbau|Errichtung|Gründung)(?!\p{L})/iu;

/** Whether a clause that plans something plans that it come to be. */
export function bringsAbout(clause: string): boolean {
  return CREATION.test(clause);
}

/**
 * "Is the centre open yet?" – "The centre is planned": the clause names all that the question is about, apart from the
 * state that it asks for, and plans to bring it about. Whose it is may stand above the passage. `others`: sentences that
 * may stand before it.
 */
export function isStillToCome(
  { terms, standalone, asksForPlan }: Understood,
  finding: Finding,
  others: readonly Finding[],
): boolean {
  const { view, candidate } = finding;
  const isState = ({ surface }: Term) => STATE.test(surface) || PUTTING_IN.test(surface);
  const isAsked =
    terms.some(({ surface }) => STATE.test(surface)) || (ALREADY.test(standalone) && BEING.test(standalone));
  const things = terms.filter((term) => !isState(term) && !/^(?:schon|bereits|already|yet)$/iu.test(term.surface));
  if (asksForPlan || !isAsked || things.length === 0) return false;
  const above = contextOf(candidate.passage, candidate.document);
  return clausesOf(view.text).some(({ start, end }) => {
    const text = view.text.slice(start, end);
    if (!isToCome(text, finding, others) || !isRestrictedAlike(standalone, text)) return false;
    const words = wordsOf(text, candidate.document.language);
    return things.some((term) => !isNameLike(term)) && isNamed(things, words, above) && !isDoer(things, text, finding);
  });
}

/** The names here or above, and everything else here. */
function isNamed(things: readonly Term[], here: WordsView, above: WordsView): boolean {
  return things.every((term) => holds(here, term) === 1 || (isNameLike(term) && holds(above, term) === 1));
}

function isToCome(text: string, finding: Finding, others: readonly Finding[]): boolean {
  const modality = modalityOf(text);
  if (modality === "planned") return bringsAbout(text);
  return modality === "stated" && INCLUDED.test(text) && isOfPlan(text, finding, others);
}

/** How far back what is planned may be told, in UTF-16 code units. */
const NEAR = 1500;

/** What includes it is planned itself: a sentence before it plans to bring that about. */
function isOfPlan(text: string, { candidate, view }: Finding, others: readonly Finding[]): boolean {
  const { language, id } = candidate.document;
  const [subject = ""] = text.split(
    /(?<!\p{L})(?:also|auch|includes?|comprises?|involves?|umfass(?:t|en)|gehör(?:t|en))(?!\p{L})/u,
  );
  const stems = analyseWords(subject, language).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
  const isBefore = (it: Finding) =>
    it.candidate.document.id === id &&
    it.view.sentence.start < view.sentence.start &&
    view.sentence.start - it.view.sentence.end < NEAR;
  return others
    .filter(isBefore)
    .flatMap(({ view: { text: before } }) => clausesOf(before).map(({ start, end }) => before.slice(start, end)))
    .some((clause) => {
      const words = wordsOf(clause, language);
      const isPlanned = modalityOf(clause) === "planned" && bringsAbout(clause);
      return stems.length > 0 && isPlanned && stems.every((stem) => words.stems.has(stem));
    });
}

/** What stands first brings something else about: "the centre is to build laboratories". */
function isDoer(things: readonly Term[], text: string, { candidate }: Finding): boolean {
  const first = analyseWords(text, candidate.document.language).find(({ stop }) => !stop);
  const isFirst = ({ stems }: Term) => first !== undefined && stems.includes(first.stem);
  return things.some((term) => !isNameLike(term) && isFirst(term)) && !PASSIVE.test(text);
}
