import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { fold } from "../../language/fold.js";
import { conceptsOf } from "../../language/glossary.js";
import { rememberLast } from "../../language/last-texts.js";
import { findNames, type Name } from "../../language/names.js";
import { findQuantities } from "../../language/quantities.js";
import { findRoles } from "../../language/roles.js";
import { separatedVerbs } from "../../language/separable-verbs.js";
import { isStopWordOfOther } from "../../language/stop-words.js";
import { analyseWords, type Word } from "../../language/words.js";
import type { Term } from "../steps.js";
import { partsOf } from "../term-match.js";

/** What a question is about, in the order of its words; a name of several words gives one term for each word. */
export function termsOf(text: string, language: Language): readonly Term[] {
  return remembered(text, language, () => readTerms(text, language));
}

const remembered = rememberLast<readonly Term[]>();

function readTerms(text: string, language: Language): Term[] {
  const quantities = findQuantities(text);
  const names = findNames(text, language);
  const words = analyseWords(text, language);
  const other = new Map(analyseWords(text, language === "de" ? "en" : "de").map((word) => [word.start, word.stem]));
  const hits = conceptsOf(words, language);
  const roles = findRoles(text);
  const separated = language === "de" ? separatedVerbs(text) : [];
  const terms: Term[] = [];
  for (const word of words) {
    // A hyphenated word comes whole and then in its parts: it is one thing to ask for.
    if (isFunctionWord(word, language) || within(word, quantities) || word.end <= (terms.at(-1)?.end ?? 0)) continue;
    if (separated.some(({ particle }) => within(word, [particle]))) continue;
    const own = hits.filter(
      (hit) => (words[hit.first]?.start ?? 0) < word.end && (words[hit.last]?.end ?? 0) > word.start,
    );
    const role =
      (within(word, roles) && !isTitle(word, names)) ||
      own.some(({ concept, broader }) => broader === LEADERSHIP || concept === LEADERSHIP || CHIEFS.has(concept));
    const whole = separated.filter(({ verb }) => within(word, [verb])).flatMap((it) => it.concepts);
    const { surface, start, end } = word;
    const stems = [...new Set([word.stem, other.get(start) ?? word.stem])];
    const parts = partsOf(stems);
    const name = role ? undefined : names.find((it) => word.start >= it.start && word.end <= it.end);
    const kind = name === undefined ? "word" : "name";
    const certainty = name === undefined ? "none" : certaintyOf(name, language);
    terms.push({
      kind,
      certainty,
      surface,
      start,
      end,
      stems,
      parts,
      concepts: whole.length > 0 ? whole : own.map((hit) => hit.concept),
      role,
      quantity: null,
    });
  }
  const counted = quantities.map((quantity): Term => {
    const { surface, start, end } = quantity;
    return {
      kind: "quantity",
      certainty: "none",
      surface,
      start,
      end,
      stems: [],
      parts: [],
      concepts: [],
      role: false,
      quantity,
    };
  });
  return [...counted, ...terms];
}

/** A sentence may mix both languages; what has a capital may be a name or a noun. */
function isFunctionWord({ surface, stop }: Word, language: Language): boolean {
  return stop || (/^\p{Ll}/u.test(surface) && isStopWordOfOther(fold(surface), language));
}

/** An English word in capitals inside a sentence is likely a name, though it may be spelt otherwise in German. */
function certaintyOf({ kind }: Name, language: Language): Term["certainty"] {
  if (kind !== "other") return "sure";
  return language === "en" ? "likely" : "none";
}

/** The concept that all positions at the head of something are kinds of. */
const LEADERSHIP = "leadership";
/** Of physicians, these hold a position. */
const CHIEFS: ReadonlySet<string> = new Set(["chief_physician", "senior_physician"]);

/** "Professor Ott": no position that is asked for. */
function isTitle({ end }: Word, names: readonly Name[]): boolean {
  return names.some(({ title, start }) => title !== null && end <= start && start - end <= title.length);
}

function within(word: Word, spans: readonly Span[]): boolean {
  return spans.some((span) => word.start >= span.start && word.end <= span.end);
}
