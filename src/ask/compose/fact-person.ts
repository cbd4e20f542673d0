import type { Language } from "../../contracts/document.js";
import type { Name } from "../../language/names.js";
import type { Part } from "../draft.js";
import { type Position, positionsOf } from "../reading/positions.js";
import { wordsOf } from "../sentence-views.js";
import type { Finding, SentenceView, Term, Understood } from "../steps.js";
import { holds, isComparable } from "../term-match.js";
import { type BareFact, bareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

/**
 * Who it is: the one person who holds the position that is asked for, else the one person whom the question does not
 * name, else the one organisation that does what is asked. A question for a person by name is answered with the position.
 */
export function personOf(understood: Understood, finding: Finding): BareFact | null {
  const { terms } = understood;
  const { view } = finding;
  const persons = distinct(view.names.filter(({ kind }) => kind === "person"));
  const others = persons.filter((name) => !isNamed(name, terms));
  if (others.length === 0) return roleOf(understood, finding) ?? actorOf(understood, view);
  const holder = holderOf(understood, finding);
  if (holder !== null)
    return bareFact(fact(fullName(holder.person)), ...inPassing(holder, understood.language, finding));
  const [person] = others;
  if (person === undefined || others.length > 1 || !saysWhatHappened(understood, finding)) return null;
  return bareFact(fact(fullName(person)));
}

/** Who is in a photo did not take it: all that the question says, as far as it can be compared, is in the sentence. */
function saysWhatHappened({ terms, language }: Understood, { view, candidate: { document } }: Finding): boolean {
  const isForeign = document.language !== null && document.language !== language;
  const deeds = terms.filter((term) => term.kind === "word" && isComparable(term, isForeign));
  return deeds.every((term) => holds(view, term) > 0);
}

/** The position of the one person whom the question names; in another language only what both write alike. */
export function roleOf({ terms, language }: Understood, finding: Finding): BareFact | null {
  const positions = positionsOf(finding.view).filter(({ person }) => isNamed(person, terms));
  const [position] = positions;
  if (position === undefined || positions.some((it) => it.person.surface !== position.person.surface)) return null;
  const parts = titleIn(language, position, finding);
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  return bareFact({ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest);
}

/** Of several persons the one whose position holds every word that says which position is asked for. */
function holderOf({ terms }: Understood, { view, candidate: { document } }: Finding): Position | null {
  const roles = terms.filter((term) => term.role);
  if (roles.length === 0) return null;
  const holders = positionsOf(view).filter(({ title, person }) => {
    const words = wordsOf(title, document.language);
    return !isNamed(person, terms) && roles.every((term) => holds(words, term) > 0);
  });
  const [holder, ...more] = holders;
  return holder === undefined || more.length > 0 ? null : holder;
}

/** A position that the sentence is there to state need not be said twice. */
function inPassing(position: Position, language: Language, finding: Finding): readonly Part[] {
  const parts = position.inPassing ? titleIn(language, position, finding) : [];
  return parts.length === 0 ? [] : [frame(", "), ...parts];
}

/** Titles that German and English share. */
const SHARED = /^(C[EFIOT]O|CMIO)(?:\s(?:of|von|at|bei)\s(\p{Lu}[^,]*))?$/u;

function titleIn(language: Language, { title }: Position, { candidate: { document } }: Finding): readonly Part[] {
  if (document.language === null || document.language === language) return [fact(title)];
  const [, role, organisation] = SHARED.exec(title) ?? [];
  if (role === undefined) return [];
  if (organisation === undefined) return [fact(role)];
  return [fact(role), frame(language === "de" ? " von " : " of "), fact(organisation)];
}

const SUBJECT = /^(?:(?:Die|Der|Das|The)\s)?$/u;

/** The organisation at the head of the sentence, or behind "by", where it stands uninflected. */
function actorOf({ terms }: Understood, view: SentenceView): BareFact | null {
  const names = distinct(view.names.filter(({ kind }) => kind === "organisation" || kind === "abbreviation"));
  const unnamed = names.filter((name) => !isNamed(name, terms));
  const actors = unnamed.filter((name) => {
    const before = view.text.slice(0, name.start);
    return SUBJECT.test(before) || /\bby\s(?:the\s)?$/u.test(before);
  });
  const [actor] = actors;
  if (actor === undefined || actors.length > 1 || /^\s(?:und|and|,)/u.test(view.text.slice(actor.end))) return null;
  const article = /^(?:Die|Der|Das|The)\s$/u.test(view.text.slice(0, actor.start))
    ? view.text.slice(0, actor.start)
    : "";
  return bareFact(fact(`${article}${actor.surface}`));
}

/** Whether the question names it: a person by the last name, anything else by all of its words, in either language. */
function isNamed({ kind, surface }: Name, terms: readonly Term[]): boolean {
  const asked = new Set(terms.map((term) => term.surface.toLowerCase()));
  const words = surface.toLowerCase().split(/[\s-]+/);
  if (kind === "person") return asked.has(words.at(-1) ?? "");
  return surface.split(/[\s-]+/).every((word) => {
    const view = wordsOf(word, null);
    return asked.has(word.toLowerCase()) || terms.some((term) => holds(view, term) === 1);
  });
}

function distinct(names: readonly Name[]): Name[] {
  return names.filter((name, at) => names.findIndex(({ surface }) => surface === name.surface) === at);
}

function fullName({ title, surface }: Name): string {
  return [title, surface].filter((it) => it !== null).join(" ");
}
