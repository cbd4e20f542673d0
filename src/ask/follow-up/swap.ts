import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import type { Quantity } from "../../language/quantities.js";
import type { AnswerKind } from "../steps.js";
import { isPlace, type Named } from "./named.js";
import type { Noun } from "./nouns.js";
import { appended, type Edit } from "./patch.js";
import type { Turn } from "./turn.js";
import { inside } from "./words.js";

/** Between names that belong together: "A und B", "A, B and the C". */
const JOINS =
  /^\s*(?:,|und|and|&|sowie|oder|or|,\s*(?:und|and))\s*(?:(?:der|die|das|dem|den|des|the|von|of|mit|with)\s+)*$/iu;

/** Names of one kind that are joined by "und" count as one. */
export function groupsOf(text: string, names: readonly Named[]): Named[] {
  const groups: Named[] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last !== undefined && last.kind === name.kind && JOINS.test(text.slice(last.end, name.start))) {
      const { end } = name;
      groups[groups.length - 1] = { ...last, end, surface: text.slice(last.start, end) };
    } else groups.push(name);
  }
  return groups;
}

/**
 * Puts the names of a follow-up where the earlier question has names of their kind; what finds no place is added. Null
 * for a person after a question for one: who was asked for is no part of it.
 */
export function swapNames(base: Turn, given: Turn): Edit[] | null {
  const isPerson = (it: Named) => it.kind === "person";
  if (base.kind === "person" && given.names.some(isPerson) && !base.names.some(isPerson)) return null;
  const old = groupsOf(base.text, base.names);
  const taken: Named[] = [];
  return groupsOf(given.text, given.names).map((name) => {
    const free = old.filter((it) => !taken.includes(it));
    const place = name.kind === "place" ? placeInside(base.text, free, name) : null;
    if (place !== null) return place;
    const replaced = replacedBy(name, free);
    if (replaced === null) return appended(base.text, withPreposition(given.text, name));
    taken.push(replaced);
    const { start } = withArticle(base.text, replaced);
    return {
      start,
      end: replaced.end,
      text: base.language === given.language ? inCaseOf(replaced, name, given.text) : name.surface,
    };
  });
}

/** "Des Klinikums", "der Charité" become "von X"; behind a preposition a name needs no article. */
function inCaseOf({ article, preposition, genders }: Named, name: Named, text: string): string {
  if (/^des$/iu.test(article) || (/^der$/iu.test(article) && preposition === null && genders === "f")) {
    return `von ${name.surface}`;
  }
  return preposition === null ? withArticle(text, name).surface : name.surface;
}

function replacedBy(name: Named, old: readonly Named[]): Named | null {
  const same = old.filter((it) => it.kind === name.kind);
  const beside = same.find((it) => it.preposition !== null && it.preposition === name.preposition);
  if (beside ?? same[0]) return beside ?? same[0] ?? null;
  // "In Berlin" says where, beside whom it is about.
  if (name.kind === "place" && name.preposition === "in") return null;
  return name.kind === "person" ? null : (old.find((it) => it.kind !== "person") ?? null);
}

/** "Und in Essen?" after "WTZ Münster": the place that an organisation has in its name. */
function placeInside(text: string, old: readonly Named[], name: Named): Edit | null {
  if (old.some((it) => it.kind === "place")) return null;
  for (const { start, end, kind } of old) {
    const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}-]+/gu)];
    const last = words.at(-1);
    if (kind !== "organisation" || last === undefined || words.length < 2 || !isPlace(fold(last[0]))) continue;
    return { start: start + last.index, end: start + last.index + last[0].length, text: name.surface };
  }
  return null;
}

const BEFORE = /(\p{L}+\s+(?:(?:der|die|das|dem|den|the)\s+)?)$/u;

function withPreposition(text: string, { start, surface, preposition }: Named): string {
  const front = preposition === null ? "" : (BEFORE.exec(text.slice(0, start))?.[1] ?? "");
  return front + surface;
}

