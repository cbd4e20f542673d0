import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import type { ConceptHit } from "../../language/glossary.js";
import type { Word } from "../../language/words.js";
import type { AnswerKind } from "../steps.js";
import { ARTICLE, AUXILIARY, FIGURES, LEADS, prepositionOf } from "./marks.js";
import { type Front, frontOf, inside, isCapital, type Meant } from "./words.js";

/** A noun with its adjectives, without its article. */
export interface Noun extends Span, Front {
  readonly surface: string;
  /** A position that a person holds. */
  readonly role: boolean;
  /** Revenue, budget: asked for with "how high". */
  readonly figure: boolean;
  readonly concepts: readonly string[];
  readonly broader: readonly string[];
}

/** German nouns have a capital; an English one follows an article, a preposition, or what asks for it. */
export function nounsOf(
  text: string,
  language: Language,
  contents: readonly Meant[],
  { kind, asking, roles }: { readonly kind: AnswerKind; readonly asking: Span; readonly roles: readonly Span[] },
): Noun[] {
  const leads = ({ hits }: Meant) => hits.some((hit) => LEADS.has(hit.concept));
  const cased = /\p{Lu}/u.test(text.slice(1));
  const isHead = (word: Meant) =>
    language === "en" || !cased
      ? word.hits.length > 0 || !run.some((it) => it.hits.length > 0)
      : isCapital(word) && (word.hits.length > 0 || text.slice(0, word.start).trim() !== "");
  const nouns: Noun[] = [];
  let run: Meant[] = [];
  const close = (): void => {
    const last = run.findLastIndex(isHead);
    const [first] = run;
    const head = run[last];
    run = run.slice(0, last + 1);
    if (first !== undefined && head !== undefined && (language === "de" || isNounPlace(text, first, kind, asking))) {
      nouns.push(
        nounOf(
          text,
          first.start,
          head.end,
          run.flatMap(({ hits }) => hits),
          roles,
        ),
      );
    }
    run = [];
  };
  for (const word of contents) {
    if (inside(word, nouns)) continue;
    const role = roles.find((it) => word.start >= it.start && word.end <= it.end);
    const previous = run.at(-1);
    if (role !== undefined) {
      close();
      if (!nouns.some((noun) => noun.start === role.start))
        nouns.push(nounOf(text, role.start, role.end, word.hits, roles));
      continue;
    }
    if (previous !== undefined && text.slice(previous.end, word.start) !== " ") close();
    else if (previous !== undefined && language === "de" && isHead(previous)) close();
    if (!leads(word)) run.push(word);
    else close();
  }
  close();
  return nouns;
}

function nounOf(text: string, start: number, end: number, hits: readonly ConceptHit[], roles: readonly Span[]): Noun {
  return {
    start,
    end,
    surface: text.slice(start, end),
    role:
      roles.some((role) => role.start < end && role.end > start) || hits.some((hit) => hit.broader === "leadership"),
    figure: hits.some((hit) => FIGURES.has(hit.concept)),
    concepts: hits.map((hit) => hit.concept),
    broader: hits.flatMap((hit) => (hit.broader === null ? [] : [hit.broader])),
    ...frontOf(text, start),
  };
}

function isNounPlace(text: string, word: Word, kind: AnswerKind, asking: Span): boolean {
  const front = text.slice(0, word.start).trimEnd();
  if (front === "") return true;
  if (asking.end > 0 && asking.end >= front.length) return kind !== "person" && kind !== "date" && kind !== "place";
  const previous = /(\p{L}+)$/u.exec(front)?.[1] ?? "";
  if (ARTICLE.test(previous) || prepositionOf(previous) !== null) return true;
  return (
    /^(?:and|or|between|about|heads?|leads?)$/iu.test(previous) || (kind === "definition" && AUXILIARY.test(previous))
  );
}
