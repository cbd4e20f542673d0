import { fold } from "../../src/language/fold.js";

/** Written out and abbreviated, folded and without full stops. */
const TITLES: readonly (readonly string[])[] = [
  ["dr", "doktor", "doktorin", "doctor"],
  ["prof", "professor", "professorin"],
  ["pd", "privatdozent", "privatdozentin"],
];
const JOINS = new Set(["und", "and", "sowie", "oder", "or", "mit", "with", "bei", "at"]);
const PARTICLES = new Set(
  "von vom zu zum zur van vander der den de del della di da dos du la le el al bin ibn ten ter".split(" "),
);
/** Other parts of a title than the one in front: "med.", "rer. nat.", "h. c.". */
const ABBREVIATION = /^(?:\p{L}{2,5}|[hcek])\.$/u;
const MOST_BETWEEN = 6;

interface Word {
  /** Without what surrounds it, as brackets, quotation marks and a comma. */
  readonly plain: string;
  readonly folded: string;
  /** No name goes on behind it. */
  readonly ends: boolean;
}

/**
 * True when the text names the person: the last name behind the first, or behind the title, which may be abbreviated or
 * written out. Between first and last name further names may stand, initials and particles, but nobody else; behind the
 * title only more of the title and what is this person's own, so that another of the same last name is not taken for it.
 */
export function namesPerson(text: string, name: string, title: string | undefined): boolean {
  const names = name.trim().split(/\s+/).map(fold);
  const [first = "", last = ""] = [names.at(0), names.at(-1)];
  const titles = (title ?? "").split(/\s+/).flatMap((part) => formsOf(part));
  const words = text.split(/\s+/).map(wordOf);
  const isLast = lastNamePattern(last);
  return words.some((word, at) => {
    const byName = word.folded === first;
    const byTitle = titles.includes(unstopped(word.folded));
    if (!(byName || byTitle) || word.ends) return false;
    for (const next of words.slice(at + 1, at + 2 + MOST_BETWEEN)) {
      if (isLast.test(next.folded)) return true;
      const goesOn = isOwn(next, names) || (byName ? isFurtherName(next) : isMoreTitle(next));
      if (!goesOn || next.ends) return false;
    }
    return false;
  });
}

function wordOf(raw: string): Word {
  const plain = raw.replace(/^[^\p{L}\p{N}]+/u, "").replace(/[^\p{L}\p{N}.]+$/u, "");
  return { plain, folded: fold(plain), ends: /[,;:!?]["'“”’»)]*$/u.test(raw) };
}

/** The last name, with the ending of a genitive; what follows it may not go on with letters. */
function lastNamePattern(last: string): RegExp {
  return new RegExp(`^${last.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:'?s)?(?!\\p{L})`, "u");
}

function formsOf(title: string): readonly string[] {
  const folded = unstopped(fold(title));
  return TITLES.find((forms) => forms.includes(folded)) ?? (folded === "" ? [] : [folded]);
}

function isOwn({ folded }: Word, names: readonly string[]): boolean {
  const own = names.slice(0, -1);
  return own.includes(folded) || own.some((it) => folded === `${it.slice(0, 1)}.`) || PARTICLES.has(folded);
}

function isFurtherName({ plain, folded }: Word): boolean {
  if (JOINS.has(folded)) return false;
  return /^\p{Lu}/u.test(plain) && (!plain.endsWith(".") || /^(?:\p{L}{1,4}\.-?)+$/u.test(plain));
}

function isMoreTitle({ folded }: Word): boolean {
  return ABBREVIATION.test(folded) || TITLES.some((forms) => forms.includes(unstopped(folded)));
}

/** "univ.-prof." and "dr.-ing." too by what they are in the main. */
function unstopped(word: string): string {
  return word
    .replace(/^univ\.-(?=prof)/, "")
    .replace(/^(dr)\.-.*$/, "$1")
    .replace(/\.$/, "");
}
