import type { Document } from "../../contracts/document.js";
import { isCommonWord } from "../../language/common-words.js";
import { fold } from "../../language/fold.js";
import { findNames, type Name } from "../../language/names.js";
import type { WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import { foldedWords, meantIn, namedIn, type Party, partiesOf, speaksOfAll } from "./parties.js";
import { contentWords, lies } from "./read-text.js";
import type { Told, Window } from "./told.js";
import { PLACE_CONCEPTS } from "./topic-concepts.js";

/** Whether every name of a claim is told in the window, or stands above it where the window names nobody else. */
export function holdsNames(claim: Claim, window: Window, { met }: WordSupport): boolean {
  const { candidate } = window;
  const here = window.told.map(({ text }) => text).join("\n");
  const above = aboveOf(window);
  return (
    holdsParties(claim, window) &&
    claim.names.every((name) => {
      if (name.kind === "person") return holdsPerson(name, window);
      return wordsOfName(claim, name).every((word) => {
        const known = met.find((it) => it.word.surface === word && it.word.concepts.length > 0 && !isPlace(it.word));
        // "Universitätskliniken Europas" looks like a name, and is made of words that any text may hold.
        if (holdsWord(word, here) || (known !== undefined && known.met.lexical === 1)) return true;
        return holdsWord(word, above) || isAbbreviated(word, name, candidate.document, window);
      });
    })
  );
}

/** What stands above the window, and the sentence before it. */
function aboveOf({ candidate: { passage, document }, before, told }: Window): string {
  const { title, publisher, partners } = document;
  const leads = told[0]?.leansBack === true || before !== null ? [before?.text ?? ""] : [];
  return [title ?? "", publisher ?? "", passage.heading ?? "", ...partners, ...leads].join("\n");
}

/** Words that any text may hold tell nobody from anybody. */
function wordsOfName(claim: Claim, name: Name): string[] {
  const words = name.surface.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
  const telling = words.filter((word) => /^\p{Lu}|\p{Lu}/u.test(word) && !LEGAL.test(word));
  if (name.kind !== "other") return telling;
  // In a German text any two nouns side by side look like a name.
  const content = claim.words.filter((word) => lies(word, name));
  return telling.filter(
    (word) => !content.some((it) => it.surface.includes(word) && (it.concepts.length > 0 || isCommonWord(word))),
  );
}

const LEGAL = /^(?:AG|SE|GmbH|KG|Inc|Ltd|LLC|plc)$/u;

function holdsWord(word: string, text: string): boolean {
  const forms = formsOf(word);
  if (foldedWords(text).some((it) => formsOf(it).some((form) => forms.includes(form)))) return true;
  return (["de", "en"] as const).some((said) => {
    const [read] = contentWords(word, said);
    if (read === undefined || read.isCompound || read.concepts.length === 0) return false;
    return (["de", "en"] as const).some((language) =>
      contentWords(text, language).some(
        (it) => (!it.isCompound || isPlace(read)) && read.concepts.some((concept) => it.concepts.includes(concept)),
      ),
    );
  });
}

function isPlace({ concepts }: { readonly concepts: readonly string[] }): boolean {
  return concepts.some((concept) => PLACE_CONCEPTS.has(concept));
}

/** With and without the endings that a name takes: "Osnabrücks", "Münsteraner" apart. */
function formsOf(word: string): string[] {
  const folded = fold(word).replace(/['’]s?$/u, "");
  return [folded, folded.replace(/(?<=\p{L}{3})(?:es|s|er|en|e|n)$/u, "")];
}

/** "UKM" for what begins with these letters in the names of the document. */
function isAbbreviated(word: string, name: Name, { partners, title }: Document, { passage }: Window): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(word) || name.kind === "person") return false;
  const texts = [...passage.map(({ text }) => text), ...partners, title ?? ""];
  return texts.some((text) => text.includes(`(${word})`));
}

/** All parts of the name in one name, and the titles with them. */
function holdsPerson(name: Name, window: Window): boolean {
  const all = foldedWords(name.surface).filter((part) => part.length > 1);
  const named = window.passage.flatMap(({ view }) => view.names).filter(({ kind }) => kind === "person");
  const surnames = new Set(named.flatMap(({ surface }) => foldedWords(surface).slice(-1)));
  // In German a noun may follow that looks like a part of the name: "laut Prof. Muster Risiken".
  const last = all.findIndex((part) => surnames.has(part));
  const parts = last < 0 ? all : all.slice(0, last + 1);
  const texts = [...window.told, ...(window.before === null ? [] : [window.before])];
  const isHere = (it: Told) => {
    const words = foldedWords(it.text);
    return parts.every((part) => words.some((word) => word === part || word === `${part}s`)) && isOneName(parts, it);
  };
  const told = texts.filter(isHere);
  if (told.length === 0) {
    const full = window.passage.filter(isHere);
    const surname = parts.at(-1);
    const isNamed = window.told.some(({ text }) =>
      foldedWords(text).some((word) => word === surname || word === `${surname}s`),
    );
    return full.length > 0 && isNamed && holdsTitle(name, full);
  }
  return holdsTitle(name, [...told, ...window.passage.filter(isHere)]);
}

const ACADEMIC = /^(?:prof|professor|professorin|dr|doktor)$/;

/** "Dr. Kroemer" is no title that the source gives. */
function holdsTitle({ title }: Name, texts: readonly Told[]): boolean {
  if (title === null) return true;
  const held = new Set(texts.flatMap(({ text }) => foldedWords(text)).map(rankOf));
  return foldedWords(title).every((word) => !ACADEMIC.test(word) || held.has(rankOf(word)));
}

function rankOf(word: string): string {
  return /^prof/.test(word) ? "prof" : /^(?:dr|doktor|doctor)$/.test(word) ? "dr" : word;
}

function isOneName(parts: readonly string[], { text, language }: Told): boolean {
  if (parts.length === 1) return true;
  const all = findNames(text, language).map(({ surface }) => foldedWords(surface));
  if (all.some((words) => parts.every((part) => words.some((word) => word === part || word === `${part}s`))))
    return true;
  const words = foldedWords(text);
  const [first, ...rest] = parts;
  return words.some(
    (word, at) =>
      word === first &&
      rest.every((part) => words.slice(at, at + parts.length + 2).some((it) => it === part || it === `${part}s`)),
  );
}

/**
 * What is said of one party is told of that party: it is named in the window, or the window names no other one and what
 * stands before it speaks of that party last.
 */
function holdsParties(claim: Claim, window: Window): boolean {
  const parties = partiesOf(window.candidate.document);
  const said = namedIn(claim.text, parties);
  const here = new Set<Party>(window.told.flatMap(({ text }) => [...meantIn(text, parties)]));
  const missing = [...said].filter((party) => !here.has(party));
  if (missing.length === 0) return true;
  const isTogether = window.told.some(({ text }) => speaksOfAll(text));
  const others = [...here].filter((party) => !said.has(party));
  if (others.length > 0 && !isTogether) return false;
  if (here.size > 0 && !isTogether) return false;
  if (isTogether) return true;
  const last = lastNamed(window, parties);
  return last === null
    ? missing.length === parties.length || said.size === parties.length
    : missing.every((party) => last.has(party));
}

/** Whom the sentences before the window, or its heading, named last. */
function lastNamed({ candidate: { passage }, passage: sentences, told }: Window, parties: readonly Party[]) {
  const from = told[0]?.at ?? 0;
  for (const { text } of sentences.slice(0, from).reverse()) {
    const named = meantIn(text, parties);
    if (named.size > 0) return named;
  }
  const heading = namedIn(passage.heading ?? "", parties);
  return heading.size > 0 ? heading : null;
}
