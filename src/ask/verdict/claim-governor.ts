import { fold } from "../../language/fold.js";
import { isStopWord } from "../../language/stop-words.js";

/** What a preposition may mean; two that share a meaning may stand for each other. */
const PREPOSITIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    in: "in im am an ans ins at on auf within innerhalb bei beim across throughout",
    of: "of von vom des",
    with: "mit with",
    from: "aus from von vom",
    to: "zu zum zur nach an to into onto",
    by: "durch by von vom",
    for: "für for",
    about: "über about on",
    against: "gegen against",
    without: "ohne without",
    between: "zwischen between among zu zum zur",
    under: "unter under",
    before: "vor before",
    after: "nach after",
    since: "seit since for",
    until: "bis until till",
    near: "near neben beside nahe",
    during: "während during",
    source: "laut gemäß",
  }).reduce<Map<string, string[]>>((known, [meaning, words]) => {
    for (const word of words.split(" ")) known.set(word, [...(known.get(word) ?? []), meaning]);
    return known;
  }, new Map()),
);
const DETERMINER =
  /^(?:der|die|das|den|dem|ein|eine|einen|einem|einer|eines|the|an?|its|their|his|her|sein\p{L}*|ihr\p{L}*)$/iu;
const JOINING = /^(?:und|and|sowie|&)$/iu;
const QUALIFYING = /^(?:rund|etwa|mehr|als|more|than|about|around|over|up|[\d.,]+)$/iu;
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}.,'’-]*|[&,;:()]/gu;
/** "Nach Angaben von A": who says it is not who does it. */
const SOURCE = /^(?:angaben?|ansicht|aussagen?|auskunft|worten?|meinung|according|opinion|view|words)$/iu;
/** "In the field of A" is in A. */
const FIELD = /^(?:bereich|feld|gebiet|fachgebiet|field|area|areas)$/iu;
/** "One of the largest", "eine der größten" */
const ONE_OF = /^(?:one|eine[rs]?)$/u;
const LOOKED_BACK = 8;

/** The meanings of the preposition or genitive that the words from `start` to `end` depend on; null for subject and object. */
export function governorOf(text: string, start: number, end: number): readonly string[] | null {
  if (/^['’]s?(?!\p{L})/u.test(text.slice(end))) return ["of", "in"];
  const before = text.slice(0, start);
  // An infinitive: "plans to build".
  if (/\bto\s$/u.test(before) && /^\p{Ll}/u.test(text.slice(start))) return null;
  const tokens = (before.match(TOKEN) ?? []).slice(-LOOKED_BACK).reverse();
  for (const [at, token] of tokens.entries()) {
    const meanings = meaningsOf(token);
    if (meanings?.includes("of") && FIELD.test(tokens[at + 1] ?? "")) return ["in"];
    if (meanings !== null) return SOURCE.test(tokens[at + 1] ?? "") ? ["source"] : meanings;
    if (DETERMINER.test(token)) {
      const left = tokens[at + 1] ?? "";
      if (ONE_OF.test(left) || (left === "of" && ONE_OF.test(tokens[at + 2] ?? ""))) return ["between"];
      if (JOINING.test(left)) continue;
      if (FIELD.test(left)) return ["in"];
      if (meaningsOf(left) !== null && SOURCE.test(tokens[at + 2] ?? "")) return ["source"];
      // "Direktorin der Klinik": behind a noun the article is a genitive.
      return meaningsOf(left) ?? (token === "der" && /^\p{Lu}/u.test(left) ? ["of"] : null);
    }
    if (!JOINING.test(token) && !QUALIFYING.test(token) && !isDescribing(token)) return null;
  }
  return null;
}

function meaningsOf(token: string): readonly string[] | null {
  return PREPOSITIONS.get(token.toLowerCase()) ?? null;
}

/** A name or noun in front of the word, or an adjective; what ends in "t" may be a German verb. */
function isDescribing(token: string): boolean {
  return /^\p{Lu}/u.test(token) || (/^\p{Ll}{2,}(?:[^t]|est)$/u.test(token) && !isStopWord(fold(token), null));
}

/** "A and B work together", "A works with B", "the work of A and B together": all the same. */
const AMONG_PARTNERS: ReadonlySet<string> = new Set(["with", "of", "between"]);

export function isAmongPartners(meanings: readonly string[] | null): boolean {
  return meanings === null || meanings.some((meaning) => AMONG_PARTNERS.has(meaning));
}

/** Whether two words depend on others in the same way. */
export function isGovernedAlike(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.some((meaning) => b.includes(meaning));
}
