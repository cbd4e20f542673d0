import type { Document, Language } from "../../contracts/document.js";
import type { Name } from "../../language/names.js";
import { escaped, type Source } from "./source.js";
import { WORDING } from "./wording.js";

/** Who and what a document names, in forms that can stand in a question. */
export interface DocumentNames {
  /** Who works together, two or three; empty when the document does not tell. */
  readonly parties: readonly string[];
  /** Organisations in their basic form, longer names first. */
  readonly organisations: readonly string[];
  /** People by first and last name. */
  readonly people: ReadonlySet<string>;
  /** With the article that the document gives it, in the nominative: "das Klinikum X". Only in the document's language. */
  withArticle(name: string, language: Language): string;
}

const MOST_PARTIES = 3;
/** Behind one of these a German name may be inflected: "des Klinikums". */
const INFLECTS = /(?:^|\s)(?:des|dem|den|der|im|ins|zum|zur|vom|am|beim|eines|einem|einer)\s$/i;

export function readNames(document: Document, sources: readonly Source[]): DocumentNames {
  const text = sources.map(({ view }) => view.text).join("\n");
  const named = sources.flatMap(({ view }) =>
    view.names.filter(({ start }) => document.language === "en" || !INFLECTS.test(view.text.slice(0, start))),
  );
  const surfaces = (isMeant: (name: Name) => boolean) => named.filter(isMeant).map(({ surface }) => surface);
  const found = surfaces(({ kind }) => kind === "organisation");
  const parties = partiesOf(document, text, new Set(surfaces(({ kind }) => kind !== "person")));
  const organisations = [...new Set([...parties, ...found])].sort((a, b) => b.length - a.length);
  const people = new Set(surfaces(({ kind, surface }) => kind === "person" && surface.includes(" ")));
  return {
    parties,
    organisations,
    people,
    withArticle(name, language) {
      const article = language === document.language ? articleOf(name, text) : null;
      return article === null ? name : `${article} ${name}`;
    },
  };
}

/** From the metadata; else the first two organisations that stand side by side, "A und B", in title, publisher or text. */
function partiesOf({ title, publisher, partners }: Document, text: string, names: ReadonlySet<string>): string[] {
  if (partners.length > 1) return partners.length > MOST_PARTIES ? [] : partners.map((name) => shortForm(name, text));
  const any = [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");
  if (any === "") return [];
  const pair = new RegExp(
    `(?<![\\p{L}\\p{N}])(${any})(?: \\([^()]{1,20}\\))? (?:${WORDING.de.and}|${WORDING.en.and}) (?:d(?:as|ie|er) |the )?(${any})(?![\\p{L}\\p{N}])`,
    "u",
  );
  const match = pair.exec([title, publisher, text].filter((part) => part !== null).join("\n"));
  const [, first, second] = match ?? [];
  return first === undefined || second === undefined || first === second ? [] : [first, second];
}

/** "Name – long description" is mostly called by its name. */
function shortForm(name: string, text: string): string {
  const [short = name] = name.split(" – ");
  return short !== name && text.split(short).length > text.split(name).length ? short : name;
}

/**
 * The article that a name mostly has where it is a subject; null when it mostly has none. "Das" and "die" are the same as
 * subject and object; "der" is a subject at the beginning of a sentence only.
 */
function articleOf(name: string, text: string): string | null {
  const whole = `${escaped(name)}(?![\\p{L}\\p{N}-]| \\p{Lu})`;
  const found = [...text.matchAll(new RegExp(`(?<!\\p{L})([Dd]as|[Dd]ie|Der|[Tt]he) ${whole}`, "gu"))];
  const bare = [...text.matchAll(new RegExp(`(?:^|(?: und| and) )${whole}`, "gmu"))];
  return found.length > bare.length ? (found[0]?.[1]?.toLowerCase() ?? null) : null;
}
