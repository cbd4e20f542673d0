import { isCommonWord } from "../../language/common-words.js";
import { fold } from "../../language/fold.js";
import type { Aligner, Met } from "./align.js";
import type { Claim, SaidWord } from "./claim.js";
import { LIMITS } from "./limits.js";
import type { Window } from "./told.js";
import { TOPIC_CONCEPTS } from "./topic-concepts.js";

/** How the words of a claim are vouched for. */
export interface WordSupport {
  /** Share of the weight of the words that is vouched for, 0 to 1. */
  readonly coverage: number;
  /** The word that is vouched for least. */
  readonly weakest: { readonly word: SaidWord; readonly support: number } | null;
  readonly met: readonly { readonly word: SaidWord; readonly met: Met; readonly support: number }[];
}

/** Verbs, adverbs and nouns that only carry others, or point to what was named before. Folded spelling. */
const LIGHT =
  /^(?:partner[ns]?|partners|unternehmens?|company|seiten?|sides?|beide[nrs]?|zwei|two|insgesamt|overall|total|zudem|additionally|darueber|hinaus|ander\p{L}+|bislang|bisher|zugleich|zusaetzlich|derzeit|currently|now|neu|gemeinsam\p{L}*|joint\p{L}*|together|zufolge|angaben|according|meant|due|based|rund|etwa|circa|about|around|approximately|roughly|mehr|ueber|over|gut|knapp|verfueg\p{L}*|betr(?:ug|aegt|agen)|lag|lagen|liegt|liegen|befind\p{L}*|stell\p{L}{1,3}|steht|stehen|kommt|kommen|geht|gehen|macht|machen|nimmt|bring\p{L}*|gebracht|setz\p{L}{1,3}|make[sn]?|made|take[sn]?|took|put|puts|set|sets|get|gets|give[sn]?|gave|come[s]?|came|goes|become[s]?|dass|sowohl|jeweils|each|respectively|konkret|namely|naemlich|genauer|specific\p{L}*|order|thereby|including|among|part|teil|rahmen|context|bereich\p{L}*|area[s]?|field[s]?|gebiet\p{L}*|thema|themen|topics?|subjects?|use[ds]?|way|called|heisst|namens|named|art|kind|help|helfen|hilft|support\p{L}*|unterstuetz\p{L}*|moeglich\p{L}*|possible|able|capable|want[s]?|result|folge|thanks|dank|aim[s]?|ziel\p{L}*|plan\p{L}*|geplant\p{L}*|stage|intended)$/u;

export function checkWords(claim: Claim, window: Window, align: Aligner): WordSupport {
  let weight = 0;
  let vouched = 0;
  let weakest: WordSupport["weakest"] = null;
  const met = claim.words.map((word) => {
    const best = bestOf(window.told.map((told) => align(word, told)));
    const support = supportOf(word, best);
    const heavy = weightOf(word);
    weight += heavy;
    vouched += heavy * support;
    if (!isLight(word) && (weakest === null || support < weakest.support)) weakest = { word, support };
    return { word, met: best, support };
  });
  return { coverage: weight === 0 ? 1 : vouched / weight, weakest, met };
}

function bestOf(met: readonly Met[]): Met {
  const [first, ...others] = met;
  if (first === undefined) throw new RangeError("a window holds a sentence at least");
  return others.reduce((best, it) => {
    if (it.lexical !== best.lexical) return it.lexical > best.lexical ? it : best;
    return (it.cosine ?? -1) > (best.cosine ?? -1) ? it : best;
  }, first);
}

/** 1 for the same word, less for a part of it or one that the model reads alike. */
function supportOf(word: SaidWord, { lexical, cosine }: Met): number {
  if (lexical > 0) return lexical;
  if (cosine === null) return 0;
  const least = needsName(word) ? LIMITS.name : word.concepts.some((it) => TOPIC_CONCEPTS.has(it)) ? LIMITS.topic : LIMITS.word;
  if (cosine < least) return 0;
  return LIMITS.alike * Math.min(1, (cosine - least) / (1 - least) + LIMITS.floor);
}

/** A capital that no dictionary explains: a name, or a rare noun. */
function needsName({ surface, concepts }: SaidWord): boolean {
  return /^\p{Lu}/u.test(surface) && concepts.length === 0 && !isCommonWord(surface);
}

export function isLight({ surface }: SaidWord): boolean {
  return LIGHT.test(fold(surface).replace(/[^\p{L}]/gu, ""));
}

function weightOf(word: SaidWord): number {
  if (isLight(word)) return LIMITS.light;
  return Math.max(LIMITS.lightest, Math.min(LIMITS.heaviest, word.rarity) - LIMITS.common);
}
