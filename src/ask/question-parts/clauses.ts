import { opensWithVerb } from "../../language/opening-verb.js";
import { AUXILIARY } from "../follow-up/marks.js";
import { findPronouns } from "../follow-up/pronouns.js";
import { completeFollowUp } from "../follow-up.js";
import type { QuestionPart, Term, Understood } from "../steps.js";
import { isNameLike } from "../term-match.js";
import { opensQuestion, QUESTION_OPENING } from "../understand/question-words.js";
import { tidied } from "./part.js";

/** Where a question ends and another one begins. */
const JOINT = new RegExp(
  `(?:[?]\\s+(?:(?:und|and|aber|but)\\s+)?|[,;]?\\s+(?:und|and|sowie|as well as|aber|but)\\s+(?:auch |also )?)(?=${QUESTION_OPENING}(?!\\p{L}))`,
  "giu",
);
const OPENING = new RegExp(`^(?:${QUESTION_OPENING})(?!\\p{L})`, "iu");
/** A question inside of a question: what stands behind it goes on with it. "Was" and "wie" are no question words in English. */
const INSIDE = {
  de: /(?<!\p{L})(?:we[rmn]|wann|wo|warum|weshalb|wieso|welche[rsmn]?|woran|womit|wofür|ob)(?!\p{L})|,\s+(?:was|wie|dass)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:who|whom|whose|what|when|where|why|how|which|whether)(?!\p{L})/iu,
} as const;
const AUXILIARY_FIRST = new RegExp(`^${AUXILIARY.source}`, "iu");
/** "Wie und warum", "if and when": asks one thing. */
const ONE_THING = /^(?:wie|how|ob|if|whether)$/iu;
const MOST = 3;

/** Coordinated questions, each completed by those before it. */
export function clausesOf(understood: Understood): QuestionPart[] {
  const { standalone } = understood;
  const texts = cut(standalone.replace(/^(?:und|and|aber|but)\s+/iu, ""), understood.language);
  if (texts.length < 2) return [];
  const [first = "", ...others] = texts;
  const shared = withSharedEnding(first, others);
  if (shared !== null) return shared.map((question) => ({ question, asked: question, label: null }));
  const names = namesIn(standalone, understood.terms, standalone);
  const isNamed = names.length === 0 || names.some((name) => first.includes(name));
  const questions = [isNamed ? asked(first) : withNames(asked(first), names, understood.language)];
  for (const text of others) questions.push(completed(text, questions, understood));
  return questions.map((question, at) => ({ question, asked: asked(texts[at] ?? question), label: null }));
}

function cut(text: string, language: Understood["language"]): string[] {
  const texts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(JOINT)) {
    const left = text.slice(from, match.index);
    if (texts.length >= MOST - 1 || !isQuestion(left, language, match[0].startsWith("?"))) continue;
    texts.push(left);
    from = match.index + match[0].length;
  }
  return from === 0 ? [] : [...texts, text.slice(from)].map(tidied);
}

function isQuestion(text: string, language: Understood["language"], isClosed: boolean): boolean {
  const opening = OPENING.exec(text)?.[0] ?? "";
  if (opening === "" && !opensWithVerb(`${text}?`) && !AUXILIARY_FIRST.test(text)) return false;
  if (ONE_THING.test(text.trim())) return false;
  return isClosed || !INSIDE[language].test(text.slice(opening.length));
}

/** "Wann und wo wurde X gegründet?", "Wie viele Ärzte und wie viele Betten hat X?": both go on with the last one's end. */
function withSharedEnding(first: string, others: readonly string[]): string[] | null {
  const [last, ...more] = others;
  if (last === undefined || more.length > 0 || AUXILIARY.test(first)) return null;
  const opening = OPENING.exec(first)?.[0];
  if (opening === undefined) return null;
  if (opening.length === first.length)
    return [asked(first + last.slice(OPENING.exec(last)?.[0].length ?? 0)), asked(last)];
  const verb = AUXILIARY.exec(last);
  const isPhrase = WITH_NOUN.test(first) && first.split(/\s+/u).length <= LONGEST_PHRASE && !/[,?]/u.test(first);
  return isPhrase && verb !== null ? [asked(`${first} ${last.slice(verb.index)}`), asked(last)] : null;
}

/** Question words with what is counted or chosen. */
const WITH_NOUN = /^(?:\p{Ll}+ )?(?:wie ?viele?[nr]?|how many|how much|welche[rsmn]?|which|what) /iu;
/** "Wie viele festangestellte Ärzte" */
const LONGEST_PHRASE = 4;

