import { speechOf } from "../reading/speech.js";
import { viewsOf, wordsOf } from "../sentence-views.js";
import type { SentenceView, Term } from "../steps.js";
import { holds, holdsWhole } from "../term-match.js";
import { comparable, isHeldBy, type Rule, unquoted, withContext } from "./rule.js";

/** A position, and everything that says which one, stands in the sentence; and it is that of the organisation asked for. */
export const holdsTheRole: Rule = ({ kind, terms, listed }, weighed) => {
  const { view, candidate } = weighed;
  const roles = terms.filter((term) => term.role);
  const asksWho = kind === "person" || (kind === "list" && listed?.role === true);
  if (!asksWho || roles.length === 0) return true;
  const words = comparable(
    terms.filter((term) => term.kind === "word"),
    weighed,
  );
  // What is said in the sentence does not tell which position it is.
  const own = wordsOf(unquoted(view.text), candidate.document.language);
  if (!words.every((term) => (term.role ? holdsWhole(own, term) : holds(own, term) > 0))) return false;
  const holders = terms.filter((term) => !term.role && term.quantity === null);
  const stated = organisationsOf(view, roles);
  if (stated.length === 0 || holders.length === 0) return true;
  // "Klinikum" alone tells none from another.
  const telling = holders.filter((term) => term.kind === "name" && term.concepts.length === 0);
  return stated.some((name) => {
    const words = wordsOf(name, candidate.document.language);
    const isHeld = (term: Term) => holds(words, term) > 0;
    return telling.length > 0 ? telling.every(isHeld) : holders.some(isHeld);
  });
};

/**
 * The organisations whose position it may be: the names that follow the role before the next comma ("CEO of X"), else
 * the one before it ("is at X head of").
 */
function organisationsOf(view: SentenceView, roles: readonly Term[]): string[] {
  const asked = view.roles.find((role) => {
    const words = wordsOf(view.text.slice(role.start, role.end), null);
    return roles.some((term) => holds(words, term) > 0);
  });
  const role = asked ?? view.roles[0];
  if (role === undefined) return [];
  // "Head of the region of X at Y": Y is the house.
  const organisations = view.names.filter((name) => name.kind !== "person" && name.kind !== "place");
  const clause = view.text.slice(role.end).search(/[,;:.“”"]/u);
  const limit = clause === -1 ? view.text.length : role.end + clause;
  const after = organisations.filter((name) => name.start >= role.end && name.start < limit);
  const before = organisations.findLast((name) => name.end <= role.start);
  const meant = after.length === 0 && before !== undefined ? [before] : after;
  return meant.map((name) => name.surface);
}

const ASKS_WHO = /^(?:(?:und|and|aber|but) )?(?:\S+ )?(?:wer|wem|wen|who|whom)(?!\p{L})/iu;

/** Who did something is told where the deed is: the word behind "who", or the participle at the end. */
export const holdsTheDeed: Rule = ({ kind, terms, standalone }, weighed) => {
  if (kind !== "person" || terms.some((term) => term.role)) return true;
  const asking = ASKS_WHO.exec(standalone);
  if (asking === null) return true;
  const words = terms.filter((term) => term.kind === "word");
  const end = asking[0].length;
  const deed =
    words.find(({ start }) => start >= end && standalone.slice(end, start).trim() === "") ??
    words.findLast(({ surface }) => PARTICIPLE.test(surface));
  if (deed === undefined || deed.concepts.length === 0) return true;
  return isHeldBy(withContext(weighed), deed);
};

const PARTICIPLE = /^(?:ge\p{Ll}{3,}(?:t|en)|\p{Ll}{4,}iert|(?:be|ver|er|ent|zer)\p{Ll}{3,}(?:t|en)|\p{Ll}{3,}ed)$/u;

/** What somebody says is in a sentence that names them, or follows one that does with nobody else named between. */
export const holdsTheSpeaker: Rule = ({ speaker }, { at, view, signals, candidate }) => {
  // The last name is enough; a report or a group of people may be called otherwise, in another language above all.
  const last =
    speaker.findLast(({ certainty, role }) => certainty === "sure" || role) ?? likely(speaker, signals.otherLanguage);
  if (last === undefined || holds(view, last) > 0) return true;
  // Speech that goes over several sentences has its speaker before or behind it.
  const told = speechOf({ candidate, at, view, probability: 0, rank: 0 }).speaker?.told.view;
  if (told !== undefined) return holds(told, last) > 0;
  if (view.names.some(({ kind }) => kind === "person")) return false;
  const before = viewsOf(candidate.passage, candidate.document).slice(0, at);
  const nearest = before.findLast(({ names }) => names.some(({ kind }) => kind === "person"));
  return nearest !== undefined && holds(nearest, last) > 0;
};

function likely(speaker: readonly Term[], otherLanguage: number): Term | undefined {
  return otherLanguage === 1 ? undefined : speaker.findLast(({ kind }) => kind === "name");
}
