import type { Document, Language } from "../contracts/document.js";
import { indirectly } from "./phrases-asked.js";
import { formatDate } from "./phrases-figures.js";
import { quotationMarks } from "./phrases-framing.js";
import type { AnswerKind, Finding, Missing, Understood } from "./steps.js";

/** What Konsil says where it has no answer, German and English. */

export interface Refusal {
  readonly reason: "no_evidence" | "out_of_scope" | "ambiguous";
  readonly missing: readonly Missing[];
  /** What came closest, best first; what a question may mean, where that is open. */
  readonly closest: readonly Finding[];
}

/** Why there is no answer, what is missing, and what is known on it. */
export function refuse(understood: Understood, { reason, missing, closest }: Refusal): string {
  const { language } = understood;
  for (const it of missing) {
    if (it.kind === "language") return OTHER_LANGUAGE[language];
    if (it.kind === "outside") return OUTSIDE[it.what][language];
  }
  const documents = distinct(closest.map(({ candidate }) => candidate.document));
  if (reason === "ambiguous") return askBack(documents, language);
  const lacking = notMentioned(missing, language);
  if (reason === "out_of_scope") return `${NOTHING[language]}${lacking}`;
  const isNow = missing.some(({ kind }) => kind === "now");
  const said = isNow ? whatWas(documents, language) : notSaid(understood);
  return `${said}${lacking}${closestOf(closest, language)}`;
}

/** In both languages, since the asker may read either one; true of a list of rare words, too. */
const OTHER_LANGUAGE: Readonly<Record<Language, string>> = {
  de: "Konsil kennt kaum ein Wort dieser Frage; es liest Deutsch und Englisch. (Konsil reads German and English.)",
  en: "Konsil knows hardly a word of this question; it reads German and English. (Konsil liest Deutsch und Englisch.)",
};

const OUTSIDE: Readonly<Record<NonNullable<Understood["outside"]>, Readonly<Record<Language, string>>>> = {
  advice: {
    de: "Konsil gibt keinen medizinischen oder finanziellen Rat. Fragen zu Ihrer Gesundheit beantwortet eine Ärztin oder ein Arzt.",
    en: "Konsil gives no medical or financial advice. For questions about your health, please ask a doctor.",
  },
  instruction: {
    de: "Konsil beantwortet Fragen aus seinen Dokumenten; andere Aufträge führt es nicht aus.",
    en: "Konsil answers questions from its documents; it does not follow other instructions.",
  },
  noise: {
    de: "Das lässt sich nicht als Frage lesen. Konsil beantwortet Fragen aus seinen Dokumenten, zum Beispiel wer etwas leitet, wann etwas bekannt gegeben wurde oder was geplant ist.",
    en: "This cannot be read as a question. Konsil answers questions from its documents, for example who leads something, when something was announced, or what is planned.",
  },
};

const NOTHING: Readonly<Record<Language, string>> = {
  de: "Dazu steht nichts in den Dokumenten.",
  en: "The documents say nothing about that.",
};

/** What a document either states or does not: of the rest it may say something in other words. */
const DETAILS: ReadonlySet<AnswerKind> = new Set([
  "person",
  "role",
  "date",
  "duration",
  "place",
  "number",
  "amount",
  "percent",
]);

/** What is asked for, as far as it can be put into words. */
function notSaid({ standalone, detected, language, kind }: Understood): string {
  const clause = DETAILS.has(kind) && detected === language ? indirectly(standalone, language) : null;
  if (language === "en") {
    return clause === null ? "The documents do not answer this question." : `The documents do not say ${clause}.`;
  }
  if (clause === null) return "Die Dokumente beantworten diese Frage nicht.";
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}, steht nicht in den Dokumenten.`;
}

/** Documents tell how things stood on their day. */
function whatWas([document]: readonly Document[], language: Language): string {
  const date = document?.publishedAt;
  if (language === "de") {
    const of = date === null || date === undefined ? "" : `, hier am ${formatDate(date, language)}`;
    return `Wie es heute ist, steht nicht in den Dokumenten: Sie sagen, was am Tag ihrer Veröffentlichung galt${of}.`;
  }
  const of = date === null || date === undefined ? "" : `, here on ${formatDate(date, language)}`;
  return `The documents do not say how things are today: they say how things were on the day of their publication${of}.`;
}

/** Of what is missing, so many things are named, each with so many characters. */
const NAMED = { things: 5, characters: 60 } as const;

function notMentioned(missing: readonly Missing[], language: Language): string {
  const surfaces = missing.flatMap((it) => (it.kind === "term" ? [it.surface] : []));
  const names = [...new Set(surfaces)].slice(0, NAMED.things).map((name) => quoted(shortened(name), language));
  if (names.length === 0) return "";
  if (language === "en") return ` They do not mention ${names.join(", ")}.`;
  return ` ${names.join(", ")} ${names.length > 1 ? "kommen" : "kommt"} darin nicht vor.`;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > NAMED.characters ? `${characters.slice(0, NAMED.characters).join("")}…` : name;
}

/** The closest document, and below which heading. */
function closestOf([first]: readonly Finding[], language: Language): string {
  if (first === undefined) return "";
  const { document, passage } = first.candidate;
  const heading = passage.heading === null || passage.heading === document.title ? "" : passage.heading;
  const title = quoted(titleOf(document), language);
  if (language === "de") {
    return ` Am nächsten kommt: ${title}${heading === "" ? "" : `, Abschnitt ${quoted(heading, language)}`}.`;
  }
  return ` The closest is: ${title}${heading === "" ? "" : `, section ${quoted(heading, language)}`}.`;
}

/** "Do you mean the collaboration of A and B or that of C and D?", else by the titles. */
function askBack(documents: readonly Document[], language: Language): string {
  const pairs = documents.map(({ partners }) =>
    partners.slice(0, PARTNERS).join(language === "de" ? " und " : " and "),
  );
  if (documents.every(({ partners }) => partners.length > 1)) {
    const [first = "", ...others] = pairs;
    if (language === "de") {
      return `Meinen Sie die Zusammenarbeit von ${[first, ...others.map((pair) => `die von ${pair}`)].join(" oder ")}?`;
    }
    return `Do you mean the collaboration of ${[first, ...others.map((pair) => `that of ${pair}`)].join(" or ")}?`;
  }
  const titles = documents.map((document) => quoted(titleOf(document), language)).join("; ");
  if (language === "de") return `Die Frage passt auf mehrere Dokumente: ${titles}. Welches ist gemeint?`;
  return `The question fits several documents: ${titles}. Which one do you mean?`;
}

/** Of each collaboration so many parties are named. */
const PARTNERS = 2;

function titleOf({ title, id }: Document): string {
  return title ?? id;
}

function quoted(text: string, language: Language): string {
  const [open, close] = quotationMarks(language);
  return `${open}${text}${close}`;
}

function distinct(documents: readonly Document[]): Document[] {
  return documents.filter((document, at) => documents.findIndex(({ id }) => id === document.id) === at);
}
