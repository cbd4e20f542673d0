import type { Language } from "../../contracts/document.js";
import { detectLanguage } from "../../language/detect.js";
import { fold } from "../../language/fold.js";
import { findNames, type Name } from "../../language/names.js";
import { findQuantities, type Quantity } from "../../language/quantities.js";
import { findRoles } from "../../language/roles.js";
import { ANY_GENDER } from "./marks.js";
import type { KnownNames, Named } from "./named.js";
import type { Turn } from "./turn.js";

/** What an answer names that its question did not. */
export interface Answered {
  readonly names: readonly Named[];
  readonly years: readonly Quantity[];
}

/** An earlier question, as it stands alone, with its answer. */
export interface Exchange {
  readonly asked: Turn | null;
  readonly answer: Answered | null;
}

/** The conversation so far, latest first. */
export type Context = readonly Exchange[];

/** A quotation that is no sentence is a title, which nobody spoke of. */
const TITLE = /[„“"«»][^„“”"«»]{1,300}?(?<![.!?:])[“”"«»]/gu;
const SEGMENT = /[^\n„“”"«»]+/gu;
/** So many of them are looked at: whom an answer is about stands at its beginning. */
const MOST = 12;

/** What an answer names beyond its question. */
export function readAnswer(answer: string, asked: Turn | null): Answered {
  const text = answer.replace(TITLE, " ").replace(/\[\d+\]/g, " ");
  const known = new Set((asked?.names ?? []).flatMap(({ surface }) => wordsIn(surface)));
  const named: Named[] = [];
  for (const segment of (text.match(SEGMENT) ?? []).slice(0, MOST)) {
    const language = detectLanguage(segment);
    const names = findNames(segment, language);
    for (const name of names) {
      const words = wordsIn(name.surface);
      if (words.some((word) => known.has(word))) continue;
      const found = namedIn(segment, name, names, { language, asked });
      const at = named.findIndex((it) => wordsIn(it.surface).at(-1) === words.at(-1));
      const before = named[at];
      if (before === undefined) named.push(found);
      else if (found.genders.length < before.genders.length) named[at] = { ...before, genders: found.genders };
    }
  }
  const years = findQuantities(text).filter(({ kind }) => kind === "year");
  return { names: named, years };
}

export function wordsIn(name: string): string[] {
  return fold(name).split(/[\s-]+/);
}

function namedIn(
  segment: string,
  name: Name,
  all: readonly Name[],
  { language, asked }: { readonly language: Language | null; readonly asked: Turn | null },
): Named {
  const { start, end, surface } = name;
  const isPerson = name.kind === "person" || (name.kind === "other" && isHolder(name, segment, asked));
  const kind = isPerson ? "person" : name.kind === "place" ? "place" : "organisation";
  const alone = all.filter((it) => it.kind === "person").length <= 1;
  const genders = isPerson ? genderOf(name, alone ? segment : "", language) : ANY_GENDER;
  return { start, end, surface, kind, preposition: null, article: "", genders };
}

/** "Geschäftsführer ist Arno Beispiel": who holds a position that was asked for is a person. */
function isHolder({ surface }: Name, segment: string, asked: Turn | null): boolean {
  const words = surface.split(/\s+/).length;
  return asked?.kind === "person" && words >= 2 && words <= 3 && findRoles(segment).length > 0;
}

const WOMAN = /(?:in|woman|ärztin)$/iu;
const WOMANS_TITLE = /Frau|Professorin|Doktorin|Mrs|Ms\b|Lady/u;
const MANS_TITLE = /Herrn?|Mr\b|Sir/u;
const MAN = /(?:chairman|spokesman)$/iu;
const GERMAN_MAN =
  /(?:leiter|direktor|führer|vorsitzender|präsident|dekan|rektor|kanzler|sprecher|professor|arzt|manager|minister|gründer|koordinator|beauftragter|inhaber|meister)s?$/iu;

/** Whether a person is a man or a woman, as far as title and position tell. */
function genderOf({ title }: Name, segment: string, language: Language | null): string {
  if (title !== null && WOMANS_TITLE.test(title)) return "f";
  if (title !== null && MANS_TITLE.test(title)) return "m";
  const roles = findRoles(segment).map((role) => segment.slice(role.start, role.end));
  if (language === "de" && roles.some((role) => WOMAN.test(role))) return "f";
  if (roles.some((role) => MAN.test(role) || (language === "de" && GERMAN_MAN.test(role)))) return "m";
  return "mf";
}

/** The names of a conversation by their words, those apart that mean something else, too. */
export function knownNames(context: Context): KnownNames {
  const known = new Map<string, Named["kind"]>();
  for (const { asked, answer } of [...context].reverse()) {
    for (const { surface, kind } of [...(answer?.names ?? []), ...(asked?.names ?? [])]) {
      const words = wordsIn(surface);
      for (const word of words) if (word.length >= LEAST) known.set(word, kind);
    }
  }
  return known;
}

const LEAST = 4;
