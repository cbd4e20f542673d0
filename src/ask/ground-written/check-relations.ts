import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import { findRoles } from "../../language/roles.js";
import { positionsOf } from "../reading/positions.js";
import { wordsOf } from "../sentence-views.js";
import type { SentenceView } from "../steps.js";
import type { Stated } from "./check-figures.js";
import { isLight, type WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import { lexicalMatch } from "./match-words.js";
import { foldedWords, type Party, partiesOf } from "./parties.js";
import { contentWords, meets } from "./read-text.js";
import type { Told, Window } from "./told.js";

/** Whether persons hold the positions, parties do the deeds, and figures count the things that the window says. */
export function isRelatedAlike(claim: Claim, window: Window, support: WordSupport, figures: readonly Stated[]): boolean {
  return (
    holdsPositions(claim, window) &&
    isActedAlike(claim, window) &&
    isOwnedAlike(claim, window, support) &&
    isCountedAlike(claim, window, support, figures) &&
    isInSameDirection(claim, window) &&
    isBoundToNames(claim, window, support)
  );
}

/** Who holds a position holds it in the source, too, as far as it says what position the person holds. */
function holdsPositions(claim: Claim, { told, passage }: Window): boolean {
  return positionsOf(viewOf(claim)).every(({ person, title }) => {
    const surname = foldedWords(person.surface).at(-1) ?? "";
    const held = [...told, ...passage].flatMap((it) =>
      positionsOf(it.view)
        .filter((position) => foldedWords(position.person.surface).includes(surname))
        .map((position) => ({ told: it, title: position.title })),
    );
    if (held.length === 0) return true;
    const [role] = contentWords(title.slice(0, findRoles(title)[0]?.end ?? title.length), claim.language).slice(-1);
    if (role === undefined) return true;
    return held.some((it) => lexicalMatch(role, contentWords(it.title, it.told.language)).lexical > 0 || isSameRank(role.concepts, role.kinds, it.title, it.told));
  });
}

const LEADERSHIP = "leadership";
/** "Leiter" for any position at the head of something. */
function isSameRank(concepts: readonly string[], kinds: readonly string[], title: string, told: Told): boolean {
  const others = contentWords(title, told.language);
  if (!concepts.includes("head") && !concepts.includes(LEADERSHIP)) {
    return others.some((it) => it.concepts.includes("head") && kinds.includes(LEADERSHIP));
  }
  return others.some((it) => it.kinds.includes(LEADERSHIP) || it.concepts.includes("head"));
}

function viewOf({ text, language, names, quantities }: Claim): SentenceView {
  const sentence = { start: 0, end: text.length, kind: "prose" as const, leadIn: null };
  return { ...wordsOf(text, language), sentence, text, wordCount: text.split(/\s+/u).length, quantities, names, roles: findRoles(text) };
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
    if (last?.party === party && text.slice(last.end, index).length < 3) mentions[mentions.length - 1] = { ...last, end: span.end };
    else mentions.push({ ...span, party });
  }
  return mentions;
}

const BY = /(?<!\p{L})(?:von|by|durch|vom)\s(?:(?:der|dem|the)\s)?(?:\p{L}+\s)?$/iu;
const PASSIVE =
  /(?<!\p{L})(?:wurden?|worden|wird|werden|was|were|been|is|are|being)\s.*(?:\p{Ll}ed|ge\p{Ll}+t|ge\p{Ll}+en|\p{Ll}+iert|built|held|led|made)(?!\p{L})/iu;
/** Whom something is given or done to. */
const TO = /(?<!\p{L})(?:dem|an|to|für|for)\s(?:(?:das|die|den|der|dem|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/u;
const WITH = /(?<!\p{L})(?:mit|with|und|and|sowie|&|zwischen|between|,)\s?(?:(?:der|dem|die|das|den|the)\s)?(?:\p{Lu}[\p{L}-]+\s)?$/iu;

/** Who does it and to whom: the one that supplies is not the one that is supplied. Null where both do it. */
function actorOf(text: string, mentions: readonly Mention[]): Party | null {
  const [first, second] = mentions;
  if (first === undefined || second === undefined || first.party === second.party) return null;
  const others = mentions.filter(({ party }) => party !== first.party);
  if (mentions.some(({ start }, at) => at > 0 && WITH.test(text.slice(0, start)))) return null;
  const by = PASSIVE.test(text) ? mentions.find(({ start }) => BY.test(text.slice(0, start))) : undefined;
  if (by !== undefined) return by.party;
  const given = mentions.find(({ start }) => TO.test(text.slice(0, start)));
  if (given?.party === first.party) return others[0]?.party ?? null;
  return first.party;
}

function isActedAlike(claim: Claim, { told, candidate }: Window): boolean {
  const parties = partiesOf(candidate.document);
  const said = actorOf(claim.text, mentionsOf(claim.text, parties));
  if (said === null) return true;
  const actors = told.map(({ text }) => actorOf(text, mentionsOf(text, parties))).filter((it) => it !== null);
  return actors.length === 0 || actors.includes(said);
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
    if (owned === undefined || place === null || told === null || /[,;]/u.test(claim.text.slice(owned.word.end, mention.start))) return true;
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
    return places.some(({ stated, told: by }) => {
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
    }) || told.length === 0;
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

/** Of a window of several sentences: what stands beside a person or figure is told in the sentence that has it. */
function isBoundToNames(claim: Claim, window: Window, { met }: WordSupport): boolean {
  if (window.told.length < 2) return true;
  const persons = claim.names.filter(({ kind }) => kind === "person");
  const anchors: Span[] = [...persons, ...claim.quantities];
  return persons.every((person) => {
    const surname = foldedWords(person.surface).at(-1) ?? "";
    const holds = ({ text }: Told) => foldedWords(text).some((word) => word === surname || word === `${surname}s`);
    const sentences = window.told.filter((it, at) => holds(it) || (it.leansBack && at > 0 && holds(window.told[at - 1] ?? it)));
    const beside = met.filter(
      ({ word, support }) => support > 0 && !meets(word, person) && (anchors.length === 1 || nearestTo(word, anchors) === person),
    );
    const told = beside.filter(({ word }) => sentences.some((it) => lexicalMatch(word, it.words).lexical > 0));
    return beside.length === 0 || told.length >= BESIDE * beside.length;
  });
}
