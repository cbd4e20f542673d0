import { modalityOf } from "../language/modality.js";
import { covers, type Quantity } from "../language/quantities.js";
import { holdsTheRole } from "./judge-rules/who.js";
import type { Weighed } from "./judge-signals.js";
import { contradict, qualified } from "./judge-values.js";
import { wordsOf } from "./sentence-views.js";
import type { AnswerKind, SentenceView, Term, Understood } from "./steps.js";
import { holds, isComparable, isNameLike } from "./term-match.js";

/**
 * The sentence that contradicts what a question takes for granted, where one certainly does: the position is another
 * person's, what is taken for done is planned, the figure or date is another. Null otherwise.
 */
export function contradictionOf(understood: Understood, weighed: readonly Weighed[]): Weighed | null {
  return wrongHolder(understood, weighed) ?? notYetDone(understood, weighed) ?? wrongFigure(understood, weighed);
}

/** "Since when is A the director of X", where the documents say that B is. */
function wrongHolder(understood: Understood, weighed: readonly Weighed[]): Weighed | null {
  const { kind, terms, asksForPlan } = understood;
  const roles = terms.filter((term) => term.role);
  if (kind === "person" || kind === "role" || kind === "statement" || asksForPlan || roles.length === 0) return null;
  const person = personIn(terms, weighed);
  if (person === null) return null;
  const others = terms.filter(
    (term) => !person.includes(term) && term.quantity === null && (term.role || isNameLike(term)),
  );
  // Without an organisation, the position may be anyone's.
  if (!others.some((term) => !term.role)) return null;
  const topic =
    kind === "yesno" ? terms.filter((term) => term.kind === "word" && !term.role && !person.includes(term)) : [];
  const asked: Understood = { ...understood, kind: "person", terms: others };
  const holders = weighed.filter(
    (it) => it.view.roles.length > 0 && holdsAll(it.view, [...others, ...topic]) && holdsTheRole(asked, it),
  );
  if (holders.some(({ view }) => person.some((term) => holds(view, term) > 0))) return null;
  const [first] = holders.filter(({ view }) => personsOf(view).length === 1);
  return first ?? null;
}

/** The terms of the question that name a person, as the question or the documents show. */
function personIn(terms: readonly Term[], weighed: readonly Weighed[]): readonly Term[] | null {
  const names = terms.filter((term) => isNameLike(term) && !term.role);
  const persons = weighed.flatMap(({ view }) => personsOf(view)).map((surface) => surface.toLowerCase().split(/\s+/));
  const last = names.find((term) => persons.some((words) => words.at(-1) === term.surface.toLowerCase()));
  if (last === undefined) return null;
  const whole = persons.find((words) => words.at(-1) === last.surface.toLowerCase()) ?? [];
  return names.filter((term) => whole.includes(term.surface.toLowerCase()));
}

/** Who holds a position is a person, where nobody else is named and nothing tells otherwise. */
function personsOf({ names, roles }: SentenceView): string[] {
  const persons = names.filter(({ kind }) => kind === "person");
  if (persons.length > 0 || roles.length === 0) return persons.map(({ surface }) => surface);
  return names.flatMap(({ kind, surface }) => (kind === "other" && PERSON.test(surface) ? [surface] : []));
}

/** Two or three words in capitals, none of them an abbreviation. */
const PERSON = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,2}$/u;

function holdsAll(view: SentenceView, terms: readonly Term[]): boolean {
  return terms.every((term) => holds(view, term) > 0);
}

/** Asks about what has begun. */
const BEGUN =
  /(?<!\p{L})(?:seit wann|seit wie|since when|how long has|how long have|in betrieb|in use|in operation|operating|(?:wurden?|worden|ist|sind|war|waren|hat|haben)(?!\p{L}).*(?<!\p{L})(?:eröffnet|gebaut|errichtet|eingeweiht|gestartet|fertiggestellt|abgeschlossen|eingeführt)|(?:was|were|has|have|had|been)(?!\p{L}).*(?<!\p{L})(?:opened|built|launched|completed|inaugurated|introduced|set up)|did(?!\p{L}).*(?<!\p{L})(?:open|start|launch|begin))(?!\p{L})/iu;
const DONE =
  /^(?:eröffnet|gebaut|errichtet|eingeweiht|gestartet|fertiggestellt|abgeschlossen|eingeführt|opened?|built|launched?|completed|inaugurated|introduced|start|begin|operating|betrieb|use|operation|gang|kraft|dienst)$/iu;
const AHEAD = /(?<!\p{L})(?:wird|werden|will|soll|sollen|going to|is to|are to|geplant|planned)(?!\p{L})/iu;
/** Says outright that it does not exist yet. */
const OUTRIGHT =
  /(?<!\p{L})(?:vorhaben|noch geplant|noch nicht|still planned|not yet|nicht als bestehend\p{L}*|not describe\p{L}*|planned as|geplante?[nrsm]?)(?!\p{L})/iu;
