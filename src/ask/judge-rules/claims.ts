import { tellsReason } from "../answer-marks.js";
import { COLLABORATION } from "../collaboration-concepts.js";
import type { AnswerKind, Term } from "../steps.js";
import { isComparable } from "../term-match.js";
import { comparable, isCapitalised, isHeldBy, type Rule, withContext, withNeighbours } from "./rule.js";

/** "Who is the mayor of X", "was sind die Ziele": what is asked for stands right behind. */
const IDENTITY = /^\s*(?:und |and )?(?:wer|who|was|what) (?:ist|sind|war|waren|is|are|was|were)\b/iu;

/**
 * What is to be defined, identified or listed stands in the sentence, or introduces it. Outside of definitions only
 * words of the glossary are held to that: others may be said in too many ways.
 */
export const holdsWhatIsAskedFor: Rule = ({ standalone, kind, terms }, weighed) => {
  const isIdentity = (kind === "person" || kind === "list" || kind === "other") && IDENTITY.test(standalone);
  if (kind !== "definition" && !isIdentity) return true;
  const across = weighed.signals.otherLanguage === 1;
  const asked = leading(terms.filter((term) => term.kind === "word")).filter((term) =>
    kind === "definition" ? isComparable(term, across) : term.concepts.length > 0,
  );
  const views = withContext(weighed);
  return asked.length === 0 || asked.some((term) => isHeldBy(views, term));
};

/** The first word term and those right behind it: "share price" in "what is the share price of X". */
function leading(words: readonly Term[]): Term[] {
  const [first] = words;
  if (first === undefined) return [];
  const run = [first];
  for (const term of words.slice(1)) {
    if (term.start > (run.at(-1)?.end ?? 0) + 1) break;
    run.push(term);
  }
  return run;
}

/** What is asked for by such words may be said without them: aims, fields, reasons. */
const ABSTRACT: ReadonlySet<string> = new Set(
  "goal plan focus topic field benefit advantage task problem reason measure step part kind type example opportunity role effect function area result quality opinion partner name word term"
    .split(" ")
    .concat([
      "company",
      "hospital",
      "university",
      "organisation",
      "institute",
      "country",
      "city",
      "person",
      "year",
      "region",
    ]),
);

/** What is written down as such, or not at all. */
const WRITTEN: ReadonlySet<string> = new Set("address telephone e_mail website price".split(" "));
/** Of these, what the words mean wherever they stand. */
const CONTACTS: ReadonlySet<string> = new Set("telephone e_mail website".split(" "));

/** "Welche Adresse hat X", "wie lautet die Website": what has to be written down is spoken of. */
export const holdsWhatIsWritten: Rule = ({ listed, terms, kind }, weighed) => {
  const contacts = terms.filter(({ concepts }) => concepts.some((concept) => CONTACTS.has(concept)));
  const isWritten = listed?.concepts.some((concept) => WRITTEN.has(concept)) === true;
  const asked = isWritten && listed !== null ? [listed] : kind === "other" ? contacts : [];
  return asked.length === 0 || asked.some((term) => isHeldBy(withContext(weighed), term));
};

/** "Welche Tumore behandelt X": the thing that is asked for is spoken of, unless its name says nothing. */
export const holdsWhatIsListed: Rule = ({ listed }, weighed) => {
  if (listed === null || listed.concepts.length === 0) return true;
  if (listed.concepts.some((concept) => ABSTRACT.has(concept))) return true;
  return isHeldBy(withContext(weighed), listed);
};

/** How much of what a question says must stand in the sentence, as a share of its comparable words. */
const SAID: Partial<Record<AnswerKind, number>> = {
  date: 0.51,
  duration: 0.3,
  place: 0.3,
  person: 0.3,
  list: 0.01,
  other: 0.01,
};

/** Verbs and adverbs that say nothing of their own. */
const LIGHT =
  /^(?:doing|done|make|makes|made|making|take|takes|took|taken|place|together|jointly|get|gets|got|zusammen|gemeinsam\p{L}*|machen|macht|machte|gemacht|tun|tut|tat|getan|findet|fand|stattfinden|statt|passiert\p{L}*|geschieht|geschah|happen\p{L}*|occur\p{L}*)$/iu;

/** Kinds of which a sentence about something else altogether has an answer, too. */
const ANY_EVENT: ReadonlySet<AnswerKind> = new Set(["date", "duration", "place", "person"]);

