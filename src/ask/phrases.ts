import type { Language } from "../contracts/document.js";
import type { Missing } from "./steps.js";

/** Everything that Konsil says in words of its own, German and English. */

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { de: ["„", "“"], en: ["“", "”"] };

function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${text}${close}`;
}

/** Of what is missing, so many things are named, each with so many characters. */
const NAMED = { things: 5, characters: 60 } as const;

/** In both languages, since the asker may read either one; true of a list of rare words, too. */
const OTHER_LANGUAGE: Readonly<Record<Language, string>> = {
  de: "Konsil kennt kaum ein Wort dieser Frage; es liest Deutsch und Englisch. (Konsil reads German and English.)",
  en: "Konsil knows hardly a word of this question; it reads German and English. (Konsil liest Deutsch und Englisch.)",
};

/** Why there is no answer, and what would help. `titles`: of the closest documents. */
export function refuse(
  reason: "no_evidence" | "out_of_scope" | "ambiguous",
  language: Language,
  { missing, titles }: { readonly missing: readonly Missing[]; readonly titles: readonly string[] },
): string {
  if (missing.some(({ kind }) => kind === "language")) return OTHER_LANGUAGE[language];
  const names = namesOf(missing).map((name) => quoted(name, language));
  const list = titles.map((title) => quoted(title, language)).join("; ");
  if (language === "de") {
    if (reason === "ambiguous") return `Die Frage passt auf mehrere Dokumente: ${list}. Welches ist gemeint?`;
    const verb = names.length > 1 ? "kommen" : "kommt";
    const unknown = names.length === 0 ? "" : ` ${names.join(", ")} ${verb} darin nicht vor.`;
    if (reason === "out_of_scope") return `Dazu steht nichts in den Dokumenten.${unknown}`;
    return `Die Dokumente beantworten diese Frage nicht.${unknown}${list === "" ? "" : ` Am nächsten kommt: ${list}.`}`;
  }
  if (reason === "ambiguous") return `The question fits several documents: ${list}. Which one do you mean?`;
  const unknown = names.length === 0 ? "" : ` They do not mention ${names.join(", ")}.`;
  if (reason === "out_of_scope") return `The documents say nothing about that.${unknown}`;
  return `The documents do not answer this question.${unknown}${list === "" ? "" : ` The closest is: ${list}.`}`;
}

function namesOf(missing: readonly Missing[]): string[] {
  const names = missing.flatMap((it) => (it.kind === "term" ? [it.surface] : []));
  return [...new Set(names)].slice(0, NAMED.things).map((name) => {
    const characters = [...name];
    return characters.length > NAMED.characters ? `${characters.slice(0, NAMED.characters).join("")}…` : name;
  });
}
