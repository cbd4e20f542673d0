import type { Span } from "../contracts/passage.js";

/** A part of a house, called by what it is for; `what` are the words or letters that say so. */
export interface Unit extends Span {
  readonly what: Span;
}

const HEAD_DE =
  "zentr(?:um|ums|en)|klinik(?:en)?|station(?:en)?|abteilung(?:en)?|institut(?:e|s|es|en)?|ambulanz(?:en)?|labor(?:s|e|en)?|aufnahme|praxis|praxen";
const HEAD_EN = "cent(?:re|er)|clinic|ward|department|unit|institute|laboratory|lab|division|practice|hospital";

/** "Herzzentrum": all but its end says what it is for. */
const COMPOUND = new RegExp(`(?<![\\p{L}-])(?<what>\\p{Lu}\\p{Ll}{2,}?)(?:s|-)?(?:${HEAD_DE})(?!\\p{L})`, "gu");
/** "Klinik und Poliklinik für Urologie", "Abteilung für die Pflege" */
const FOR = new RegExp(
  `(?<![\\p{L}-])(?:\\p{Lu}\\p{Ll}*)?(?:${HEAD_DE}|${HEAD_DE.replaceAll(/(?:^|\|)\w/g, (start) => start.toUpperCase())})(?: (?:und|&) \\p{L}+)? für (?:\\p{Ll}+ )?(?<what>\\p{Lu}[\\p{L}-]+)`,
  "gu",
);
/** "the lung centre"; with a capital it is a name. */
const BEFORE = new RegExp(`(?<![\\p{L}-])(?<what>\\p{Ll}[\\p{L}'’-]{2,}) (?:${HEAD_EN})s?(?![\\p{L}-])`, "gu");
/** "the department of radiology" */
const OF = new RegExp(`(?<![\\p{L}-])(?:${HEAD_EN}|faculty)s? (?:of|for(?: the)?) (?<what>\\p{Ll}[\\p{L}-]{3,})`, "gu");

/** What tells no part from another: how large or good it is, whose, and how many there are. */
const TELLS_NOTHING =
  /^(?:universitäts?|uni|hochschul|groß|gesamt|haupt|poli|fach|partner|spitzen|exzellenz|kompetenz|referenz|neben|einzel|the|this|that|these|those|its|their|our|your|his|her|new|old|other|same|each|every|all|any|some|many|most|several|both|such|which|what|first|second|two|three|four|joint|common|shared|global|local|central|main|whole|entire|planned|future|former|large|largest|big|biggest|small|leading|top|modern|university|teaching|academic|medical|clinical|excellence|competence|and|or|of|in|at|for|by|with|from|has|have|own|per|excellence|expertise|innovation|research|forschung|forschungs)$/iu;

/** Whether a text names a part of a house at all, be it by a bare "centre". */
export function namesSomeUnit(text: string): boolean {
  return SOME.test(text);
}

const SOME = new RegExp(`(?:${HEAD_DE})(?!\\p{L})|(?<!\\p{L})(?:${HEAD_EN})s?(?!\\p{L})`, "iu");

/** The parts of houses that a text names by what they are for, in order. */
export function findUnits(text: string): readonly Unit[] {
  const found = [COMPOUND, FOR, BEFORE, OF].flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): Unit[] => {
      const what = match.groups?.what ?? "";
      if (TELLS_NOTHING.test(what)) return [];
      const from = match.index + match[0].indexOf(what);
      const end = match.index + match[0].length;
      return [{ start: match.index, end, what: { start: from, end: from + what.length } }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}