/** Something of what happened stands in the sentence, not only whom it happened to. */
export const holdsTheEvent: Rule = ({ kind, terms, asksForPublication }, weighed) => {
  if (!ANY_EVENT.has(kind) || asksForPublication) return true;
  const words = comparable(
    terms.filter((term) => term.kind === "word" && !LIGHT.test(term.surface)),
    weighed,
  );
  const views = withContext(weighed);
  return words.every((term) => term.concepts.length === 0) || words.some((term) => isHeldBy(views, term));
};

/**
 * What happened stands in the sentence, not only whom it happened to: a date of another event, a place of something
 * else, a doer of another deed are no answers. A date needs most of the words; for the other kinds one may do.
 */
export const holdsWhatHappened: Rule = ({ kind, terms, asksForPublication }, weighed) => {
  const { view, signals, candidate } = weighed;
  const least = SAID[kind];
  if (least === undefined || (asksForPublication && view.sentence.kind === "dateline")) return true;
  const words = comparable(
    terms.filter(
      (term) => term.kind === "word" && !LIGHT.test(term.surface) && (kind !== "list" || term.concepts.length > 0),
    ),
    weighed,
  );
  // Across languages a single deed is too often in other words than those of the glossary.
  // "Welche Ziele": what kind of thing is listed need not be said.
  const isLoose = kind === "list" || (signals.otherLanguage === 1 && (kind === "person" || kind === "other"));
  if (words.length === 0 || (words.length < 2 && isLoose)) return true;
  const announces = asksForPublication && view.quantities.some((it) => it.normal === candidate.document.publishedAt);
  const views = withContext(weighed);
  const isSaid = (term: Term) => isHeldBy(views, term) || (announces && term.surface === "");
  return words.filter(isSaid).length / words.length >= least;
};

/**
 * Whether something is so is told by no passage that does not speak of it: "Does X work with Y?" needs both. Words of the
 * glossary may be said otherwise; what has no meaning there is a name, or a thing that is either said or not.
 */
/** Of what somebody is to have spoken of, or planned, this share stands where they do. */
const SPOKEN = { statement: 0.5, plan: 0.34 } as const;

/** What somebody says about something else is no answer to what they say about this. */
export const holdsTheSubject: Rule = ({ kind, terms, speaker }, weighed) => {
  if (kind !== "statement" && kind !== "plan") return true;
  const subject = comparable(
    terms.filter(
      (term) =>
        !speaker.includes(term) && term.surface !== "" && !(kind === "plan" ? isPlanning(term) : isSaying(term)),
    ),
    weighed,
  );
  const views = withNeighbours(weighed);
  const isSpokenOf = (term: Term) =>
    isHeldBy(views, term) || (isCollaboration(term) && (weighed.inPassage[terms.indexOf(term)] ?? 0) > 0);
  return subject.filter(isSpokenOf).length >= SPOKEN[kind] * subject.length;
};

function isSaying({ concepts }: Term): boolean {
  return concepts.includes("say");
}

/** Of plans, what they are about has a meaning in the glossary; who makes them is told by the rule for names. */
function isPlanning({ kind, concepts }: Term): boolean {
  return kind === "name" || concepts.length === 0 || concepts.some((concept) => PLANNING.has(concept));
}

const PLANNING: ReadonlySet<string> = new Set(
  "plan goal want expect achieve develop create build do start future".split(" "),
);

/** What the whole document is about need not be named again. */
function isCollaboration({ concepts }: Term): boolean {
  return concepts.some((concept) => COLLABORATION.has(concept));
}

/** What explains says so, itself or right beside. */
export const holdsTheReason: Rule = ({ kind }, weighed) =>
  kind !== "reason" || withNeighbours(weighed).some(({ text }) => tellsReason(text));

/**
 * Whether something is so is told by no passage that does not speak of it: "Does X work with Y?" needs both. Words of the
 * glossary may be said otherwise; what has no meaning there is a name, or a thing that is either said or not.
 */
export const holdsWhatIsClaimed: Rule = ({ kind, terms }, { inPassage }) =>
  kind !== "yesno" ||
  terms.every((term, at) => {
    const isThing = term.kind === "name" || (term.kind === "word" && term.start !== 0 && isCapitalised(term));
    return !isThing || term.concepts.length > 0 || (inPassage[at] ?? 0) > 0;
  });
