import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import type { Term } from "../steps.js";

/** Between a verb of saying and what is said: "über", "about". */
const TOPIC = /(?<!\p{L})(?:über|zu|zur|zum|dazu|darüber|davon|about|on|regarding|concerning|to)(?!\p{L})/iu;
/** "Was hält X von Y" */
const OF_WHAT =
  /^(?:und |aber )?was (?:hält|halten|hielt|hielten|erwartet|erwarten|erhofft|verspricht|denkt)(?!\p{L}).*(?<!\p{L})(?:von|vom)(?!\p{L})/iu;
const GERMAN_SPEAKER =
  /^(?:und |aber )?(?:was|worauf|wovon|womit|wie) (?:hat |haben |hatte )?(?:\p{L}+ )?(?:sich |denn |eigentlich |genau )*/iu;
const ENGLISH_SPEAKER = /^(?:and |but )?(?:what|how) (?:does|did|do|has|have) /iu;
const ENGLISH_VERB =
  /(?<!\p{L})(?:say|said|think|believe|expect|hope|emphasi[sz]e|stress|state|claim|explain|call(?:ed)?|argue|comment(?:ed)?|mention|point out|promise|describe|see|view|assess|rate|characteri[sz]e)(?!\p{L})/iu;
const ACCORDING =
  /(?<!\p{L})(?:(?:wenn|sofern) man|glaubt man|if (?:you|we|one) (?:believes?|trusts?)|laut|nach (?:ansicht|meinung|aussage|angaben|einschätzung|auffassung|worten)(?: von| der| des)?|aus sicht(?: von| der| des)?|according to|in the (?:view|opinion|words) of|(?:opinion|view|statement|comment|assessment|zitate?|aussagen?|statements?|quotes?|quotation|meinung|ansicht|einschätzung|haltung|stellungnahme)s?(?: von| der| des| by| from| of| hat| haben)) /iu;
