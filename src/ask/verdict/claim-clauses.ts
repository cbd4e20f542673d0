import type { Span } from "../../contracts/passage.js";
import { clausesOf } from "../../language/clauses.js";
import { type Modality, modalityOf } from "../../language/modality.js";

/** A clause with how it puts what it says. */
export interface Asserted extends Span {
  readonly text: string;
  readonly modality: Modality;
}

const SUBORDINATE = /^(?:dass|ob|that|whether)(?!\p{L})/iu;
const CONDITION = /^(?:wenn|falls|sofern|soweit|if|unless|provided)(?!\p{L})/iu;

const ASIDE = /\([^()]{1,80}\)/gu;
/** "Charité – Universitätsmedizin Berlin" is one name: nothing but capitals stands before the dash. */
const DASH_IN_NAME = /(?<=^(?:(?:Die|Das|Der|The)\s)?(?:\p{Lu}[\p{L}-]+\s){1,3})[–—](?=\s\p{Lu}\p{L}+\s)/u;

/** Without brackets, and with names in one piece; what is left stands where it stood. */
function withoutAsides(sentence: string): string {
  return sentence.replace(ASIDE, (aside) => " ".repeat(aside.length)).replace(DASH_IN_NAME, " ");
}

/** ", das am 30. September endete, hatte": the clause around it goes on behind it. */
const EMBEDDED =
  /,\s(?:(?:das|der|die|dem|den)\s[^,;:!?]{3,80}(?:\p{Ll}{2,}t|\p{Ll}{2,}te|\p{Ll}{2,}ten|ist|sind|hat|wird),\s(?=(?:hatten?|hat|haben|ist|sind|war|waren|\p{Ll}{3,}(?:te|ten|t))\s)|(?:which|who)\s[^;:!?]{3,80}?,\s(?=\p{L}))/u;
/** "A, a hospital in B, and C" */
const APPOSITION =
  /,\s(?:ein|eine|a|an|der|die|das|the)\s[^,;:]{3,60}(?:,\s\p{Lu}\p{L}+)?,\s(?=(?:und|and)\s(?:(?:das|die|der|the)\s)?\p{Lu})/u;
/** "With 5 beds, A is": A has 5 beds. */
const WITH_EN =
  /^With\s(?<what>.{3,80}?),\s(?<subject>(?:the\s)?\p{Lu}[\p{L}\s-]{1,50}?)\s(?:is|was|are|were|has|ranks|belongs)\s/u;
const WITH_DE =
  /^Mit\s(?<what>.{3,80}?)\s(?:ist|sind|war|zählt|zählen|gehört|gehören)\s(?<subject>(?:der|die|das)\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*)/u;
/** "This multi-year cooperation is to": whatever it is to do, it is for several years. */
const ATTRIBUTE =
  /^(?<article>(?:diese?|die|das|this|the|their|ihre?)\s(?:\p{Ll}+\s)?)(?<time>mehrjährige|multi-?year)\s(?:\p{Ll}+\s)?(?<noun>\p{L}{4,})/iu;

/** What a sentence takes for granted, in clauses of their own. */
function impliedIn(sentence: string): string[] {
  const { what, subject } = (WITH_EN.exec(sentence) ?? WITH_DE.exec(sentence))?.groups ?? {};
  const had =
    what === undefined || subject === undefined
      ? []
      : [`${subject} ${/^With/u.test(sentence) ? "has" : "hat"} ${what}`];
  const { article, time, noun } = ATTRIBUTE.exec(sentence)?.groups ?? {};
  if (article === undefined || noun === undefined) return had;
  return [
    ...had,
    `${article}${noun} ${time?.startsWith("m") && /ige$/u.test(time) ? "ist auf mehrere Jahre angelegt" : "is for several years"}`,
  ];
}

/**
 * The clauses of a sentence that nothing else in it puts in doubt: no "it is not true that", no "if". Brackets are left out;
 * the clause around another one follows in one piece, and so does what the sentence takes for granted.
 */
export function assertedIn(told: string): Asserted[] {
  const sentence = withoutAsides(told);
  const clauses = assertedClauses(sentence);
  const joined = [EMBEDDED, APPOSITION].reduce(
    (text, it) => text.replace(it, (aside) => " ".repeat(aside.length)),
    sentence,
  );
  const around = joined === sentence ? [] : assertedClauses(joined);
  const implied = impliedIn(sentence).map(
    (text): Asserted => ({ start: 0, end: sentence.length, text, modality: "stated" }),
  );
  return [...clauses, ...around, ...implied];
}

function assertedClauses(sentence: string): Asserted[] {
  const clauses = clausesOf(sentence).map(({ start, end }): Asserted => {
    const text = sentence.slice(start, end);
    return { start, end, text, modality: modalityOf(text) };
  });
  if (clauses.some(({ text }) => CONDITION.test(text))) return [];
  let inDoubt = false;
  return clauses.filter((clause, at) => {
    const before = clauses[at - 1];
    const isDoubt = before?.modality === "open" || before?.modality === "negated";
    const depends = SUBORDINATE.test(clause.text) || sentence.slice(before?.end ?? 0, clause.start).includes(":");
    inDoubt = depends && (isDoubt || inDoubt);
    return !inDoubt;
  });
}
