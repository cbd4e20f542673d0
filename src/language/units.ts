import type { Span } from "../contracts/passage.js";

/** A part of a house, called by what it is for; `what` are the words or letters that say so. */
export interface Unit extends Span {
  readonly what: Span;
}

const HEAD_DE =
  "zentr(?:um|ums|en)|klinik(?:en)?|station(?:en)?|abteilung(?:en)?|institut(?:e|s|es|en)?|ambulanz(?:en)?|labor(?:s|e|en)?|(?<=Not)aufnahme";
const HEAD_EN = "cent(?:re|er)|clinic|ward|department|unit|institute|laboratory|lab|hospital";

/** "Herzzentrum": all but its end says what it is for. */
const COMPOUND = new RegExp(`(?<![\\p{L}-])(?<what>\\p{Lu}\\p{Ll}{2,}?)(?:s|-)?(?:${HEAD_DE})(?!\\p{L})`, "dgu");
/** "Klinik und Poliklinik für Urologie", "Abteilung für die Pflege" */
const FOR = new RegExp(
  `(?<![\\p{L}-])(?:\\p{Lu}\\p{Ll}*)?(?:${HEAD_DE}|${HEAD_DE.replaceAll(/(?:^|\|)\w/g, (start) => start.toUpperCase())})(?: (?:und|&) \\p{L}+)? für (?:\\p{Ll}+ )?(?<what>\\p{Lu}[\\p{L}-]+)`,
  "dgu",
);
/** "the lung centre"; with a capital it is a name. */
const BEFORE = new RegExp(`(?<![\\p{L}-])(?<what>\\p{Ll}[\\p{L}'’-]{2,}) (?:${HEAD_EN})s?(?![\\p{L}-])`, "dgu");
/** "the department of radiology" */
const OF = new RegExp(
  `(?<![\\p{L}-])(?:${HEAD_EN}|faculty)s? (?:of|for(?: the)?) (?<what>\\p{Ll}[\\p{L}-]{3,})`,
  "dgu",
);

/** What tells no part from another: how large or good it is, whose, how many there are, and what became of it. */
const TELLS_NOTHING =
  /^(?:universitäts?|uni|hochschul|groß|gesamt|haupt|poli|fach|partner|spitzen|exzellenz|kompetenz|referenz|neben|einzel|the|this|that|these|those|its|their|our|your|his|her|new|old|other|same|each|every|all|any|some|many|most|several|both|such|which|what|first|second|two|three|four|joint|common|shared|global|local|central|main|whole|entire|planned|future|former|large|largest|big|biggest|small|leading|top|modern|university|teaching|academic|medical|clinical|excellence|competence|and|or|of|in|at|for|by|with|from|has|have|own|per|expertise|participating|cooperating|collaborating|existing|remaining|\p{L}+ed|innovation|research|forschung|forschungs)$/iu;

/** Whether a text names a part of a house at all, be it by a bare "centre". */
export function namesSomeUnit(text: string): boolean {
  return SOME.test(text);
}

const SOME = new RegExp(`(?:${HEAD_DE})(?!\\p{L})|(?<!\\p{L})(?:${HEAD_EN})s?(?!\\p{L})`, "iu");

/** The parts of houses that a text names by what they are for, in order. */
export function findUnits(text: string): readonly Unit[] {
  const found = [COMPOUND, FOR, BEFORE, OF].flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): Unit[] => {
      const [start, end] = match.indices?.groups?.what ?? [0, 0];
      if (TELLS_NOTHING.test(text.slice(start, end))) return [];
      return [{ start: match.index, end: match.index + match[0].length, what: { start, end } }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}
