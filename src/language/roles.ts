import type { Span } from "../contracts/passage.js";
import { rememberLast } from "./last-texts.js";
import { plainText } from "./plain-text.js";

const GERMAN_ROLES = [
  "leiter(?:in)?",
  "direktor(?:in)?",
  "geschäftsführer(?:in)?",
  "geschäftsführung",
  "vorsitzende[rn]?",
  "vorstandsmitglied",
  "vorständ(?:e|in)",
  "präsident(?:in)?",
  "dekan(?:in)?",
  "rektor(?:in)?",
  "kanzler(?:in)?",
  "sprecher(?:in)?",
  "professor(?:in)?",
  "(?:chef|ober)(?:arzt|ärztin)",
  "manager(?:in)?",
  "minister(?:in)?",
  "gründer(?:in)?",
  "koordinator(?:in)?",
  "beauftragte[rn]?",
  "inhaber(?:in)?",
  "bürgermeister(?:in)?",
  "intendant(?:in)?",
];
const ENGLISH_ROLES = [
  "c[efiotm]o|cmio",
  "chief(?:\\s\\p{L}+){1,3}?\\sofficers?",
  "chair(?:man|woman|person)?",
  "(?:vice[\\s-])?presidents?",
  "(?:(?:managing|executive|medical|clinical|scientific|deputy)\\s)?directors?",
  "heads?\\sof",
  "chiefs?\\sof",
  "professors?",
  "deans?",
  "provosts?",
  "(?:co-?)?founders?",
  "spokes(?:man|woman|person)",
  "chancellor",
  "ministers?",
  "managers?",
  "leaders?",
  "principal\\sinvestigators?",
  "(?:board\\smember|member\\sof\\sthe\\s(?:\\p{L}+\\s)?board)",
];
/** Words that merely end like a role. */
const NOT_ROLES = /^(?:halbleiter|begleiter|wegbegleiter|lautsprecher|blitzableiter|ableiter|reaktor|fremdsprecher)/i;
const LONGEST_COMPOUND = 30;

const ROLE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{L}{0,${LONGEST_COMPOUND}}?(?:${GERMAN_ROLES.join("|")})(?:s|es|en|nen)?|${ENGLISH_ROLES.join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Where a text names a person's position ("Direktorin", "Vorstandsvorsitzender", "CEO", "head of"), in order. */
export function findRoles(text: string): readonly Span[] {
  return remembered(text, "", () => readRoles(text));
}

const remembered = rememberLast<readonly Span[]>();

function readRoles(text: string): Span[] {
  const plain = plainText(text);
  const roles: Span[] = [];
  for (const { 0: role, index } of plain.text.matchAll(ROLE)) {
    if (!NOT_ROLES.test(role)) roles.push(plain.originalOf({ start: index, end: index + role.length }));
  }
  return roles;
}
