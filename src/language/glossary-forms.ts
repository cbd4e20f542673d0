import type { Language } from "../contracts/document.js";

/** The spellings of one term of a group. */
export interface TermForms {
  /** Matched as spelled, not by its stem, and no part of compounds. */
  readonly exact: boolean;
  /** The first one is the term itself. */
  readonly forms: readonly string[];
}

const GERMAN_VERB = /^\p{Ll}{2,}(?:en|ern|eln)$/u;
const SEPARABLE =
  /^(?:zurück|zusammen|weiter|wieder|sicher|fertig|bekannt|bereit|teil|fort|fest|vor|aus|auf|ein|bei|mit|nach|los|her|hin|weg|ab|an|um|zu|durch|frei)(?=\p{Ll}{4})/u;
const INSEPARABLE = /^(?:be|emp|ent|er|ge|miss|ver|zer|über|unter|wider)/;
/** "arbeitet", "beendet", "zeichnet", "öffnet": these stems take an "e" before "t"; "lernt", "lehnt" do not. */
const NEEDS_E = /(?:[dt]|(?:ch|[^aeiouäöülrhmn])n|[^aeiouäöülrhm]m)$/;

const STARTS_LOWER = /^\p{Ll}/u;
const ADJECTIVE_ENDINGS = ["e", "en", "er", "es", "em"];

/** Reads the notation of `ConceptGroup`. */
export function formsOf(term: string, language: Language): TermForms {
  if (term.startsWith("=")) return { exact: true, forms: exactForms(term.slice(1), language) };
  if (term.endsWith("/in")) {
    const masculine = term.slice(0, -"/in".length);
    return { exact: false, forms: [masculine, `${masculine.replace(/e$/, "")}in`] };
  }
  if (language === "de" && GERMAN_VERB.test(term)) return { exact: false, forms: [term, ...regularForms(term)] };
  return { exact: false, forms: [term] };
}

function exactForms(term: string, language: Language): string[] {
  if (term.endsWith("/in")) {
    const masculine = term.slice(0, -"/in".length);
    const root = masculine.replace(/e$/, "");
    return [masculine, ...["s", "n", "en"].map((ending) => masculine + ending), `${root}in`, `${root}innen`];
  }
  if (language === "de" && STARTS_LOWER.test(term)) return [term, ...ADJECTIVE_ENDINGS.map((ending) => term + ending)];
  return [term];
}

/** "zusammenarbeiten": zusammenarbeitet, zusammenarbeitete, zusammengearbeitet, zusammenzuarbeiten. */
function regularForms(infinitive: string): string[] {
  const separable = SEPARABLE.exec(infinitive)?.[0] ?? "";
  const verb = infinitive.slice(separable.length);
  const root = verb.endsWith("en") ? verb.slice(0, -2) : verb.slice(0, -1);
  const present = `${root}${NEEDS_E.test(root) ? "et" : "t"}`;
  const participle = INSEPARABLE.test(verb) || root.endsWith("ier") ? present : `ge${present}`;
  const forms = [`${separable}${present}`, `${separable}${present}e`, `${separable}${participle}`];
  return separable === "" ? forms : [...forms, `${separable}zu${verb}`];
}
