import { SPEECH_VERBS } from "../language/abbreviations.js";
import { findRoles, type Name } from "../language/names.js";
import type { Quantity } from "../language/quantities.js";
import { looksLikePlan, tellsReason } from "./answer-marks.js";
import { CAPTIONED } from "./sentence-views.js";
import type { AnswerKind, SentenceView, Understood } from "./steps.js";
import { holds } from "./term-match.js";

/** A sentence of fewer words says nothing that answers ("Everywhere.", a place before a report). */
const LEAST_WORDS = 3;

/**
 * Date lines answer questions for dates only, captions those about pictures, an address alone those for it; headings
 * nothing.
 */
export function canAnswer({ kind, terms }: Understood, { sentence, wordCount, concepts }: SentenceView): boolean {
  const asksFor = (concept: string) => concepts.has(concept) && terms.some((term) => term.concepts.includes(concept));
  if (sentence.kind === "dateline") return kind === "date";
  if (sentence.kind === "caption") return asksFor(CAPTIONED);
  if (sentence.kind !== "prose" && sentence.kind !== "item" && sentence.kind !== "row") return false;
  return sentence.kind === "item" || wordCount >= LEAST_WORDS || ADDRESSED.some(asksFor);
}

const ADDRESSED: readonly string[] = ["website", "e_mail", "telephone"];

type Check = (view: SentenceView, understood: Understood) => boolean;

const holdsQuantity =
  (...kinds: readonly Quantity["kind"][]): Check =>
  (view) =>
    view.quantities.some(({ kind }) => kinds.includes(kind));
const holdsDate: Check = (view) => view.quantities.some(isDate);
const holdsSpan: Check = (view) => view.quantities.some((quantity) => isDate(quantity) || quantity.kind === "duration");
const holdsLength = holdsQuantity("duration");

/** Years before 1800 are told from numbers by nothing but the question. */
function isDate({ kind, surface }: Quantity): boolean {
  return kind === "date" || kind === "year" || (kind === "number" && /^1[0-7]\d\d$/.test(surface));
}

/** "Since when" may be answered by "for 20 years". */
const SINCE = /\b(seit|since)\b/i;
/** A length of time without a figure. */
const SOME_TIME =
  /(?<!\p{L})(?:mehrere[nr]? (?:jahre|monate|wochen|jahrzehnte)n?|mehrjährig\p{L}*|langjährig\p{L}*|jahrelang\p{L}*|jahrzehntelang\p{L}*|(?:seit|über|für) (?:jahren|jahrzehnten|monaten)|unbefristet\p{L}*|several (?:years|months|weeks|decades)|multi-?year|(?:for|over) (?:many )?(?:years|decades|months)|decades-long|years-long|long-term|open-ended)(?!\p{L})/iu;

/** Wants a figure, not "several years". */
const IN_UNITS =
  /(?<!\p{L})(?:wie ?viele[nr]? \p{L}+|wie alt|genau|how many \p{L}+|how old|exactly|precisely)(?!\p{L})/iu;
const EXACTLY = /(?<!\p{L})(?:genau|exakt|exact(?:ly)?|precise(?:ly)?)(?!\p{L})/iu;
const FRACTION = /(?<!\p{L})(?:hälfte|drittel\p{L}*|viertel\p{L}*|mehrheit|half|thirds?|quarters?|majority)(?!\p{L})/iu;

/** "Three of the winners" counts some of them, not all. */
function isCount({ kind, end }: Quantity, text: string): boolean {
  if (kind !== "number") return kind === "amount";
  return !/^\s+(?:of (?:the|its|their|these|those)|von den|von ihnen|davon)(?!\p{L})/iu.test(text.slice(end));
}

/** What a sentence must hold to answer a kind of question. */
const CHECKS: Partial<Record<AnswerKind, Check>> = {
  person: (view, understood) => view.names.some((name) => isAnswer(name, view, understood)),
  role: (view, understood) => view.roles.length > 0 || saysWhatSomebodyIs(view, understood),
  place: (view, understood) => view.names.some((name) => isPlaceFor(name, understood)),
  date: (view, understood) => {
    if (!SINCE.test(understood.standalone)) return holdsDate(view, understood);
    return holdsSpan(view, understood) || SOME_TIME.test(view.text);
  },
  duration: (view, understood) =>
    holdsLength(view, understood) || (SOME_TIME.test(view.text) && !IN_UNITS.test(understood.standalone)),
  number: (view, understood) => {
    if (view.quantities.some((quantity) => isCount(quantity, view.text))) return true;
    return !EXACTLY.test(understood.standalone) && FRACTION.test(view.text);
  },
  amount: holdsQuantity("amount", "percent"),
  percent: (view, understood) => FRACTION.test(view.text) || holdsQuantity("percent")(view, understood),
  statement: (view) => saysSomething(view),
  plan: (view) => looksLikePlan(view.text),
};

