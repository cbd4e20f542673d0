import { quantitiesIn } from "./claim-quantity.js";

/*
 * Which words, German and English, make a clause say something else than a question claims.
 */

/** Words that widen or narrow a claim: without them in both, or in neither, a sentence says something else. */
const RESTRICTIONS: readonly RegExp[] = [
  "nur|lediglich|ausschließlich|only|solely|exclusively|merely",
  "all(?:e[nrs]?)?|sämtliche\\p{L}*|jede[nrms]?|every|each",
  "immer|stets|always",
  "beide[nrms]?|both|either|neither",
  "noch|still|weiterhin",
  "erste[nrms]?|first|zuerst|einzige[nrms]?|sole",
  "\\p{L}*größte[nrms]?|largest|biggest|best(?:e[nrms]?)?|höchste[nrms]?|highest|meiste[nrms]?|most",
  "mehr|more|weniger|less|fewer",
  "(?:der|die|das|the)\\s(?:führende[nrms]?|leading)",
  "mehrere\\p{L}*|several|viele\\p{L}*|many|multiple|zahlreiche\\p{L}*|numerous",
].map(wholeWord);
/** Words that take something back: a sentence with one of them does not settle a claim without it. */
const WEAKENINGS: readonly RegExp[] = [
  "meist(?:ens)?|oft|häufig|mostly|often|usually|sometimes|manchmal|gelegentlich",
  "teilweise|teils|zum teil|partly|partially|einige|some|several|wenige|few|kaum|hardly|barely|fast|nearly|almost|knapp",
  "ehemalige\\p{L}*|früher\\p{L}*|former(?:ly)?|ex|stellvertretende\\p{L}*|deputy|vice|designiert\\p{L}*|acting|kommissarisch\\p{L}*|interim",
  "one of|among|eine[rsm]? der|zähl(?:t|en) zu|gehör(?:t|en) zu|counts among|ranks among|a kind of|eine art",
  "mehrere\\p{L}*|several|viele\\p{L}*|many|multiple|zahlreiche\\p{L}*|numerous",
  "bis zu|up to|höchstens|at most|mindestens|at least",
  "beende\\p{L}*|eingestellt\\p{L}*|gescheitert\\p{L}*|scheiter\\p{L}*|abgebrochen\\p{L}*|abgesagt\\p{L}*|gekündigt\\p{L}*|aufgelöst\\p{L}*|verworfen\\p{L}*|abgelehnt\\p{L}*|geschlossen\\p{L}*",
  "ended|ends|ende(?:te|ten|t)|stopped|cancell?ed|terminated|abandoned|rejected|refused|failed|fails|dissolved|ceased|closed",
  "erste[nrms]?|zweite[nrms]?|dritte[nrms]?|letzte[nrms]?|first|second|third|last",
  "ähnlich\\p{L}*|similar|wie|like|statt|instead",
].map(wholeWord);

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");
}

/** In front of a number they are compared with it. */
const COMPARISON =
  /(?<!\p{L})(?:mehr als|weniger als|mindestens|höchstens|bis zu|länger als|more than|longer than|less than|fewer than|at least|at most|up to)\s(?=\p{N}|\p{L}+\s)/giu;

/** Whether a clause claims no more and no less than a question does, as far as such words tell. */
export function isRestrictedAlike(asked: string, stated: string): boolean {
  const [question, clause] = [asked, stated].map((text) => withoutTimes(text.replace(COMPARISON, "")));
  return question !== undefined && clause !== undefined && hasRestrictionsAlike(question, clause);
}

/** "Several years" is compared as a length of time. */
function withoutTimes(text: string): string {
  const times = quantitiesIn(text).filter(({ kind }) => kind === "duration");
  return times.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function hasRestrictionsAlike(question: string, clause: string): boolean {
  // "Belongs to the largest": the question has it in other words.
  const isOneOf = /\b(?:gehör|zähl)(?:t|en)\b.*\bzu\b|\bbelongs? to\b/iu.test(question);
  const asked = RESTRICTIONS.every((pattern) => !pattern.test(question) || pattern.test(clause));
  const stated = WEAKENINGS.every(
    (pattern) => pattern.test(question) || !pattern.test(clause) || (isOneOf && pattern.test("one of")),
  );
  return asked && stated;
}

const PAST = wholeWord("war|waren|hatten?|wurden?|was|were|had|bisher|formerly|until|damals");
const ASKS_FOR_PAST =
  /^(?:war|waren|hatten?|wurden?|was|were|did|had|betrug|lag|gab|kam|begann|\p{L}{3,}ten?)(?!\p{L})/iu;
const ASKS_FOR_DEED = /^(?:hat|haben|has|have)\b/iu;

/** A sentence about the past does not tell how things are. `deed`: "has" goes with another verb, "has it opened". */
export function isInTime(question: string, clause: string, deed: boolean): boolean {
  return ASKS_FOR_PAST.test(question) || (deed && ASKS_FOR_DEED.test(question)) || !PAST.test(clause);
}

const HAVE = wholeWord(
  "hat|haben|hatten?|verfüg(?:t|en|te|ten)|besitz(?:t|en)|umfass(?:t|en)|unterhält|betreib(?:t|en)|beschäftig(?:t|en|te|ten)|zähl(?:t|en)|has|have|had|comprises?|includes?|owns?|employs?|employed|operates?",
);
const BE = wholeWord("ist|sind|war|waren|bleib(?:t|en)|is|are|was|were|remains?");
const AMONG = wholeWord("one of|among|eine[rsm]? der");
const BE_AMONG = wholeWord("ist|sind|is|are|remains?|ranks?|counts?|belongs?|gehör(?:t|en)|zähl(?:t|en)");
const ASKS_WHETHER_THERE = /^(?:gibt|gab) es\b|^(?:is|are|was|were) there\b|\bexist(?:s|iert|ieren)?$/iu;
const THERE = wholeWord("gibt|gab|besteh(?:t|en)|existier\\p{L}*|exists?|existed|there|in place|vorhanden");
const ASKS_WITH_HAVE = /^(?:hat|haben|hatten?|has|have|had)\b|^(?:do|does|did)\b.*\bhave\b/iu;
const ASKS_WITH_BE = /^(?:ist|sind|war|waren|is|are|was|were)\b/iu;

export function asksWithBe(question: string): boolean {
  return ASKS_WITH_BE.test(question);
}

/** Which verb a clause must have where the question has none but "have" or "be"; null where it has another one. */
export function verbAskedFor(question: string): RegExp | null {
  if (ASKS_WHETHER_THERE.test(question)) return THERE;
  if (ASKS_WITH_HAVE.test(question)) return /\sbeen\s/u.test(question) ? null : HAVE;
  if (!ASKS_WITH_BE.test(question)) return null;
  return AMONG.test(question) ? BE_AMONG : BE;
}

/** Nothing but an article and adjectives, or a phrase of place before them: "is at A the". */
const IS_THE =
  /^\s(?:(?:bei|an|in|at|among)\s(?:\p{L}+\s){1,4}?)?(?:auch\s|also\s|bereits\s|already\s)?(?:(?:der|die|das|the|an?|eine?[rsnm]?|its|their)\s)?(?:\p{Ll}+\s){0,3}$/u;
const OTHER_PREDICATE = /\p{Ll}(?:ed|ing)\s|\s(?:to|zu|of|von|for|für|with|mit)\s/u;

/** Whether what stands between "is" and a noun leaves it that noun which something is said to be. */
export function saysThatItIs(between: string): boolean {
  return IS_THE.test(between) && !OTHER_PREDICATE.test(between);
}
