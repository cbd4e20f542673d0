import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import { COMMON_NOUN, ORGANISATION, PLACE_ENDING, PLACES } from "../../language/name-marks.js";
import { findNames, type Name } from "../../language/names.js";
import { AUXILIARY, isLight } from "./marks.js";
import { type Front, frontOf, inside, isCapital, type Meant } from "./words.js";

/** A name in a turn. */
export interface Named extends Span, Front {
  readonly surface: string;
  readonly kind: "person" | "organisation" | "place";
}

/** Names of a conversation by their folded words. */
export type KnownNames = ReadonlyMap<string, Named["kind"]>;

interface Surroundings {
  readonly words: readonly Meant[];
  readonly asking: Span;
  readonly known: KnownNames;
  /** Where quantities and positions stand: they are no names. */
  readonly others: readonly Span[];
  /** What was cut off before the text: behind it, a capital opens no sentence. */
  readonly opening: string;
}

/** The names of a turn; also German ones of a single word, which only their being in no dictionary gives away. */
export function namesOf(text: string, language: Language, surroundings: Surroundings): Named[] {
  const { words, asking, known, others, opening } = surroundings;
  const sure = findNames(opening + withoutVerbCapital(text, language, words), language)
    .map((name) => ({ ...name, start: name.start - opening.length, end: name.end - opening.length }))
    .filter((name) => name.start >= 0 && !inside(name, others));
  const spoken = words.filter((word) => !word.stop && !inside(word, [asking, ...sure, ...others]));
  const found: (Span & { readonly kind: Named["kind"] })[] = sure.map((name) => ({
    ...name,
    kind: kindOf(name, known),
  }));
  for (const word of spoken) {
    const folded = fold(word.surface);
    const last = found.at(-1);
    const goesOn = last !== undefined && text.slice(last.end, word.start) === " ";
    const mayBeName = word.hits.length === 0 || isPlace(folded) || isCapital(word) || goesOn;
    const spokenOf = mayBeName ? (known.get(folded) ?? null) : null;
    if (spokenOf === null && !isUnknownName(text, word, spoken, asking)) continue;
    const kind = isPlace(folded) ? "place" : (spokenOf ?? "organisation");
    if (last !== undefined && last.kind === kind && goesOn) found[found.length - 1] = { ...last, end: word.end };
    else found.push({ start: word.start, end: word.end, kind });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => ({ start, end, kind, surface: text.slice(start, end), ...frontOf(text, start) }));
}

/** "Kooperieren Nord und Süd": a verb in front has its capital from the sentence. */
function withoutVerbCapital(text: string, language: Language, [first]: readonly Meant[]): string {
  if (language !== "de" || first === undefined || first.hits.length === 0 || first.start > 0) return text;
  const isVerb = /\p{Ll}(?:en|ern|eln|t)$/u.test(first.surface) && !ORGANISATION.test(fold(first.surface));
  return isVerb ? first.surface.toLowerCase() + text.slice(first.end) : text;
}

/** No word of the glossary: with a capital inside a sentence, or with nothing beside it that the glossary knows. */
function isUnknownName(text: string, word: Meant, all: readonly Meant[], asking: Span): boolean {
  if (word.hits.length > 0 || COMMON_NOUN.test(word.surface)) return false;
  if (isLight(word.surface) || word.surface.length < LEAST) return false;
  // "Wie viele X": whatever it is, it is counted.
  if (asking.end > 0 && text.slice(asking.end, word.start).trim() === "") return false;
  if (OF_A_NAME.test(text.slice(word.end))) return false;
  const opens = text.slice(0, word.start).trim() === "";
  const isAll = asking.end === 0 && !AUXILIARY.test(text) && all.every((other) => other.hits.length === 0);
  return isAll ? all.length <= FEW : isCapital(word) && !opens;
}

/** "Der Chef der Klinik": what belongs to a name is none itself. */
const OF_A_NAME = /^\s+(?:der|des|von|vom|of)\s+(?:the\s+)?\p{Lu}/u;
const LEAST = 3;
const FEW = 3;

function kindOf({ kind, surface }: Name, known: KnownNames): Named["kind"] {
  if (kind === "person") return "person";
  const words = fold(surface).split(/[\s-]+/);
  if (kind === "other" && words.every((word) => known.get(word) === "person")) return "person";
  return kind === "place" && words.some(isPlace) ? "place" : "organisation";
}

export function isPlace(folded: string): boolean {
  return PLACES.has(folded) || PLACE_ENDING.test(folded);
}