/** Kinds whose answers have a form that most of them, and not all, show. */
const SIGNS: Partial<Record<AnswerKind, Check>> = {
  reason: (view) => tellsReason(view.text),
  list: (view, { listed }) => listed !== null && holds(view, listed) > 0,
};

/** Who holds a position is a person; who did something may be an organisation, but none that the question names. */
function isAnswer(name: Name, view: SentenceView, understood: Understood): boolean {
  const { kind, surface } = name;
  if (isNamedIn(name, understood)) return false;
  if (kind === "person") return true;
  const words = surface.split(/[\s-]+/).length;
  if (!understood.terms.some((term) => term.role)) {
    return kind === "organisation" || kind === "abbreviation" || kind === "other";
  }
  return kind === "other" && words >= 2 && words <= 3 && findRoles(view.text).length > 0;
}

/** Whether a name may be where something is: a place or an organisation that the question does not name itself. */
export function isPlaceFor(name: Name, understood: Understood): boolean {
  if (name.kind === "organisation") return !isPartlyNamedIn(name, understood);
  return name.kind === "place" && !isNamedIn(name, understood);
}

/** What the question names itself is no answer to it. */
function isNamedIn({ surface }: Name, { terms }: Understood): boolean {
  const words = surface.toLowerCase().split(/[\s-]+/);
  return words.every((word) => terms.some((term) => term.surface.toLowerCase() === word));
}

/** "Nordtal Health AG" is no place for "Nordtal Health". */
function isPartlyNamedIn({ surface }: Name, { terms }: Understood): boolean {
  const words = surface.toLowerCase().split(/[\s-]+/);
  return words.some((word) => word.length > 3 && terms.some((term) => term.surface.toLowerCase() === word));
}

/** "X is a chemist", "X, a chemist": a calling that is no position. */
function saysWhatSomebodyIs({ text }: SentenceView, { terms }: Understood): boolean {
  const last = terms.findLast((term) => term.kind === "name");
  const after = last === undefined ? -1 : text.indexOf(last.surface);
  if (last === undefined || after < 0) return false;
  return /^\s*(?:\([^)]{1,40}\)\s*)?(?:,|(?:ist|war|is|was)(?!\p{L}))/u.test(text.slice(after + last.surface.length));
}

const QUOTED = /[„“”»«]/u;
const ATTRIBUTED =
  /(?<!\p{L})(?:laut|zufolge|nach (?:ansicht|meinung|angaben|auffassung|worten)|according to|in the (?:view|opinion|words) of|(?:nennt|nannte|sieht|sah|sehen|bezeichnet\p{L}*|erwartet|erwarten|hofft|wünscht|fordert|verspricht|freut|begrüßt|lobt|hält|calls|called|sees|saw|names|named|expects|expected|hopes|hoped|wants|considers|describes|describes|welcomes|praises|delighted|pleased|proud|convinced|überzeugt|erfreut|stolz))(?!\p{L})/iu;

/** Somebody speaks, or is said to hold something. */
function saysSomething({ text }: SentenceView): boolean {
  if (QUOTED.test(text) || ATTRIBUTED.test(text)) return true;
  return (text.match(/\p{L}+/gu) ?? []).some((word) => SPEECH_VERBS.has(word.toLowerCase()));
}

/** 1: the sentence holds what the kind of question asks for; 0: that cannot be checked; -1: it does not. */
export function fits(understood: Understood, view: SentenceView, introducesList = false): number {
  if (understood.kind === "list" && introducesList) return 1;
  const sign = SIGNS[understood.kind];
  if (sign !== undefined) return sign(view, understood) ? 1 : 0;
  const check = CHECKS[understood.kind];
  return check === undefined ? 0 : check(view, understood) ? 1 : -1;
}