/** A year replaces the year, an amount the amount; what finds no place is added. */
export function swapQuantities(base: Turn, given: readonly Quantity[]): Edit[] {
  return given.map(({ kind, surface }) => {
    const same = base.quantities.findLast((it) => it.kind === kind || (isTime(it.kind) && isTime(kind)));
    return same === undefined ? appended(base.text, surface) : { start: same.start, end: same.end, text: surface };
  });
}

function isTime(kind: Quantity["kind"]): boolean {
  return kind === "year" || kind === "date";
}

/** "Was plant X": asks, for nothing in particular. */
const OPEN = /^(?:was|wie|what|how)(?!\p{L})/iu;

/** Where a question has the words that ask; an empty place at its front when it has none. */
function askingPlace({ text, kind, asking }: Turn): Span {
  // The verb of a yes-or-no question stays.
  if (asking.end > 0 && kind !== "yesno") return asking;
  return { start: 0, end: OPEN.exec(text)?.[0].length ?? 0 };
}

/** Puts words that ask where a question has its own. */
export function askingEdits(base: Turn, words: string): Edit[] {
  const place = askingPlace(base);
  if (place.end > place.start) return [{ ...place, text: words }];
  const first = base.text.slice(0, 1);
  const isName = base.names.some(({ start }) => start === 0);
  return [{ start: 0, end: first.length, text: `${words} ${isName ? first : first.toLowerCase()}` }];
}

/** The words that ask; those of the follow-up, if it asks for something else. */
export function swapAsking(base: Turn, given: Turn): Edit[] {
  const asking = given.text.slice(given.asking.start, given.asking.end);
  return asking === "" || given.kind === "yesno" || given.kind === base.kind ? [] : askingEdits(base, asking);
}

const ASKING: Partial<Record<AnswerKind, Readonly<Record<Language, string>>>> = {
  person: { de: "Wer ist", en: "Who is" },
  amount: { de: "Wie hoch ist", en: "How high is" },
  number: { de: "Wie viele", en: "How many" },
  definition: { de: "Was ist", en: "What is" },
  list: { de: "Welche", en: "Which" },
};

/** How a kind of answer is asked for when nothing but a noun follows. */
export function askingOf(kind: AnswerKind, language: Language): string | null {
  return ASKING[kind]?.[language] ?? null;
}

/**
 * The noun of an earlier question in whose place another may stand: a position for a position, a figure for a figure,
 * else a kindred one or the first; null when there is none.
 */
export function slotFor(noun: Noun, base: Turn): Noun | null {
  if (noun.role) return base.kind === "person" ? (base.nouns.find((it) => it.role) ?? null) : null;
  if (noun.figure) return base.kind === "amount" ? (base.nouns.find((it) => it.figure) ?? null) : null;
  // "Und die Ziele?" after "Wie viele Betten" asks which, no longer how many.
  if ((base.kind === "number" || base.kind === "amount") && noun.article !== "") return null;
  const plain = base.nouns.filter((it) => !it.role && !it.figure);
  return plain.find((it) => it.broader.some((broader) => noun.broader.includes(broader))) ?? plain[0] ?? null;
}

/** "Zum", "beim": more than an article. */
const CONTRACTED = /^(?:zum|zur|vom|beim|im|am|ins)$/iu;

/** A noun or name with its article. */
export function withArticle(
  text: string,
  { start, end, article }: Pick<Noun, "start" | "end" | "article">,
): Span & { readonly surface: string } {
  const from = article === "" || CONTRACTED.test(article) ? start : text.lastIndexOf(article, start);
  return { start: from, end, surface: text.slice(from, end) };
}

/** Names that say more about a noun: "die Kooperation von A und B". They end where other words begin. */
export function complementsOf({ text, names, contents }: Turn, noun: Noun): Named[] {
  const more: Named[] = [];
  let end = noun.end;
  for (const name of names) {
    if (name.start < end) continue;
    if (contents.some((word) => word.start >= end && word.end <= name.start)) break;
    if (more.length === 0 && !/^\s*(?:\p{L}+\s+){0,3}$/u.test(text.slice(end, name.start))) break;
    if (inside(name, more)) continue;
    more.push(name);
    end = name.end;
  }
  return more;
}