const ABOUT_TIME: ReadonlySet<AnswerKind> = new Set([
  "date",
  "duration",
  "reason",
  "place",
  "person",
  "number",
  "amount",
]);

/** "Since when has the centre been open", where the documents say that it is planned. */
function notYetDone({ kind, terms, standalone }: Understood, weighed: readonly Weighed[]): Weighed | null {
  if (!ABOUT_TIME.has(kind) || !BEGUN.test(standalone) || AHEAD.test(standalone)) return null;
  const topic = terms.filter((term) => term.kind === "word" && !DONE.test(term.surface));
  const names = terms.filter(({ certainty }) => certainty === "sure");
  const about = weighed.filter((it) => {
    const across = it.signals.otherLanguage === 1;
    const words = topic.filter((term) => isComparable(term, across));
    return (
      words.length > 0 &&
      holdsAll(it.view, words) &&
      names.every((term) => (it.inPassage[terms.indexOf(term)] ?? 0) > 0)
    );
  });
  if (about.some(({ view }) => modalityOf(view.text) === "stated" && BEGUN.test(view.text))) return null;
  const planned = about.filter(({ view }) => OUTRIGHT.test(view.text) || modalityOf(view.text) === "planned");
  return planned.find(({ view }) => OUTRIGHT.test(view.text)) ?? planned[0] ?? null;
}

/** Leaves room for another figure: "more than 50,000". */
const COMPARED =
  /(?:mehr als|über|mindestens|weniger als|unter|bis zu|more than|over|at least|less than|under|up to|als)\s*$/iu;
const FIGURED: ReadonlySet<Quantity["kind"]> = new Set(["number", "amount", "percent", "date"]);

/** "Why does X have only 50,000 employees", where the documents state another number of them for the same year. */
function wrongFigure(understood: Understood, weighed: readonly Weighed[]): Weighed | null {
  const { kind, terms, standalone } = understood;
  if (kind === "number" || kind === "amount" || kind === "percent" || kind === "comparison") return null;
  const figures = terms.flatMap(({ quantity }) => (quantity !== null && FIGURED.has(quantity.kind) ? [quantity] : []));
  const [figure, ...more] = figures.filter(({ start }) => !COMPARED.test(standalone.slice(0, start)));
  if (figure === undefined || more.length > 0) return null;
  const thing = thingOf(figure, understood);
  if (thing === null) return null;
  const others = terms.filter((term) => term.quantity !== null && term.quantity !== figure);
  const names = terms.filter(isNameLike);
  const about = weighed.filter(({ view }) => holds(view, thing) > 0 && holdsAll(view, [...others, ...names]));
  if (about.some(({ view }) => view.quantities.some((stated) => covers(figure, stated)))) return null;
  const isCounted = (view: SentenceView) => kind !== "yesno" || countsThing(figure, thing, view);
  return about.find(({ view }) => statesOther(figure, view) && isCounted(view)) ?? null;
}

const MONEY: ReadonlySet<string> = new Set(
  "revenue profit loss budget investment funding cost price salary".split(" "),
);

/** What the figure is of: the word behind it, or the kind of money or event that the question names. */
function thingOf({ kind, end }: Quantity, { terms, standalone, asksForPublication }: Understood): Term | null {
  const words = terms.filter((term) => term.kind === "word" && term.concepts.length > 0);
  if (kind === "amount") return words.find(({ concepts }) => concepts.some((it) => MONEY.has(it))) ?? null;
  if (kind === "date")
    return asksForPublication ? null : (words.find(({ concepts }) => concepts.includes("announcement")) ?? null);
  return words.find(({ start }) => start >= end && /^\s*$/u.test(standalone.slice(end, start))) ?? null;
}

/** How far behind its number stands what is counted, in UTF-16 code units. */
const BESIDE = 40;

/** A bare number says something of what stands right behind it, and of nothing else in the sentence. */
function countsThing({ kind }: Quantity, thing: Term, { quantities, text }: SentenceView): boolean {
  const stated = quantities.find((it) => it.kind === kind);
  if (kind !== "number" || stated === undefined) return true;
  return holds(wordsOf(text.slice(stated.end, stated.end + BESIDE), null), thing) > 0;
}

/** Just one figure of the kind stands there, and cannot be the same one. */
function statesOther(figure: Quantity, view: SentenceView): boolean {
  const [stated, ...more] = view.quantities.filter(({ kind }) => kind === figure.kind);
  if (stated === undefined || more.length > 0) return false;
  // "100 clinics and institutes" says nothing of clinics alone.
  if (/^\s\p{L}+\s(?:und|and|sowie|oder|or)\s\p{L}+/u.test(view.text.slice(stated.end)) && stated.kind === "number")
    return false;
  return contradict({ kind: figure.kind, normal: figure.normal, bound: "exact" }, qualified(stated, view.text));
}
