import type { Language } from "../../contracts/document.js";
import { isRecord } from "./shapes.js";
import { GERMAN } from "./texts-de.js";
import { ENGLISH } from "./texts-en.js";

export type TextName = keyof typeof GERMAN;
export type Texts = Readonly<Record<TextName, string>>;

/** The texts of a language with those of the page in place of ours. Names that we do not have are let go. */
export function textsIn(language: Language, replaced: readonly unknown[] = []): Texts {
  const ours: Texts = language === "de" ? GERMAN : ENGLISH;
  const known = replaced.flatMap(replacements).filter(([name]) => Object.hasOwn(ours, name));
  return { ...ours, ...Object.fromEntries(known) };
}

/** `{name}` in a text becomes the value of that name; what has no value stays. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** `lang` of a page as one of our languages: German where it begins with "de", English for every other. */
export function languageOf(lang: string): Language {
  return /^de\b/i.test(lang) ? "de" : "en";
}

function replacements(from: unknown): (readonly [string, string])[] {
  if (!isRecord(from)) return [];
  return Object.entries(from).flatMap(([name, text]) => (typeof text === "string" ? [[name, text] as const] : []));
}
