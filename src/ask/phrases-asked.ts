import type { Language } from "../contracts/document.js";

/*
 * A question as a clause of a sentence: "Wie viele Betten hat das UKM?" as "wie viele Betten das UKM hat".
 */

/** Longer ones are not repeated to the asker. */
const LONGEST = 140;
const LEAD = /^(?:und|aber|and|but)\s+/iu;

/** The question as a subordinate clause in its own language; null where its order of words cannot be told for sure. */
export function indirectly(question: string, language: Language): string | null {
  const text = question.trim().replace(LEAD, "");
  if (!text.endsWith("?") || text.length > LONGEST || /[,;:.!?\n].*[?]$/u.test(text)) return null;
  const clause = text.slice(0, -1).trim();
  const turned = language === "de" ? inGerman(clause) : inEnglish(clause);
  return turned === null ? null : turned.charAt(0).toLowerCase() + turned.slice(1);
}

const AUXILIARY =
  "ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|konnten|soll|sollen|will|wollen|muss|müssen|darf|dürfen|gibt|gab|liegt|steht";
/** Question words with the verb right behind them. */
const SIMPLE =
  /^(?<asked>(?:(?:seit|bis|ab|von|mit|bei|für|durch|an|aus|zu) )?(?:we[rmn]|wann|wo|wohin|woher|warum|weshalb|wieso|wozu|was)|wie (?:hoch|lange|groß|teuer|alt|weit|oft|heißt|viel)) (?<verb>\p{Ll}+) (?<rest>.+)$/iu;
/** Question words with what is counted or chosen. */
const WITH_NOUN = new RegExp(
  `^(?<asked>(?:(?:in|an|auf|aus|bei|mit|von|für|seit|zu) )?(?:wie viele?[nr]?|welche[rsmn]?)(?: \\p{Ll}+)?(?: \\p{Lu}[\\p{L}-]+)+) (?<verb>${AUXILIARY}|\\p{Ll}{3,}(?:t|en|te|ten)) (?<rest>.+)$`,
  "u",
);
const PARTICLE =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|her|hin|mit|nach|statt|teil|um|vor|weiter|zu|zurück|zusammen)$/u;
const VERB =
  /^(?:\p{Ll}+(?:t|en|te|ten|n)|wurde|ist|sind|war|hat|wird|kam|ging|lag|gab|fand|will|soll|kann|muss|darf)$/u;

/** The verb goes to the end, with its particle if that stands there. */
function inGerman(clause: string): string | null {
  const small = clause.charAt(0).toLowerCase() + clause.slice(1);
  const found = (WITH_NOUN.exec(small) ?? SIMPLE.exec(small))?.groups;
  const { asked, verb, rest } = found ?? {};
  if (asked === undefined || verb === undefined || rest === undefined || !VERB.test(verb)) return null;
  const words = rest.split(" ");
  const last = words.at(-1) ?? "";
  if (!PARTICLE.test(last)) return `${asked} ${rest} ${verb}`;
  return [asked, ...words.slice(0, -1), last + verb].join(" ");
}

const ENGLISH =
  /^(?<asked>(?:how many|how much|which|what)(?: \p{Ll}+){1,3}|how (?:high|large|big|long|old)|when|where|why|since when|for how long) (?<verb>is|was|are|were|has|have|will|can|does|do|did) (?<rest>.+)$/iu;
const WHO = /^(?:who|whose) \p{Ll}+ .+$/iu;
const PARTICIPLE = /^\p{Ll}+(?:ed|en|wn|ne|ld|de|nt|pt|ught|un)$/u;

/** Only where the subject can be told from what follows it. */
function inEnglish(clause: string): string | null {
  if (WHO.test(clause)) return / (?:do|does|did) /u.test(clause) ? null : clause;
  const { asked, verb, rest } = ENGLISH.exec(clause)?.groups ?? {};
  if (asked === undefined || verb === undefined || rest === undefined) return null;
  const words = rest.split(" ");
  const last = words.at(-1) ?? "";
  const subject = words.slice(0, -1).join(" ");
  if (verb === "does" || verb === "do") {
    return last === "have" && subject !== "" ? `${asked} ${subject} ${verb === "does" ? "has" : "have"}` : null;
  }
  if (verb === "did") return last === "have" && subject !== "" ? `${asked} ${subject} had` : null;
  if (verb === "will" || verb === "can")
    return words.length > 1 && words.length < 9 && /^\p{Ll}+$/u.test(last)
      ? `${asked} ${subject} ${verb} ${last}`
      : null;
  if (subject !== "" && PARTICIPLE.test(last)) return `${asked} ${subject} ${verb} ${last}`;
  return verb === "has" || verb === "have" ? null : `${asked} ${rest} ${verb}`;
}
