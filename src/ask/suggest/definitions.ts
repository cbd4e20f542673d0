import type { DocumentNames } from "./document-names.js";
import type { Candidate, Reading } from "./reading.js";
import { escaped } from "./source.js";
import { WORDING } from "./wording.js";

/** "X ist ein …", "X is the …": what stands before the verb, without a mark in between. */
const DEFINES = /^([^,:;.()„“”"]{2,60}?) (?:ist|is) (?:(?:eine?|an?)|(der|die|das|the)) \p{L}/u;
const SUBJECT = /^(?:(der|die|das|the|ein|eine|a|an) )?(.+)$/iu;
const MOST_WORDS = 4;
/** Stands for something that was said before. */
const POINTS_BACK =
  /^(?:es|er|sie|dies\p{L}*|jene\p{L}*|it|he|she|this|that|these|there|one|ein\p{L}* weitere\p{L}*|another)(?!\p{L})/iu;

/** What something is, and what an abbreviation stands for. */
export function readDefinitions(reading: Reading): Candidate[] {
  return [...definitionsOf(reading), ...abbreviationsOf(reading)];
}

function definitionsOf({ document, sources, names, language }: Reading): Candidate[] {
  const text = sources.map(({ view }) => view.text).join("\n");
  return sources.flatMap(({ view }) => {
    const match = DEFINES.exec(view.text);
    const subject = match?.[1];
    if (subject === undefined || view.sentence.kind !== "prose") return [];
    const thing = thingOf(subject, match?.[2] !== undefined, names, text);
    const isName = thing !== null && names.organisations.includes(thing.name);
    // Only names are the same in both languages.
    if (thing === null || (document.language !== language && !isName)) return [];
    const asked = isName ? names.withArticle(thing.name, language) : thing.phrase;
    return [{ kind: "definition", question: WORDING[language].definition(asked), sources: [view.sentence] }];
  });
}

/** A subject that means something by itself: a name, a word without an article, or more than an article and a noun. */
function thingOf(subject: string, isDefinite: boolean, names: DocumentNames, text: string) {
  const [, article, name] = SUBJECT.exec(subject) ?? [];
  if (name === undefined || POINTS_BACK.test(subject)) return null;
  const words = name.split(" ");
  const isKnown = names.organisations.includes(name);
  if (names.people.has(name) || /\p{L}\. /u.test(subject) || words.length > MOST_WORDS) return null;
  if (!isKnown && (isDefinite || (isDefiniteArticle(article) && words.length === 1))) return null;
  const small = decapitalised(subject);
  const isSmallElsewhere = new RegExp(`(?<!\\p{L})${escaped(decapitalised(words[0] ?? ""))}(?!\\p{L})`, "u").test(text);
  // A capital that comes from the place at the beginning of the sentence goes.
  return { name, phrase: article !== undefined || isSmallElsewhere ? small : subject };
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isDefiniteArticle(article: string | undefined): boolean {
  return article !== undefined && /^(?:der|die|das|the)$/i.test(article);
}

const STANDS_FOR = /(?:Abkürzung|abbreviation|acronym) (\p{Lu}{2,6})(?!\p{L})/u;
const IN_BRACKETS = /\((\p{Lu}{2,6})\)/u;

function abbreviationsOf({ sources, language }: Reading): Candidate[] {
  return sources.flatMap(({ view }) => {
    const bracket = IN_BRACKETS.exec(view.text);
    const isName = view.names.some(({ kind, end }) => kind === "organisation" && end + 1 === bracket?.index);
    const letters = STANDS_FOR.exec(view.text)?.[1] ?? (isName ? bracket?.[1] : undefined);
    if (letters === undefined) return [];
    return [{ kind: "abbreviation", question: WORDING[language].abbreviation(letters), sources: [view.sentence] }];
  });
}
