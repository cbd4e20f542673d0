import type { Span } from "../../contracts/passage.js";
import type { Name } from "../../language/names.js";
import type { SentenceView } from "../steps.js";

/** A person and the position that a sentence gives them, as its words have it. */
export interface Position {
  readonly person: Name;
  /** "Leiter der Abteilung für Radiologie bei Northwestern Medicine"; it may join two places of the sentence. */
  readonly title: string;
  /** Told in passing ("says Vera Ott, director of …"), not what the sentence is there to say. */
  readonly inPassing: boolean;
}

/** "bei Medtech Süd", "an der Hochschule Nord", between or before what they belong to. */
const PLACE = "(?:bei|an|in|at|am|im)\\s(?:(?:der|dem|den|the)\\s)?\\p{Lu}[^,;:()]{1,100}?";
const ARTICLE = "(?:(?:der|die|das|the|an?|eine?)\\s)?";
const COPULA = new RegExp(`^\\s(?:ist|is)\\s(?:(?<place>${PLACE})\\s)?${ARTICLE}$`, "u");
const APPOSITION = /^(?:\s\([^()]{1,60}\))?,\s(?:(?:der|die|dem|den|the)\s)?(?:\p{Ll}+[ersn]?\s){0,2}$/u;
const INVERTED = new RegExp(`(?<place>${PLACE})\\s(?:ist|is)\\s$`, "iu");
/** Where a title ends: at a mark, but not inside of "A, B und C"; or where the next position begins. */
const LIST_GOES_ON = /^,\s(?:\p{Lu}[\p{L}-]*,\s)*\p{Lu}[\p{L}-]*\s(?:und|sowie|and)\s/u;

/** Every position that the sentence gives to a person. */
export function positionsOf(view: SentenceView): Position[] {
  return view.names.filter(isPerson).flatMap((person) => {
    const titles = statedAfter(view, person);
    return (titles.length > 0 ? titles : statedBefore(view, person)).map((title) => ({ person, ...title }));
  });
}

function isPerson({ kind, surface }: Name): boolean {
  const words = surface.split(/\s+/).length;
  return kind === "person" || (kind === "other" && words >= 2 && words <= 3);
}

type Title = Omit<Position, "person">;

/** "Vera Ott, Direktorin … und Professorin …", "Vera Ott ist bei … Direktorin", "An der … ist Vera Ott Direktorin". */
function statedAfter(view: SentenceView, person: Name): Title[] {
  const role = view.roles.find(({ start }) => start > person.end);
  if (role === undefined) return [];
  const { text } = view;
  const between = text.slice(person.end, role.start);
  const [said = "", ...further] = titlesFrom(view, role);
  const copula = COPULA.exec(between);
  if (copula !== null) return titled([joined(said, copula.groups?.place), ...further], false);
  if (APPOSITION.test(between)) {
    const adjectives = between.replace(/^.*,\s(?:(?:der|die|dem|den|the)\s)?/u, "");
    return titled([`${adjectives}${said}`, ...further], true);
  }
  const inverted = between === " " ? INVERTED.exec(text.slice(0, startOf(person))) : null;
  const place = inverted?.groups?.place;
  return place === undefined ? [] : titled([joined(said, lowerFirst(place))], false);
}

/** "Geschäftsführer des … ist Frans Muster", "WTZ-Direktorin Vera Ott". */
function statedBefore(view: SentenceView, person: Name): Title[] {
  const before = view.text.slice(0, startOf(person));
  const role = view.roles.findLast(({ end }) => end <= before.length);
  if (role === undefined) return [];
  if (/^\s$/u.test(before.slice(role.end))) {
    const start = before.slice(0, role.end).search(/[^\s(„“"]+$/u);
    return titled([before.slice(start, role.end)], true);
  }
  const copula = /\s(?:ist|is)\s$/u.exec(before);
  const isRun = copula !== null && !/[,;:.]/u.test(before.slice(role.start, copula.index));
  return isRun ? titled([before.slice(role.start, copula.index)], false) : [];
}

function titled(titles: readonly string[], inPassing: boolean): Title[] {
  return titles.map((title) => ({ title, inPassing }));
}

/** The title that begins with a role, and those that "und" joins to it. */
function titlesFrom(view: SentenceView, role: Span): string[] {
  const end = endOf(view, role);
  const next = view.roles.find(({ start }) => start > role.end);
  const isJoined = next !== undefined && joinBefore(view.text, next.start) === end;
  return [view.text.slice(role.start, end), ...(isJoined ? titlesFrom(view, next) : [])];
}

function startOf({ start, title }: Name): number {
  return title === null ? start : start - title.length - 1;
}

function endOf({ text, roles }: SentenceView, role: Span): number {
  const next = roles.find(({ start }) => start > role.end);
  const limit = next === undefined ? text.length : (joinBefore(text, next.start) ?? text.length);
  let from = role.end;
  for (;;) {
    const mark = text.slice(from, limit).search(/[,;:.()“”"]/u);
    if (mark < 0) return limit;
    const at = from + mark;
    const list = LIST_GOES_ON.exec(text.slice(at, limit));
    if (list === null) return at;
    from = at + list[0].length;
  }
}

/** Where "und Professor" begins, when a position is joined to the one before. */
function joinBefore(text: string, start: number): number | null {
  const join = /\s(?:und|sowie|and)\s(?:\p{L}+\s)?$/u.exec(text.slice(0, start));
  return join === null ? null : join.index;
}

function joined(title: string, place: string | undefined): string {
  return place === undefined ? title : `${title} ${place}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
