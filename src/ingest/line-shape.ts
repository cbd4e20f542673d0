import { fold } from "../language/fold.js";
import { isStopWord } from "../language/stop-words.js";

/** What a single line of prose looks like, the same in every format. */

const MONTH =
  "(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|märz|mär|mrz|mar(?:ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)";
const DATE = [
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:\\d{4}|\\d{2})",
  `\\d{1,2}(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+\\d{4}`,
  `${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
].join("|");
const WEEKDAY =
  "(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mo|di|mi|do|fr|sa|so)";
const CLOCK = "\\d{1,2}[:.]\\d{2}(?:\\s*(?:uhr|a\\.?m\\.?|p\\.?m\\.?|[a-z]{2,4}))?";
const PUBLISHED =
  "(?:veröffentlicht|erschienen|publiziert|aktualisiert|zuletzt aktualisiert|stand|datum|published|posted|released|updated|last updated|date)";
const PLACE = "(?<place>[\\p{L}.,’'/() -]{2,50}?)";

const WHEN = `(?:${WEEKDAY}[.,]?\\s+)?(?:den\\s+)?(?:${DATE})(?:(?:,|\\s[-–|]|\\s+um|\\s+at)?\\s+${CLOCK})?`;
const BY = "(?:(?:von|by)\\s.{1,40}?\\s)?(?:(?:am|on|at)\\s+)?";
const STATEMENT = new RegExp(`^${PUBLISHED}\\s*:?\\s*${BY}(?:${PLACE},\\s+)?${WHEN}(?:\\s*[,;|·–(.-].{0,60})?$`, "iu");
const STATEMENT_WITHOUT_DATE = new RegExp(`^${PUBLISHED}(?:\\s+(?:am|on))?\\s*:$`, "iu");
const ALONE = new RegExp(`^(?:${PLACE}(?:,|\\s?[|·–-])\\s*)?${WHEN}\\s*[.–—|-]*$`, "iu");
const PREFIX = new RegExp(
  `^(?:${PLACE}(?:,\\s*|\\s+)\\(?)?${WHEN}\\)?\\s*(?:/[\\w -]+/\\s*)?(?:[–—-]{1,2}|:)\\s+(?=\\S)`,
  "iu",
);

/** Capitalised, but for the small words inside names of places, and not the beginning of a sentence. */
const PLACE_NAME =
  /^\p{Lu}[\p{L}.’'-]*(?:,?[ /-]+(?:\(?\p{Lu}[\p{L}.’'-]*\)?|am|an|auf|bei|der|d\.|im|in|ob|v\.|of|on|the|upon|de|la))*,?$/u;

function isPlace(place: string | undefined): boolean {
  if (place === undefined) return true;
  const [first = ""] = place.split(/[ ,]/);
  return PLACE_NAME.test(place) && !isStopWord(fold(first), null);
}

/** A line that says when, and perhaps where, the text was published, and nothing else. */
export function isDateline(line: string): boolean {
  if (line.length > 120) return false;
  if (STATEMENT_WITHOUT_DATE.test(line)) return true;
  const match = STATEMENT.exec(line) ?? ALONE.exec(line);
  return match !== null && isPlace(match.groups?.place);
}

/** Length of "Place, date –" before the first sentence of a paragraph; 0 where there is none. */
export function datelinePrefix(line: string): number {
  const match = PREFIX.exec(line.slice(0, 120));
  return match && isPlace(match.groups?.place) ? match[0].length : 0;
}

/** A publication date said to be one, not that of an update. */
export function statesUpdate(line: string): boolean {
  return /^(?:zuletzt |last )?(?:aktualisiert|updated|stand)\b/iu.test(line);
}

const SENDER =
  /^(?:(?:gemeinsame|joint)\s+)?(?:presse-?(?:information|mitteilung|meldung|erklärung)|medien(?:mitteilung|information)|(?:press|news|media) ?(?:release|statement))(?:\s+(?:von|des|der|by|from|of)\s+(?:the\s+)?(?<sender>\p{Lu}.{1,200}?))?[.:]?$/iu;

/** For a line such as "Joint press release by X and Y": who that is, "" where it does not say; null for other lines. */
export function senderOf(line: string): string | null {
  const match = SENDER.exec(line);
  return match ? (match.groups?.sender ?? "") : null;
}

const CREDIT_MAX = 250;

/** A line that credits a picture, perhaps after saying what it shows. */
export function isCredit(line: string): boolean {
  if (line.length > CREDIT_MAX) return false;
  return (
    /^(?:©|\(c\)\s|copyright\b)/i.test(line) ||
    /^(?:foto|bild|grafik|abbildung|photo|picture|image|figure)s?\s?(?:\d+\s?)?[:©(|–-]/i.test(line) ||
    /(?:^|[.!?)”“"|]\s+|\s[|–-]\s)\(?(?:(?:photo|image|picture|foto|bild)[ -]?(?:credits?|nachweise?|quelle|rechte)|(?:foto|bild|photo|image)s?)\s?:/i.test(
      line,
    ) ||
    /(?:photo|image|picture) (?:credit|courtesy|by)s?\b/i.test(line)
  );
}

/** Length of the bullet or number that opens a list item, its white space included; 0 where there is none. */
export function bulletLength(line: string): number {
  return /^\s*(?:[•●▪‣◦∙·*–—-])\s+(?=\S)/u.exec(line)?.[0].length ?? 0;
}

const ORDINAL = /^\s*(\d{1,2})[.)]\s+(?=\S)/u;
const DAY_OF_MONTH = new RegExp(`^\\s*\\d{1,2}\\.\\s+${MONTH}\\b`, "iu");

/** The number that opens a line as in "2. Ziele", with its length; null where the line opens with a date or none. */
export function ordinalOf(line: string): { readonly number: number; readonly length: number } | null {
  const match = ORDINAL.exec(line);
  if (!match || DAY_OF_MONTH.test(line)) return null;
  return { number: Number(match[1]), length: match[0].length };
}

const HEADING = { characters: 140, words: 18 };

/** A short line without the punctuation that ends a sentence, and without an address or a telephone number. */
export function isHeadingLike(line: string): boolean {
  if (line.length > HEADING.characters || !/\p{L}{2}/u.test(line)) return false;
  if (line.split(/\s+/).length > HEADING.words) return false;
  if (/@|https?:|www\.|\b\d{5}\b|\d[\d /()-]{6,}\d/.test(line)) return false;
  if (/\?[“”"«]?$/.test(line)) return !/[.!?]\s/.test(line.slice(0, -1));
  return !endsSentence(line) && !/[:;,][“”"«)]?$/u.test(line);
}

/** A line that ends like a sentence. */
export function endsSentence(line: string): boolean {
  return /[.!?…][“”"«»’)\]]*(?:\s*\([^()]{1,40}\))?$/u.test(line.trimEnd());
}
