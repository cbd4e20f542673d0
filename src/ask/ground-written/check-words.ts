import { isCommonWord } from "../../language/common-words.js";
import { fold } from "../../language/fold.js";
import type { Aligner, Met } from "./align.js";
import type { Claim, SaidWord } from "./claim.js";
import { SUPPORT, WEIGHT, type WordLimits } from "./limits.js";
import { partiesOf } from "./parties.js";
import { lies } from "./read-text.js";
import type { Window } from "./told.js";
import { PLACE_CONCEPTS, TOPIC_CONCEPTS } from "./topic-concepts.js";

/** How the words of a claim are vouched for. */
export interface WordSupport {
  /** Share of the weight of the words that is vouched for, 0 to 1. */
  readonly coverage: number;
  /** The same of what is said of the names: that they stand there vouches for nothing. */
  readonly said: number;
  /** Words that say something of the names, light ones apart. */
  readonly saying: number;
  /** How much nothing vouches for, in points: a noun or a term of the field has two, another word one. */
  readonly unmet: number;
  /** Claim and window are in one language. */
  readonly isSameLanguage: boolean;
  readonly met: readonly { readonly word: SaidWord; readonly met: Met; readonly support: number }[];
}

/** Verbs, adverbs and nouns that only carry others, or point to what was named before. Folded spelling. */
const LIGHT =
  /^(?:ag|gmbh|inc|ltd|partner[ns]?|partners|become[s]?|well|zurueck|ging|umfass\p{L}*|compris\p{L}*|includ\p{L}*|gehoer\p{L}*|leg(?:en|t)|nahe|heutige\p{L}*|today\p{L}*|stamm(?:t|en)|run|runs|laeuft|laufen|laufzeit|durch(?:ge)?fuehr\p{L}*|dauer\p{L}*|beid\p{L}*|erst|erreich\p{L}*|erziel\p{L}*|achiev\p{L}*|generat\p{L}*|gain\p{L}*|grundlage|bas(?:is|ed)|oft|often|unternehmens?|company|seiten?|sides?|beide[nrs]?|zwei|two|insgesamt|overall|total|zudem|additionally|darueber|hinaus|ander\p{L}+|bislang|bisher|zugleich|zusaetzlich|derzeit|currently|now|neu|gemeinsam\p{L}*|joint\p{L}*|together|zufolge|angaben|according|meant|due|based|rund|etwa|circa|about|around|approximately|roughly|mehr|ueber|over|gut|knapp|verfueg\p{L}*|betr(?:ug|aegt|agen)|lag|lagen|liegt|liegen|befind\p{L}*|stell\p{L}{1,3}|steht|stehen|kommt|kommen|geht|gehen|macht|machen|nimmt|bring\p{L}*|gebracht|setz\p{L}{1,3}|make[sn]?|made|take[sn]?|took|put|puts|set|sets|get|gets|give[sn]?|gave|come[s]?|came|goes|become[s]?|dass|sowohl|jeweils|each|respectively|konkret|namely|naemlich|genauer|specific\p{L}*|order|thereby|including|among|part|teil|rahmen|context|bereich\p{L}*|area[s]?|field[s]?|gebiet\p{L}*|thema|themen|topics?|subjects?|way|called|heisst|namens|named|art|kind|help|helfen|hilft|support\p{L}*|unterstuetz\p{L}*|moeglich\p{L}*|possible|able|capable|want[s]?|result|folge|thanks|dank|aim[s]?|ziel\p{L}*|plan\p{L}*|geplant\p{L}*|stage|intended)$/u;

