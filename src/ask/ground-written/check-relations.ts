import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import type { Name } from "../../language/names.js";
import { covers } from "../../language/quantities.js";
import { findRoles } from "../../language/roles.js";
import { positionsOf } from "../reading/positions.js";
import { wordsOf } from "../sentence-views.js";
import type { SentenceView } from "../steps.js";
import type { Stated } from "./check-figures.js";
import { isLight, type WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import { lexicalMatch } from "./match-words.js";
import { foldedWords, meantIn, namedIn, type Party, partiesOf } from "./parties.js";
import { type ContentWord, contentWords, meets } from "./read-text.js";
import type { Told, Window } from "./told.js";

/** Whether persons hold the positions, parties do the deeds, and figures count the things that the window says. */
export function isRelatedAlike(
  claim: Claim,
  window: Window,
  support: WordSupport,
  figures: readonly Stated[],
): boolean {
  return (
    holdsPositions(claim, window) &&
    isActedAlike(claim, window) &&
    isOwnedAlike(claim, window, support) &&
    isCountedAlike(claim, window, support, figures) &&
    isInSameDirection(claim, window) &&
    isBoundToNames(claim, window, support)
  );
}

/** Who holds a position holds it in the source, too, and at the same party, as far as it says what position they hold. */
function holdsPositions(claim: Claim, { told, passage, candidate }: Window): boolean {
  const parties = partiesOf(candidate.document);
  return claim.names
    .filter(({ kind }) => kind === "person")
    .every((person) => {
      // "Director is A, chairman is B": what stands before the name is told, what stands behind it is the next one's.
      const isBehind = /(?<!\p{L})(?:ist|is)\s(?:(?:\p{L}+\.|Professor\p{L}*|Frau|Herr)\s)*$/u.test(
        claim.text.slice(0, person.start),
      );
      const view = viewOf(claim, isBehind ? person.end : claim.text.length);
      const surname = foldedWords(person.surface).at(-1) ?? "";
      const isTheirs = (it: { readonly person: Name }) => foldedWords(it.person.surface).includes(surname);
      const held = [...told, ...passage].flatMap((it) =>
        positionsOf(it.view)
          .filter(isTheirs)
          .map(({ title }) => ({ told: it, title })),
      );
      if (held.length === 0) return true;
      return positionsOf(view)
        .filter(isTheirs)
        .every(({ title }) => held.some((it) => isSamePosition(title, claim, it, parties)));
    });
}

function isSamePosition(
  title: string,
  { language }: Claim,
  held: { readonly told: Told; readonly title: string },
  parties: readonly Party[],
): boolean {
  const [said, there] = [namedIn(title, parties), namedIn(held.title, parties)];
  if (said.size > 0 && there.size > 0 && [...said].some((party) => !there.has(party))) return false;
  const [role] = contentWords(title.slice(0, findRoles(title)[0]?.end ?? title.length), language).slice(-1);
  if (role === undefined) return true;
  const others = contentWords(held.title, held.told.language);
  return lexicalMatch(role, others).lexical > 0 || isSameRank(role, others);
}

const LEADERSHIP = "leadership";
/** "Leiter" for any position at the head of something. */
function isSameRank({ concepts, kinds }: ContentWord, others: readonly ContentWord[]): boolean {
  if (!concepts.includes("head") && !concepts.includes(LEADERSHIP)) {
    return others.some((it) => it.concepts.includes("head") && kinds.includes(LEADERSHIP));
  }
  return others.some((it) => it.kinds.includes(LEADERSHIP) || it.concepts.includes("head"));
}

function viewOf(claim: Claim, end: number): SentenceView {
  const { language, names, quantities } = claim;
  const text = claim.text.slice(0, end);
  const sentence = { start: 0, end: text.length, kind: "prose" as const, leadIn: null };
  return {
    ...wordsOf(text, language),
    sentence,
    text,
    wordCount: text.split(/\s+/u).length,
    quantities,
    names,
    roles: findRoles(text),
  };
}

interface Mention extends Span {
  readonly party: Party;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

function mentionsOf(text: string, parties: readonly Party[]): Mention[] {
  const mentions: Mention[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = fold(word);
    const party = parties.find(({ marks }) => marks.includes(folded) || marks.includes(folded.replace(/s$/, "")));
    const span = { start: index, end: index + word.length };
    const last = mentions.at(-1);
    if (party === undefined) continue;
    if (last?.party === party && text.slice(last.end, index).length < 3)
      mentions[mentions.length - 1] = { ...last, end: span.end };
    else mentions.push({ ...span, party });
  }
  return mentions;
}

/** The parties of the document, and whoever else is named. */
function actorsOf({ names }: Claim, { told, candidate: { document } }: Window): readonly Party[] {
  const parties = partiesOf(document);
  const known = new Set(parties.flatMap(({ marks }) => marks));
  const others = [...names, ...told.flatMap(({ view }) => view.names)].flatMap(({ kind, surface }): Party[] => {
    const words = foldedWords(surface).filter((word) => word.length > 3 && !known.has(word));
    if (
      kind === "place" ||
      (kind !== "person" && kind !== "organisation") ||
      foldedWords(surface).some((word) => known.has(word))
    )
      return [];
    const marks = kind === "person" ? words.slice(-1) : words.filter((word) => !COMMON_MARK.test(word));
    for (const mark of marks) known.add(mark);
    return marks.length === 0 ? [] : [{ marks, kind: "firm" }];
  });
  return [...parties, ...others];
}

const COMMON_MARK = /^(?:deutsche[nrsm]?|klinikum|institut\p{L}*|university|hospital|school|medicine)$/u;

const BY = /(?<!\p{L})(?:von|by|durch|vom)\s(?:(?:der|dem|the)\s)?(?:\p{L}+\s)?$/iu;
const PASSIVE =
  /(?<!\p{L})(?:wurden?|worden|wird|werden|was|were|been|is|are|being)\s.*(?:\p{Ll}ed|ge\p{Ll}+t|ge\p{Ll}+en|\p{Ll}+iert|built|held|led|made)(?!\p{L})/iu;
/** Whom something is given or done to. */
const TO = /(?<!\p{L})(?:dem|an|(?<!according )to|für|for)\s(?:(?:das|die|den|der|dem|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/u;
const WITH = /(?<!\p{L})(?:mit|with|zwischen|between)\s(?:(?:der|dem|die|das|den|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/iu;
const AND =
  /^(?:[^\p{L}]|AG|GmbH|Inc|SE|[A-Z]\.)*(?:und|and|sowie|&|,)\s(?:(?:der|dem|die|das|den|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/u;
/** "Westdeutsches Tumorzentrum (WTZ) Münster" */
const ONE_NAME = /^[\s()\p{Lu}–-]{0,12}$/u;
/** Who says it is not who does it. */
const SOURCE =
  /(?<!\p{L})(?:laut|zufolge|according to|angaben (?:von|der|des)|says?|said|sagt|so)\s(?:\p{Lu}[\p{L}.-]*\s){0,3}(?:(?:der|the|of)\s)?(?:\p{Lu}[\p{L}.-]*\s){0,3}$/iu;

/** Who does it and to whom: the one that supplies is not the one that is supplied. Empty where both do it, or nobody tells. */
function actorsIn(text: string, parties: readonly Party[]): readonly Party[] {
  const mentions = mentionsOf(text, parties).filter(({ start }) => !SOURCE.test(text.slice(0, start)));
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    const gap = text.slice(last?.end ?? 0, mention.start);
    if (last !== undefined && (AND.test(gap) || ONE_NAME.test(gap))) groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  const [first, second] = groups;
  if (first === undefined || second === undefined) return [];
  if (mentions.some(({ start }) => WITH.test(text.slice(0, start)))) return [];
  const partiesIn = (group: readonly Mention[] | undefined) => (group ?? []).map(({ party }) => party);
  const by = PASSIVE.test(text)
    ? groups.find(([it]) => it !== undefined && BY.test(text.slice(0, it.start)))
    : undefined;
  if (by !== undefined) return partiesIn(by);
  const isGiven = (group: readonly Mention[]) => group.some(({ start }) => TO.test(text.slice(0, start)));
  return partiesIn(isGiven(first) ? groups.find((group) => !isGiven(group)) : first);
}

function isActedAlike(claim: Claim, window: Window): boolean {
  // Who holds which position is compared by itself.
  if (findRoles(claim.text).length > 0) return true;
  const parties = actorsOf(claim, window);
  const said = actorsIn(claim.text, parties);
  if (said.length === 0) return true;
  const told = window.told.map(({ text }) => actorsIn(text, parties)).filter((it) => it.length > 0);
  if (told.some((actors) => said.some((party) => actors.includes(party)))) return true;
  // Whoever acts in the source and is not named in the claim has been left out, not exchanged.
  const named = new Set(mentionsOf(claim.text, parties).map(({ party }) => party));
  return !told.some((actors) => actors.some((party) => named.has(party)));
}

const OF = /(?<!\p{L})(?:of|von|der|des|from|at|bei|beim|vom|for|für)\s(?:(?:der|dem|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/u;

/** "The expertise of A and the technology of B": what is said to be somebody's stands at that name in the source, too. */
function isOwnedAlike(claim: Claim, { candidate }: Window, { met }: WordSupport): boolean {
  const parties = partiesOf(candidate.document);
  const said = mentionsOf(claim.text, parties);
  if (new Set(said.map(({ party }) => party)).size < 2) return true;
  return said.every((mention) => {
    if (!OF.test(claim.text.slice(0, mention.start))) return true;
    const owned = met.findLast(({ word }) => word.end <= mention.start && !isLight(word));
    const { place, told } = owned?.met ?? { place: null, told: null };
    if (
      owned === undefined ||
      place === null ||
      told === null ||
      /[,;]/u.test(claim.text.slice(owned.word.end, mention.start))
    )
      return true;
    const there = mentionsOf(told.text, parties);
    if (new Set(there.map(({ party }) => party)).size < 2) return true;
    const behind = there.find(({ start }) => start >= place.end);
    const isOf = behind !== undefined && OF.test(told.text.slice(0, behind.start)) && behind.start - place.end < NEAR;
    return !isOf || behind.party === mention.party;
  });
}

const NEAR = 30;

/** A figure counts what stands at it in the source, not what stands at another one. */
function isCountedAlike(claim: Claim, { told }: Window, { met }: WordSupport, figures: readonly Stated[]): boolean {
  const inOneSentence = new Set(claim.quantities).size;
  return claim.quantities.every((said) => {
    const places = figures.filter((it) => it.said === said);
    if (places.length === 0) return true;
    const near = met
      .filter(({ word, met: { place }, support }) => place !== null && support > 0 && !isLight(word))
      .filter(({ word }) => inOneSentence === 1 || nearestTo(word, claim.quantities) === said);
    return (
      places.some(({ stated, told: by }) => {
        const rivals = by.view.quantities.filter((it) => it.kind === stated.kind);
        if (rivals.length < 2) return true;
        let [own, other] = [0, 0];
        for (const { met: at } of near) {
          if (at.told !== by || at.place === null) continue;
          const closest = nearestTo(at.place, rivals);
          if (closest === stated) own += 1;
          else if (closest !== undefined) other += 1;
        }
        return own > 0 || other === 0;
      }) || told.length === 0
    );
  });
}

function nearestTo<T extends Span>(word: Span, spans: readonly T[]): T | undefined {
  const gap = ({ start, end }: Span) => (word.start >= end ? word.start - end : start - word.end);
  return [...spans].sort((a, b) => gap(a) - gap(b))[0];
}

const FROM_TO = /(?<!\p{L})(?:von|from)\s(?<from>[\d.,]+)[^.;]{0,25}?\s(?:auf|to)\s(?<to>[\d.,]+)/iu;

/** "From 21 to 9" is not "from 9 to 21". */
function isInSameDirection({ text }: Claim, { told }: Window): boolean {
  const said = FROM_TO.exec(text)?.groups;
  if (said === undefined) return true;
  const plain = (numeral: string | undefined) => numeral?.replace(/[.,]$/u, "").replace(",", ".");
  return told.some((it) => {
    const there = FROM_TO.exec(it.text)?.groups;
    return there !== undefined && plain(there.from) === plain(said.from) && plain(there.to) === plain(said.to);
  });
}

/** Share of the words beside a name that have to be told in a sentence that holds it, or in the one that goes on with it. */
const BESIDE = 0.5;

/** Of a window of several sentences: what stands beside a person or party is told in the sentence that names them. */
function isBoundToNames(claim: Claim, window: Window, { met }: WordSupport): boolean {
  if (window.told.length < 2) return true;
  const parties = partiesOf(window.candidate.document);
  const persons = claim.names.filter(({ kind }) => kind === "person");
  const mentions = mentionsOf(claim.text, parties);
  const names: Span[] = [...persons, ...mentions];
  const isTold = (holds: (told: Told) => boolean, beside: WordSupport["met"]) => {
    const sentences = window.told.filter(
      (it, at) => holds(it) || (it.leansBack && at > 0 && holds(window.told[at - 1] ?? it)),
    );
    if (sentences.length === 0 || sentences.length === window.told.length || beside.length === 0) return true;
    const told = beside.filter(({ word }) => sentences.some((it) => lexicalMatch(word, it.words).lexical > 0));
    return told.length >= BESIDE * beside.length;
  };
  const said = met.filter(
    ({ word, support }) =>
      support > 0 && !isLight(word) && ![...names, ...claim.names].some((name) => meets(word, name)),
  );
  const isPersonTold = persons.every((person) => {
    const surname = foldedWords(person.surface).at(-1) ?? "";
    const chunk = chunkAt(claim.text, person);
    return isTold(
      ({ text }) => foldedWords(text).some((word) => word === surname || word === `${surname}s`),
      persons.length === 1 ? said : said.filter(({ word }) => meets(word, chunk)),
    );
  });
  const named = new Set(mentions.map(({ party }) => party));
  const isPartyTold = [...named].every((party) => {
    const rivals = window.told.filter(({ text }) => {
      const meant = meantIn(text, parties);
      return meant.size > 0 && !meant.has(party);
    });
    if (rivals.length === 0 || named.size > 1) return true;
    const isRivals = claim.quantities.some((quantity) => {
      const places = window.told.filter(({ view }) => view.quantities.some((stated) => covers(quantity, stated)));
      return places.length > 0 && places.every((it) => rivals.includes(it));
    });
    if (isRivals) return false;
    return isTold((it) => !rivals.includes(it), said);
  });
  const [only, ...more] = claim.quantities;
  const isFigureTold =
    only === undefined ||
    more.length > 0 ||
    isTold((it) => it.view.quantities.some((stated) => covers(only, stated)), said);
  return isPersonTold && isPartyTold && isFigureTold;
}

/** What stands between the commas around a place. */
function chunkAt(text: string, { start, end }: Span): Span {
  const from = text.slice(0, start).search(/[^,;:]*$/u);
  const to = text.slice(end).search(/[,;:]/u);
  return { start: from, end: to < 0 ? text.length : end + to };
}
