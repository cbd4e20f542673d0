import type { Language } from "../../contracts/document.js";
import { detectLanguage } from "../../language/detect.js";
import { fold } from "../../language/fold.js";
import { findNames } from "../../language/names.js";
import { isOtherLanguage, readFamiliarity } from "../../language/other-language.js";
import { STOP_WORDS } from "../../language/stop-words.js";
import type { Ungrounded } from "../written.js";
import { contentWords } from "./read-text.js";

const QUESTION = /\?["'“”»«’‘)]*$/u;
/** What a model says of itself and of its task. */
const META =
  /(?<!\p{L})(?:as an? (?:AI|artificial|language)(?:\s\p{L}+)? (?:model|assistant|intelligence)|als (?:KI|künstliche Intelligenz|Sprachmodell|Assistent\p{L}*|KI-\p{L}+)|I(?:['’](?:m|d|ll|ve)| am| can(?:not|['’]t)?| do not| don['’]t| have| will| was| would)|ich (?:bin|kann|habe|werde|helfe|wurde|würde)|(?:my|your) (?:instructions|training|system prompt)|(?:meine|deine|ihre) (?:anweisungen|instruktionen)|system ?prompt|systemanweisung\p{L}*|NO_ANSWER|here (?:is|are) (?:the|a|your|some)|hier ist (?:die|eine|deine|ihre) (?:antwort|zusammenfassung)|ignore (?:all|any|previous|the)|ignoriere)(?!\p{L})/iu;
/** Turns to the reader. */
const ADDRESSED =
  /^(?:please|bitte|note that|beachten sie|besuchen sie|kontaktieren sie|wenden sie|let me|lassen sie|feel free|fragen sie)(?!\p{L})|(?<!\p{L})(?:you(?:['’]re|r|rself)?|du|dich|dir|dein\p{L}*)(?!\p{L})/iu;
/** A label or greeting that says nothing: "Antwort:", "Sure!". */
const LABEL = /^[^.!?]{0,60}:$/u;

/** What bars a sentence whatever the sources say; null for a statement in the right language. */
export function faultOfForm(text: string, language: Language): Ungrounded | null {
  if (QUESTION.test(text)) return "question";
  if (ADDRESSED.test(text) || META.test(text)) return "meta";
  if (LABEL.test(text) || contentWords(text, language).length === 0) return "empty";
  if (!isIn(language, text)) return "language";
  return null;
}

/** Names and quotations keep their language. */
function isIn(language: Language, text: string): boolean {
  const names = findNames(text, language);
  const rest = names
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    .replace(/["“„«»][^"“”„«»]*["“”«»]/gu, " ");
  const detected = detectLanguage(rest);
  const words = (rest.match(/\p{L}+/gu) ?? []).map(fold);
  const countOf = (it: Language, other: Language) =>
    words.filter((word) => STOP_WORDS[it].has(word) && !STOP_WORDS[other].has(word)).length;
  const other = language === "de" ? "en" : "de";
  if (detected !== null && detected !== language && countOf(other, language) > countOf(language, other)) return false;
  return countOf(language, other) > 0 || !isOtherLanguage(readFamiliarity(text), () => false);
}