export function checkWords(claim: Claim, window: Window, align: Aligner, limits: WordLimits): WordSupport {
  const all = { weight: 0, vouched: 0 };
  const said = { weight: 0, vouched: 0 };
  // Figures are said as well, and looked for by themselves.
  for (const _ of claim.quantities) add(said, WEIGHT.figure, 1);
  let saying = claim.quantities.length;
  let unmet = 0;
  const isSameLanguage = window.candidate.document.language === claim.language;
  // Whether it is the right one, the names tell.
  const marks = new Set(partiesOf(window.candidate.document).flatMap((it) => it.marks));
  const isParty = ({ surface }: SaidWord) =>
    marks.has(fold(surface).replace(/['’]?s?$/u, "")) || marks.has(fold(surface));
  const isNamed = (word: SaidWord) =>
    needsName(word) ||
    claim.names.some((name) => lies(word, name) && (name.kind !== "other" || claim.language === "en"));
  const looked = claim.words.map((word) => window.told.map((told) => align(word, told)));
  const most = window.told.map((_, at) => looked.reduce((sum, met) => sum + (met[at]?.lexical ?? 0), 0));
  const met = claim.words.map((word, at) => {
    const best = bestOf(looked[at] ?? [], most);
    const support = isParty(word) ? 1 : supportOf(best, leastCosine(word, isSameLanguage, limits));
    const weight = weightOf(word);
    add(all, weight, support);
    if (!isParty(word) && !isNamed(word)) {
      add(said, weight, support);
      if (!isLight(word)) saying += 1;
    }
    if (support < SUPPORT.met && !isLight(word)) unmet += pointsOf(word, claim.language);
    return { word, met: best, support };
  });
  return { coverage: shareOf(all), said: shareOf(said), saying, unmet, isSameLanguage, met };
}

interface Sum {
  weight: number;
  vouched: number;
}

function add(sum: Sum, weight: number, support: number): void {
  sum.weight += weight;
  sum.vouched += weight * support;
}

function shareOf({ weight, vouched }: Sum): number {
  return weight === 0 ? 1 : vouched / weight;
}

function pointsOf(word: SaidWord, language: Claim["language"]): number {
  const isNoun = /^\p{Lu}/u.test(word.surface) && language === "de";
  if (isTopic(word) || needsName(word)) return 3;
  return isNoun ? 2 : 1;
}

function isTopic({ concepts }: SaidWord): boolean {
  return concepts.some((it) => TOPIC_CONCEPTS.has(it));
}

/** Of what meets it alike, what stands in the sentence that holds most of the claim. */
function bestOf(met: readonly Met[], most: readonly number[]): Met {
  const [first] = met;
  if (first === undefined) throw new RangeError("a window holds a sentence at least");
  const ranked = met.map((it, at) => ({ it, at }));
  ranked.sort(
    (a, b) =>
      b.it.lexical - a.it.lexical ||
      (b.it.lexical === 0 ? (b.it.cosine ?? -1) - (a.it.cosine ?? -1) : 0) ||
      (most[b.at] ?? 0) - (most[a.at] ?? 0),
  );
  return ranked[0]?.it ?? first;
}

/** 1 for the same word, less for a part of it or one that the model reads alike. */
function supportOf({ lexical, cosine }: Met, least: number): number {
  if (lexical === 1 || cosine === null) return lexical;
  if (cosine < least) return lexical;
  return Math.max(lexical, SUPPORT.alike * (SUPPORT.floor + (1 - SUPPORT.floor) * ((cosine - least) / (1 - least))));
}

/** One place is never another one, however near the model reads them. */
const NEVER = 1.1;

/** Two words of one language for the same thing would have met in the glossary. */
function leastCosine(word: SaidWord, isSameLanguage: boolean, limits: WordLimits): number {
  if (needsName(word)) return limits.name;
  if (word.concepts.some((it) => PLACE_CONCEPTS.has(it))) return NEVER;
  if (isTopic(word)) return limits.topic;
  if (!isSameLanguage) return word.concepts.length > 0 ? limits.acrossKnown : limits.across;
  return word.concepts.length > 0 ? limits.known : limits.word;
}

/** A capital that no dictionary explains: a name, or a rare noun. */
function needsName({ surface, concepts }: SaidWord): boolean {
  return /^\p{Lu}/u.test(surface) && concepts.length === 0 && !isCommonWord(surface);
}

export function isLight({ surface }: SaidWord): boolean {
  return LIGHT.test(fold(surface).replace(/[^\p{L}]/gu, ""));
}

function weightOf(word: SaidWord): number {
  if (isLight(word)) return WEIGHT.light;
  return Math.max(WEIGHT.lightest, Math.min(WEIGHT.heaviest, word.rarity) - WEIGHT.common);
}
