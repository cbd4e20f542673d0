import type { Context, Exchange } from "./context.js";
import { ANY_GENDER, agree, DEFINITE, FIGURES_ASKED } from "./marks.js";
import type { Named } from "./named.js";
import type { Noun } from "./nouns.js";
import { appended, type Edit } from "./patch.js";
import type { Pronoun } from "./pronouns.js";
import { complementsOf, groupsOf } from "./swap.js";
import type { Turn } from "./turn.js";

const AND = { de: " und ", en: " and " } as const;
const OF = { de: " von ", en: " of " } as const;

/** What a pronoun of a follow-up stands for, in words; null when nothing that was said fits. */
export function referentOf(pronoun: Pronoun, given: Turn, context: Context): string | null {
  const { points, genders } = pronoun;
  switch (points) {
    case "person":
      return personOf(context, genders)?.surface ?? null;
    case "place":
      return withFront(given, placesOf(context));
    case "several":
      return (
        named(given, partnersOf(context)) ?? personOf(context, ANY_GENDER)?.surface ?? matterOf(given, context, genders)
      );
    case "any":
      return anyOf(pronoun, given, context);
    case "matter": {
      const person = given.kind === "person" && given.contents.length === 0 ? personOf(context, ANY_GENDER) : null;
      return person?.surface ?? matterOf(given, context, genders);
    }
    case "thing":
      return matterOf(given, context, genders);
  }
}

/** Verbs by which only people do something, and questions that are only asked of them. */
const SPEAKS =
  /(?<!\p{L})(?:sagt|sagte|meint|meinte|betont|betonte|erklärt|erklärte|erwartet|findet|sieht|nennt|glaubt|heißt|arbeitet|says?|said|thinks?|expects?|calls?)(?!\p{L})/iu;
const PLURAL_BEFORE = /(?:\p{Ll}(?:en|ern|eln)|sind)\s+$/u;
const PLURAL_AFTER = /^\s+(?:\p{Ll}+(?:en|ern|eln)|sind)(?!\p{L})/u;

/** "Er", "sie": a person or a thing, and "sie" may be several. */
function anyOf(pronoun: Pronoun, given: Turn, context: Context): string | null {
  const { start, end, genders } = pronoun;
  const isPlural = PLURAL_BEFORE.test(given.text.slice(0, start)) || PLURAL_AFTER.test(given.text.slice(end));
  const partners = isPlural && genders === "f" ? partnersOf(context) : [];
  if (partners.length > 1) return named(given, partners);
  const person = personOf(context, genders);
  const thing = matterOf(given, context, genders);
  if (person === null || thing === null) return person?.surface ?? thing;
  const [last] = context;
  if (SPEAKS.test(given.text) || given.nouns.some((noun) => noun.role)) return person.surface;
  if (FIGURES_ASKED.has(given.kind)) return thing;
  return last?.asked?.kind === "person" || last?.asked?.names.some((it) => it === person) ? person.surface : thing;
}

/** Whom the last answer named when it was asked who, else whom the question spoke of, else whom the answer did. */
function personOf(context: Context, genders: string): Named | null {
  for (const { asked, answer } of context) {
    const answered = answer?.names ?? [];
    const spoken = [...(asked?.kind === "person" ? answered : []), ...(asked?.names ?? []), ...answered];
    const person = spoken.find((it) => it.kind === "person" && agree(it.genders, genders));
    if (person !== undefined) return person;
  }
  return null;
}

/** "Dort": what the last question placed something at, else what its answer named. */
function placesOf(context: Context): readonly Named[] {
  for (const exchange of context) {
    const asked = groupsOf(exchange.asked?.text ?? "", exchange.asked?.names ?? []);
    const place =
      asked.findLast((it) => it.kind !== "person") ?? exchange.answer?.names.find((it) => it.kind !== "person");
    if (place !== undefined) return [place];
  }
  return [];
}

/** Organisations of the latest question that had some. */
function partnersOf(context: Context): readonly Named[] {
  for (const { asked } of context) {
    const partners = (asked?.names ?? []).filter((it) => it.kind === "organisation");
    if (partners.length > 0) return partners;
  }
  return [];
}

const POSSESSIVE = /^(?:ihre[nrsm]?|seine[nrsm]?|their|its)$/iu;

