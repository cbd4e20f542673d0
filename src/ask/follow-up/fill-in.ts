import type { Context } from "./context.js";
import type { FollowUp } from "./fragment.js";
import { DEFINITE, FIGURES_ASKED, KINDS_OF_ORGANISATION, PARTITIVE } from "./marks.js";
import { appended, type Edit, type Patched, patch } from "./patch.js";
import { entitiesOf, entityOf, inPlaceOf, referentOf } from "./referents.js";
import { askingOf, slotFor, withArticle } from "./swap.js";
import type { Turn } from "./turn.js";
import { inside } from "./words.js";

/**
 * The follow-up itself, with names and things for its pronouns, and with names where it has none; null when there is
 * nothing to fill in. `base` is the question before.
 */
export function fillIn(followUp: FollowUp, base: Turn | null, context: Context): Patched | null {
  const { given, opens } = followUp;
  const asking = opens || given.names.length === 0 ? askingFor(given, base) : null;
  const edits = [...partOf(given, base), ...organisationMeant(given, context)];
  edits.push(...pronounsFilled(followUp, edits, context));
  const isOpen = edits.every(({ text }) => text === "") && given.names.length === 0;
  const entity = isOpen && (edits.length > 0 || leansOnNames(followUp)) ? entityOf(given, context) : null;
  if (entity !== null) edits.push(appended(given.text, entity));
  if (edits.length === 0) return opens && asking !== null ? patch(given.text, [asking]) : null;
  const year = base === null ? null : yearOf(followUp, base);
  return patch(
    given.text,
    [asking, ...edits, year].filter((edit) => edit !== null),
  );
}

/** What points to the same thing twice is filled in once: "Was sagt sie über ihre Ziele?" */
function pronounsFilled({ given, pronouns }: FollowUp, taken: readonly Edit[], context: Context): Edit[] {
  const free = pronouns.filter((pronoun) => !inside(pronoun, taken));
  const owns = free.some(({ possessive }) => !possessive);
  const isNamed = taken.some(({ text }) => text !== "") || free.some(({ points }) => points !== "place");
  return free.flatMap((pronoun) => {
    const isRepeated = (pronoun.possessive && owns) || (pronoun.points === "place" && isNamed);
    const referent = isRepeated ? null : referentOf(pronoun, given, context);
    return referent === null ? [] : inPlaceOf(pronoun, referent, given);
  });
}

/** "Wie viele davon", "how many of them": what was counted before, unless something else is counted now. */
function partOf({ text, kind, nouns }: Turn, base: Turn | null): Edit[] {
  const match = PARTITIVE.exec(text);
  if (match === null || match.index === 0 || !FIGURES_ASKED.has(kind)) return [];
  const counted = nouns.length === 0 && base?.kind === "number" ? base.nouns[0]?.surface : undefined;
  const start = counted === undefined ? match.index - 1 : match.index;
  return [{ start, end: match.index + match[0].length, text: counted ?? "" }];
}

/** "Das Unternehmen", where one was spoken of. */
function organisationMeant(given: Turn, context: Context): Edit[] {
  const noun = given.nouns.find(
    ({ article, concepts }) => DEFINITE.test(article) && concepts.some((it) => KINDS_OF_ORGANISATION.has(it)),
  );
  const [name, ...others] = entitiesOf(given, context).filter((it) => it.kind === "organisation");
  if (given.names.length > 0 || noun === undefined || name === undefined || others.length > 0) return [];
  return [{ start: withArticle(given.text, noun).start, end: noun.end, text: name.surface }];
}

/** "Und der Umsatz?": a noun alone says how it is asked for; another one is asked for as the noun before was. */
function askingFor({ language, isClause, asking, nouns: [noun] }: Turn, base: Turn | null): Edit | null {
  if (isClause || asking.end > 0 || noun === undefined) return null;
  const isLikeBefore = base !== null && slotFor(noun, base) !== null;
  const kind = noun.role ? "person" : noun.figure ? "amount" : isLikeBefore ? base.kind : null;
  const text = kind === null ? null : askingOf(kind, language);
  // Its case may be another one: "mit dem Budget".
  return text === null ? null : { start: 0, end: language === "de" ? noun.start : 0, text: `${text} ` };
}

/** A figure is asked for in the year that was spoken of. */
function yearOf({ given, opens }: FollowUp, base: Turn): Edit | null {
  const isFigure = FIGURES_ASKED.has(given.kind) || (given.asking.end === 0 && !given.isClause);
  const year = base.quantities.findLast(({ kind }) => kind === "year");
  if (!isFigure || !FIGURES_ASKED.has(base.kind) || year === undefined) return null;
  if (given.quantities.length > 0 || (given.isClause && !opens)) return null;
  const before = /(?:(?:im|in) )?(?:geschäftsjahr |jahr |fiscal year |financial year )?$/iu.exec(
    base.text.slice(0, year.start),
  );
  return appended(given.text, (before?.[0] ?? "") + year.surface);
}

/** Few words that name nobody, or a noun that is taken as known: of whom, the conversation says. */
function leansOnNames({ given, opens }: FollowUp): boolean {
  const { kind, nouns, contents, isClause } = given;
  const takenAsKnown = nouns.some(({ article, concepts }) => DEFINITE.test(article) && concepts.length > 0);
  if (kind === "definition") return takenAsKnown;
  if (kind === "other" || kind === "yesno") return takenAsKnown || opens || (!isClause && nouns.length > 0);
  return takenAsKnown || opens || contents.length <= FEW;
}

const FEW = 2;
