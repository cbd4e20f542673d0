import type { Name } from "../../language/names.js";
import type { SentenceView } from "../steps.js";
import { type Candidate, COLLABORATION, type Reading } from "./reading.js";
import { escaped } from "./source.js";
import { WORDING } from "./wording.js";

const SPEAKS =
  /(?<!\p{L})(?:sag(?:t|te)|beton(?:t|te)|erklär(?:t|te)|erläuter(?:t|te)|erwartet|meint|nennt|sieht|laut|zufolge|says?|said|explain(?:s|ed)|state[sd]|add(?:s|ed)|calls|sees|emphasi[sz]e[sd]|stresse[sd]|according to)(?!\p{L})/iu;

/** Who holds which position, and who says something. */
export function readPeople(reading: Reading): Candidate[] {
  return [...reading.names.people].flatMap((person) => [...rolesOf(person, reading), ...statementsOf(person, reading)]);
}

function rolesOf(person: string, { document, sources, names, language }: Reading): Candidate[] {
  const stating = sources.filter(({ view }) => view.text.includes(person) && hasPosition(view, person));
  return stating.slice(0, 1).map(({ view }): Candidate => {
    const position = document.language === language ? positionOf(view.text, person) : null;
    const isWhose = position !== null && names.organisations.some((name) => mentions(position, name));
    const question = isWhose ? WORDING[language].holder(position) : WORDING[language].role(person);
    return { kind: "role", question, sources: stating.map((it) => it.view.sentence) };
  });
}

/** A position that is no part of the person's title, with nobody else in the sentence whose it could be. */
function hasPosition({ text, names, roles }: SentenceView, person: string): boolean {
  const others = names.filter(({ kind, surface }) => kind === "person" && surface !== person);
  const titles = names.map((name) => titleSpan(name, text));
  return (
    others.length === 0 && roles.some((role) => !titles.some((it) => role.start >= it.start && role.start < it.end))
  );
}

function titleSpan({ title, start }: Name, text: string) {
  return { start: title === null ? start : text.lastIndexOf(title, start), end: start };
}

const LONGEST_POSITION = 100;

/**
 * The position in the words of the sentence, as it can follow "Wer ist" and "Who is": "die Direktorin des Z", "CEO of X".
 * Null for other sentences than "N ist P.", "P ist N." and "…, N, P, …".
 */
function positionOf(text: string, person: string): string | null {
  const name = `(?:\\p{L}+\\.? (?:[\\p{L}.]+ )?)?${escaped(person)}`;
  const forms = [`^${name} (?:ist|is) ([^,:;]+)\\.$`, `^([^,:;]+) (?:ist|is) ${name}\\.$`];
  const stated = forms.map((form) => new RegExp(form, "u").exec(text)?.[1]).find((it) => it !== undefined);
  const beside = new RegExp(`${escaped(person)}, ([^,:;.„“”"]+)`, "u").exec(text)?.[1];
  // "Leiter der Abteilung und Professor": the first one is enough, and "Wer ist A und B?" would ask for both.
  const position = (stated ?? beside)?.split(/ (?:und|and|sowie) (?=(?:der |die |the )?\p{L}+)/u)[0];
  if (position === undefined || position.length > LONGEST_POSITION) return null;
  return position.trim().replace(/^(?:Der|Die|Das|The)(?= )/, (article) => article.toLowerCase());
}

/** Also in the genitive. */
function mentions(text: string, name: string): boolean {
  const [first = "", ...rest] = name.split(" ");
  return new RegExp(
    `(?<!\\p{L})${escaped(first)}(?:e?s)?${rest.map((word) => ` ${escaped(word)}`).join("")}`,
    "u",
  ).test(text);
}

function statementsOf(person: string, { sources, language }: Reading): Candidate[] {
  const spoken = sources.filter(({ view }) => view.text.includes(person) && SPEAKS.test(view.text));
  if (spoken.length === 0) return [];
  const isOnCollaboration = spoken.some(({ view }) => COLLABORATION.test(view.text));
  // A quotation may begin in an earlier sentence than the one that names its speaker.
  const passages = new Set(spoken.map(({ passage }) => passage.id));
  const quoted = sources.filter(({ passage }) => passages.has(passage.id));
  const question = WORDING[language].statement(person, isOnCollaboration);
  return [{ kind: "statement", question, sources: quoted.map(({ view }) => view.sentence) }];
}
