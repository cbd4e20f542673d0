/*
 * As much grammar, German and English, as it takes to compare who does what to whom in a question and in a sentence.
 */

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
    since: "seit since",
    until: "bis until till",
    near: "near neben beside nahe",
    during: "während during",
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
const LOOKED_BACK = 8;

/** The meanings of the preposition or genitive that the words from `start` to `end` depend on; null for subject and object. */
export function governorOf(text: string, start: number, end: number): readonly string[] | null {
  if (/^['’]s?(?!\p{L})/u.test(text.slice(end))) return ["of"];
  const before = text.slice(0, start);
  // An infinitive: "plans to build".
  if (/\bto\s$/u.test(before) && /^\p{Ll}/u.test(text.slice(start))) return null;
  const tokens = (before.match(TOKEN) ?? []).slice(-LOOKED_BACK).reverse();
  for (const [at, token] of tokens.entries()) {
    const meanings = meaningsOf(token);
    if (meanings !== null) return meanings;
    if (DETERMINER.test(token)) {
      const left = tokens[at + 1] ?? "";
      if (JOINING.test(left)) continue;
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

/** A name or noun in front of the word, or an adjective. */
function isDescribing(token: string): boolean {
  return /^\p{Lu}/u.test(token) || /^\p{Ll}{3,}(?:e|en|er|es|em|al|ic|ive|ed|ing|est|ous|ary)$/u.test(token);
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

/** Words that widen or narrow a claim: without them in both, or in neither, a sentence says something else. */
const RESTRICTIONS: readonly RegExp[] = [
  "nur|lediglich|ausschließlich|only|solely|exclusively|merely",
  "all(?:e[nrs]?)?|sämtliche\\p{L}*|jede[nrms]?|every|each",
  "immer|stets|always",
  "noch|still|weiterhin",
  "erste[nrms]?|first|zuerst|einzige[nrms]?|sole",
  "\\p{L}*größte[nrms]?|largest|biggest|best(?:e[nrms]?)?|höchste[nrms]?|highest|meiste[nrms]?|most",
  "mehr|more|weniger|less|fewer",
].map(wholeWord);
/** Words that take something back: a sentence with one of them does not settle a claim without it. */
const WEAKENINGS: readonly RegExp[] = [
  "meist(?:ens)?|oft|häufig|mostly|often|usually|sometimes|manchmal|gelegentlich",
  "teilweise|teils|zum teil|partly|partially|einige|some|several|wenige|few|kaum|hardly|barely|fast|nearly|almost|knapp",
  "ehemalige\\p{L}*|früher\\p{L}*|former(?:ly)?|ex|stellvertretende\\p{L}*|deputy|vice|designiert\\p{L}*|acting|kommissarisch\\p{L}*|interim",
  "one of|among|eine[rsm]? der|zähl(?:t|en) zu|gehör(?:t|en) zu|counts among|ranks among|a kind of|eine art",
  "bis zu|up to|höchstens|at most|mindestens|at least",
  "so-called|sogenannte\\p{L}*|ähnlich\\p{L}*|similar|wie|like|statt|instead",
].map(wholeWord);

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");
}

export function isRestrictedAlike(question: string, clause: string): boolean {
  // "Belongs to the largest": the question has it in other words.
  const isOneOf = /\b(?:gehör|zähl)(?:t|en)\b.*\bzu\b|\bbelongs? to\b/iu.test(question);
  const asked = RESTRICTIONS.every((pattern) => !pattern.test(question) || pattern.test(clause));
  const stated = WEAKENINGS.every(
    (pattern) => pattern.test(question) || !pattern.test(clause) || (isOneOf && pattern.test("one of")),
  );
  return asked && stated;
}

const PAST = wholeWord("war|waren|hatten?|wurden?|was|were|had|bisher|formerly|until|damals");
const ASKS_FOR_PAST = /^(?:war|waren|hatten?|wurden?|was|were|did|had|hat|haben|has|have)\b/iu;

/** A sentence about the past does not tell how things are. */
export function isInTime(question: string, clause: string): boolean {
  return ASKS_FOR_PAST.test(question) || !PAST.test(clause);
}

const HAVE = wholeWord(
  "hat|haben|hatten?|verfüg(?:t|en|te|ten)|besitz(?:t|en)|umfass(?:t|en)|unterhält|betreib(?:t|en)|beschäftig(?:t|en|te|ten)|zähl(?:t|en)|has|have|had|comprises?|includes?|owns?|employs?|employed|operates?",
);
const BE = wholeWord("ist|sind|war|waren|bleib(?:t|en)|is|are|was|were|remains?");
const ASKS_WITH_HAVE = /^(?:hat|haben|hatten?|has|have|had)\b|^(?:do|does|did)\b.*\bhave\b/iu;
const ASKS_WITH_BE = /^(?:ist|sind|war|waren|is|are|was|were)\b/iu;

export function asksWithBe(question: string): boolean {
  return ASKS_WITH_BE.test(question);
}

/** Which verb a clause must have where the question has none but "have" or "be"; null where it has another one. */
export function verbAskedFor(question: string): RegExp | null {
  if (ASKS_WITH_HAVE.test(question)) return HAVE;
  return ASKS_WITH_BE.test(question) ? BE : null;
}