/** A thing of the last question: what its article fits best, a noun with its names before names alone. */
function matterOf(given: Turn, context: Context, genders: string): string | null {
  const [last] = context;
  const asked = last?.asked ?? null;
  if (asked === null) return named(given, (last?.answer?.names ?? []).slice(0, 1));
  const nouns = asked.nouns.filter(
    (it) =>
      !it.role &&
      !it.figure &&
      (DEFINITE.test(it.article) || POSSESSIVE.test(it.article)) &&
      agree(it.genders, genders),
  );
  const names = asked.names.filter((it) => it.kind !== "person" && agree(it.genders, genders));
  const isExact = (it: { readonly genders: string }) => genders === ANY_GENDER || it.genders !== ANY_GENDER;
  const saysMore = (it: Noun) => names.length !== 1 || complementsOf(asked, it).length > 0 || genders !== ANY_GENDER;
  const fitting = nouns.filter((it) => isExact(it) && saysMore(it));
  const noun = fitting.find((it) => complementsOf(asked, it).length > 0) ?? fitting[0];
  if (noun !== undefined) return nounPhrase(noun, asked, given);
  const answered = asked.kind === "person" && !asked.nouns.some((it) => it.role) ? focusOf(last, genders) : [];
  const exact = names.filter((it) => genders !== ANY_GENDER && it.genders !== ANY_GENDER);
  for (const choice of [exact, answered, names]) if (choice.length > 0) return named(given, choice);
  const [topic] = asked.nouns.filter((it) => !it.role);
  if (topic !== undefined) return nounPhrase(topic, asked, given);
  return named(given, placesOf(context.slice(1)));
}

/** The organisation that answered who. */
function focusOf(exchange: Exchange | undefined, genders: string): readonly Named[] {
  const [first] = exchange?.answer?.names ?? [];
  return first !== undefined && first.kind !== "person" && agree(first.genders, genders) ? [first] : [];
}

const ARTICLES: Readonly<Record<string, string>> = { f: "die", n: "das", m: "der" };

/** "Die Kooperation von A und B"; without the names where the follow-up brings some itself. */
function nounPhrase(noun: Noun, asked: Turn, given: Turn): string {
  const brings = given.names.some((it) => it.kind !== "person");
  const last = brings ? undefined : complementsOf(asked, noun).at(-1);
  const article = asked.language === "en" ? "the" : (ARTICLES[noun.genders] ?? "");
  const front = noun.article === "" ? "" : `${article} `.trimStart();
  const phrase = front + asked.text.slice(noun.start, last?.end ?? noun.end);
  const others = brings || last !== undefined ? [] : asked.names.filter((it) => it.kind !== "person");
  return [phrase, named(given, others)].filter((part) => part !== null).join(OF[given.language]);
}

/** Names in a row, as they are joined in the language of the follow-up. */
function named({ language }: Turn, names: readonly Named[]): string | null {
  return names.length === 0 ? null : names.map((it) => it.surface).join(AND[language]);
}

const NOUN = /^\s*(?:\p{Ll}+\s+)*\p{Lu}[\p{L}-]*/u;

/** Puts what a pronoun stands for in its place: "ihre Ziele" becomes "die Ziele von A", "its aims" "A's aims". */
export function inPlaceOf({ start, end, possessive, preposition }: Pronoun, referent: string, given: Turn): Edit[] {
  if (preposition !== null) {
    const from = given.text[start - 1] === " " ? start - 1 : start;
    return [{ start: from, end, text: "" }, appended(given.text, `${preposition} ${referent}`)];
  }
  if (!possessive) return [{ start, end, text: referent }];
  if (given.language === "en") return [{ start, end, text: referent.endsWith("s") ? `${referent}'` : `${referent}'s` }];
  const noun = NOUN.exec(given.text.slice(end))?.[0] ?? "";
  const after = end + noun.length;
  return [
    { start, end, text: "die" },
    { start: after, end: after, text: OF.de + referent },
  ];
}

/** How names are added to a question that has none: the latest that it can be about. */
export function entityOf(given: Turn, context: Context): string | null {
  const { nouns, language } = given;
  const names = entitiesOf(given, context);
  if (names.length === 0) return null;
  const belongs = names.some((it) => it.kind === "person") || nouns.some((noun) => noun.role || noun.figure);
  return belongs ? `${OF[language].trim()} ${named(given, names)}` : withFront(given, names);
}

/** The latest names that a question can be about; a person has no employees. */
export function entitiesOf({ kind, nouns }: Turn, context: Context): readonly Named[] {
  const ofNobody = FIGURES_ASKED.has(kind) || nouns.some((noun) => noun.role || noun.figure);
  for (const { asked } of context) {
    const names = (asked?.names ?? []).filter((it) => !(ofNobody && it.kind === "person"));
    if (names.length > 0) return names;
  }
  return [];
}

function withFront(given: Turn, names: readonly Named[]): string | null {
  if (names.length === 0) return null;
  const isPlace = names.every((it) => it.kind === "place");
  return `${isPlace ? "in" : { de: "bei", en: "at" }[given.language]} ${named(given, names)}`;
}