const OWNED =
  /(?:what (?:is|was)|what['’]s) (.+?)['’]s? (?:\p{L}+ )?(?:opinion|view|statement|comment|assessment|position)/iu;
/** Characters of "'s". */
const POSSESSIVE = 2;
const CLAUSE_END = /[,?!]|(?<!\p{L})(?:ist|sind|is|are|was|what|hat|haben|glaubt|glauben|folgt)(?!\p{L})/iu;
/** "Vera Ott zufolge", "if Vera Ott is to be believed": the speaker stands before. */
const FOLLOWED =
  /(?:^|[,?!] ?|(?<!\p{L})if )(?<speaker>[^,?!]{2,60}?) (?:zufolge|(?:is|are) to be believed)(?!\p{L})/iu;

/** Whose statement is asked for, by the terms that name them; empty where the question names nobody. */
export function speakerIn(question: string, language: Language, terms: readonly Term[]): readonly Term[] {
  const place = placeOfSpeaker(question);
  const inside = terms.filter(({ start, end }) => start >= place.start && end <= place.end);
  const persons = findNames(question, language).filter(
    ({ kind, start }) => kind === "person" && start >= place.start && start < place.end,
  );
  const named = inside.filter((term) => persons.some(({ start, end }) => term.start >= start && term.end <= end));
  if (named.length > 0) return named;
  // Unknown given names, "the CEO of Nordtal Health": what stands in one run where the speaker belongs.
  return inside.filter((term, at) => term.kind !== "quantity" && (at === 0 || isClose(question, inside[at - 1], term)));
}

/** Where a question says whose statement it asks for. */
function placeOfSpeaker(question: string): Span {
  const owned = OWNED.exec(question);
  if (owned?.[1] !== undefined) {
    const start = question.indexOf(owned[1]);
    return { start, end: start + owned[1].length + POSSESSIVE };
  }
  const according = ACCORDING.exec(question);
  if (according !== null) return upTo(question, according.index + according[0].length, CLAUSE_END);
  const followed = FOLLOWED.exec(question)?.groups?.speaker;
  if (followed !== undefined) {
    const start = question.indexOf(followed);
    return { start, end: start + followed.length };
  }
  const english = ENGLISH_SPEAKER.exec(question);
  if (english !== null) return upTo(question, english[0].length, ENGLISH_VERB);
  const isOf = OF_WHAT.test(question);
  return upTo(
    question,
    GERMAN_SPEAKER.exec(question)?.[0].length ?? 0,
    isOf ? /(?<!\p{L})(?:von|vom)(?!\p{L})/iu : TOPIC,
  );
}

function upTo(question: string, start: number, end: RegExp): Span {
  const found = question.slice(start).search(end);
  return { start, end: found < 0 ? question.length : start + found };
}

/** With nothing but an article or a preposition between. */
function isClose(question: string, before: Term | undefined, term: Term): boolean {
  if (before === undefined) return false;
  return /^\s*(?:(?:von|der|des|of|the|bei|at|vom|und|and)\s+)*$/iu.test(question.slice(before.end, term.start));
}

/** One thing, at two times. */
const DEVELOPS = /(?<!\p{L})(?:entwickelt|verändert|geändert|changed?|developed?|evolved?|grown?)(?!\p{L})/iu;

/** What two sides are named by: the words before, between and after them. */
const COMPARED: readonly RegExp[] = [
  /[:,] ?(?<one>[^:,]+?),? (?:oder|or) (?<other>[^:]+?)[?!.]*$/iu,
  /(?:zwischen|between) (?<one>.+?),? (?:und|and) (?<other>(?:der|die|das|dem|den|jener|that|the(?: one)?)(?!\p{L}).+?)[?!.]*$/iu,
  /(?:zwischen|between) (?<one>.+?),? (?:und|and) (?<other>.+?)[?!.]*$/iu,
  /unterscheide[nt](?: sich)? (?<one>.+?),? (?:von|zu|gegenüber) (?<other>(?:der|dem|den|jener|denen)?.+?)[?!.]*$/iu,
  /unterscheide[nt](?: sich)? (?<one>.+?),? und (?<other>.+?)[?!.]*$/iu,
  /(?:how|what|where) (?:does|do|is|are) (?<one>.+?) (?:differs?|different) (?:from|to|than) (?<other>.+?)[?!.]*$/iu,
  /(?:how|what|where) (?:does|do|is|are) (?<one>.+?),? and (?<other>.+?) (?:differ|different|have in common|alike|similar).*$/iu,
  /distinguish(?:es)? (?<one>.+?) from (?<other>.+?)[?!.]*$/iu,
  /(?:haben|hatten|verbindet) (?<one>.+?),? (?:und|mit) (?<other>.+?)(?: gemeinsam| gemein)?[?!.]*$/iu,
  /(?:vergleich(?:e|en sie)?|compare|contrast) (?<one>.+?),? (?:und|and) (?<other>.+?)[?!.]*$/iu,
  /(?:vergleich(?:e|en sie)?|compare|contrast) (?<one>.+?),? (?:mit|with|to|against) (?<other>.+?)[?!.]*$/iu,
  /(?<one>.+?),? (?:im vergleich (?:zu[mr]?|mit)|verglichen mit|im unterschied zu[mr]?|im gegensatz zu[mr]?|compared (?:to|with)|in (?:comparison|contrast) (?:to|with)) (?<other>.+?)[?!.]*$/iu,
];

/** The sides of a comparison, each by its terms; empty where the question does not tell them apart. */
export function sidesOf(question: string, terms: readonly Term[]): readonly (readonly Term[])[] {
  const years = terms.filter(({ quantity }) => quantity?.kind === "year");
  if (years.length === 2 && DEVELOPS.test(question)) return years.map((year) => [year]);
  for (const pattern of COMPARED) {
    const match = new RegExp(pattern.source, `${pattern.flags}d`).exec(question);
    const sides = [match?.indices?.groups?.one, match?.indices?.groups?.other].map((place) =>
      place === undefined ? [] : terms.filter(({ start, end }) => start >= place[0] && end <= place[1]),
    );
    if (sides.every((side) => side.length > 0)) return sides;
  }
  return [];
}