function asked(text: string): string {
  const question = tidied(text).replace(/[?!. ]*$/u, "?");
  return question.charAt(0).toUpperCase() + question.slice(1);
}

/** A further question with what it leaves unsaid: its noun, whom it is about. */
function completed(text: string, before: readonly string[], { language, terms, standalone }: Understood): string {
  const [first = ""] = before;
  if (AUXILIARY_FIRST.test(first) && !AUXILIARY.test(text) && text.split(/\s+/u).length <= LONGEST_PHRASE) {
    // "Is it listed, and under which symbol?"
    return asked(`${tidied(text).replace(/[?!. ]+$/u, "")} ${first.charAt(0).toLowerCase()}${first.slice(1)}`);
  }
  if (namesIn(text, terms, standalone).length > 0 && findPronouns(text, language).length === 0) {
    return asked(withNoun(text, first));
  }
  const own = asked(withSubject(withNoun(text, first), first, language, terms, standalone));
  const history = before.map((content) => ({ role: "user" as const, content }));
  const { text: whole, carried } = completeFollowUp(own, history);
  if (carried.length > 0) return asked(whole);
  const names = namesIn(first, terms, standalone);
  const isNamed = namesIn(text, terms, standalone).length > 0 || names.some((name) => own.includes(name));
  if (isNamed || names.length === 0) return own;
  return withNames(own, names, language);
}

function withNames(question: string, names: readonly string[], language: Understood["language"]): string {
  const joined = names.slice(0, PARTIES).join(language === "de" ? " und " : " and ");
  return asked(`${question.slice(0, -1)} ${language === "de" ? "bei" : "at"} ${joined}`);
}

/** So many of those named before may be meant together. */
const PARTIES = 2;

/** "Auf welchem Gebiet … und welches kommt hinzu": the noun stands in the question before. */
function withNoun(text: string, before: string): string {
  const named = /(?<thing>the \p{L}+(?: \p{L}+)?) (?:of|at|for)(?!\p{L})/iu.exec(before)?.groups?.thing;
  if (named !== undefined) return text.replace(/the one (?=(?:of|at|for)(?!\p{L}))/iu, `${named} `);
  const german = /^(?<asked>(?:\p{Ll}+ )?welche[rsmn]?)(?= \p{Ll})/iu.exec(text)?.groups?.asked;
  const noun = /welche[rsmn]? (?:\p{Ll}+ )*(?<noun>\p{Lu}[\p{L}-]+)/u.exec(before)?.groups?.noun;
  if (german !== undefined && noun !== undefined) return `${german} ${noun}${text.slice(german.length)}`;
  const english =
    /^(?<asked>(?:\p{Ll}+ )?which)(?= (?:is|are|was|were|will|has|have|does|do|did|comes?|came|one)(?!\p{L}))/iu.exec(
      text,
    )?.groups?.asked;
  const thing =
    /(?:which|what) (?<thing>(?:\p{Ll}+ )?\p{Ll}+?) (?:do|does|did|is|are|was|were|will|has|have|can)(?!\p{L})/iu.exec(
      before,
    )?.groups?.thing;
  if (english === undefined || thing === undefined) return text;
  return `${english} ${thing}${text.slice(english.length).replace(/^ ones?/iu, "")}`;
}

/** "It" is the one who did something with others: the first name, unless several are named as one. */
function withSubject(
  text: string,
  before: string,
  language: Understood["language"],
  terms: readonly Term[],
  whole: string,
): string {
  const [pronoun] = findPronouns(text, language);
  const [subject, ...others] = namesIn(before, terms, whole);
  if (pronoun === undefined || subject === undefined || others.length === 0) return text;
  if (pronoun.points !== "thing" && pronoun.points !== "any") return text;
  const behind = before.slice(before.indexOf(subject) + subject.length);
  if (pronoun.possessive || /^\s*(?:,|und|and|&)/iu.test(behind)) return text;
  return text.slice(0, pronoun.start) + subject + text.slice(pronoun.end);
}

/** Names as they stand in a text, words side by side together. */
function namesIn(text: string, terms: readonly Term[], whole: string): string[] {
  const from = whole.toLowerCase().indexOf(text.toLowerCase().replace(/[?!. ]+$/u, ""));
  if (from < 0) return [];
  const inside = terms.filter(
    (term) => isNameLike(term) && term.start > from && term.end <= from + text.length && !opensQuestion(term.surface),
  );
  const runs: Term[][] = [];
  for (const term of inside) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && /^[\s-]*$/u.test(whole.slice(last.end, term.start))) runs.at(-1)?.push(term);
    else runs.push([term]);
  }
  return runs.map((run) => whole.slice(run[0]?.start, run.at(-1)?.end));
}
