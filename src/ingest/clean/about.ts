import type { Block } from "../document-structure.js";
import { contentWords, type Signals } from "./signals.js";

/** Indices of the blocks that describe an organisation in general, among those of the article. */
export function findAbout(article: readonly Signals[]): ReadonlySet<number> {
  return new Set([...underHeadings(article), ...atTheEnd(article)]);
}

const PARTNERS =
  /^(?:die |the |our |unsere )?(?:(?:projekt|kooperations|forschungs)?partner(?:innen)?|(?:project |cooperation |research )?partners|unternehmensprofile?|company profiles?|boilerplates?|(?:die )?beteiligten (?:einrichtungen|unternehmen|organisationen|partner)|participating organi[sz]ations)$/i;
const ABOUT = /^(?:über|about|zum unternehmen|zur person)\s+(?!\d)(.+)$/i;
const MATTER =
  /kooperation|zusammenarbeit|partnerschaft|vereinbarung|projekt|studie|vertrag|initiative|programm|collaborat|cooperat|partnership|agreement|alliance|project|study|contract/i;

/** Sections named "About X" or "The partners", down to the next heading of the same level. */
function underHeadings(article: readonly Signals[]): number[] {
  return article.flatMap(({ block, text }, at) => {
    if (block.kind !== "heading" || !isAboutHeading(text, article[at + 1]?.text ?? "")) return [];
    const level = block.level ?? 6;
    const next = article.findIndex(
      (other, index) => index > at && isHeading(other.block) && (other.block.level ?? 6) <= level,
    );
    const end = next < 0 ? article.length : next;
    return Array.from({ length: end - at }, (_, offset) => at + offset);
  });
}

/** "Über" also means "across", and "about" the matter itself: the name must open the text below. */
function isAboutHeading(heading: string, below: string): boolean {
  if (PARTNERS.test(heading.replace(/[:.]$/, ""))) return true;
  const name = ABOUT.exec(heading)?.[1];
  if (name === undefined || MATTER.test(name)) return false;
  const opening = contentWords(below.slice(0, 200));
  return [...contentWords(name)].some((word) => opening.has(word));
}

/** A paragraph is about an organisation from so many points on; less is enough above another one about the same. */
const POINTS = { enough: 3, besideAnother: 2, words: 20, paragraphsKept: 1 };

/** Walks back from the last block over the paragraphs that describe an organisation. */
function atTheEnd(article: readonly Signals[]): number[] {
  const names = nameWords(article);
  const prose = article.filter((signal) => signal.isProse).length;
  let found: number[] = [];
  let pending: number[] = [];
  let last: Set<string> | null = null;
  for (let at = article.length - 1; at >= 0; at -= 1) {
    const signal = article[at];
    if (signal === undefined || signal.block.kind === "title") break;
    if (signal.words < POINTS.words || signal.block.kind !== "paragraph") {
      if (signal.block.kind === "item" || signal.block.kind === "row") break;
      pending.push(at);
      continue;
    }
    const name = openingName(signal.text, names);
    const points = describes(signal.text) + (name ? 1 : 0);
    const same = last !== null && name !== null && [...name].some((word) => last?.has(word));
    if (points < (same ? POINTS.besideAnother : POINTS.enough)) break;
    // Lines below a description go with it ("www.example.org"), the heading of the next one too.
    found = [...found, ...pending, at];
    pending = [];
    last = contentWords(signal.text.slice(0, 200));
  }
  if (prose - found.filter((at) => article[at]?.isProse).length < POINTS.paragraphsKept) return [];
  const top = Math.min(...found);
  const heading = article[top - 1];
  return heading?.block.kind === "heading" && sharesName(heading.text, article[top]?.text ?? "")
    ? [...found, top - 1]
    : found;
}

function isHeading(block: Block): boolean {
  return block.kind === "heading" || block.kind === "title";
}

function sharesName(heading: string, below: string): boolean {
  const opening = contentWords(below.slice(0, 200));
  const words = [...contentWords(heading)];
  return words.length === 0 || words.some((word) => opening.has(word));
}

/** Words of the title and of the first paragraphs, where the organisations are named. */
function nameWords(article: readonly Signals[]): Set<string> {
  const first = article.filter((signal) => signal.isProse).slice(0, 2);
  const head = article.slice(
    0,
    Math.max(
      0,
      article.findIndex((signal) => signal.isProse),
    ),
  );
  const names = [...head, ...first].flatMap(({ text }) => text.match(/\p{Lu}[\p{L}\p{N}-]+/gu) ?? []);
  return contentWords(names.join(" "));
}

/** The capitalised words before the first verb, when one of them was named at the top and none is the matter itself. */
function openingName(text: string, names: ReadonlySet<string>): Set<string> | null {
  const opening =
    /^(?:(?:Die|Der|Das|The)\s+)?(?:[\p{Lu}\d][\p{L}\p{N}&.’'()-]*,?\s+|[–&-]\s+|(?:of|for|and|für|und|am|an|der|des|in|zu)\s+)+/u.exec(
      text,
    )?.[0];
  if (opening === undefined || MATTER.test(opening)) return null;
  const words = contentWords(opening);
  return [...words].some((word) => names.has(word)) ? words : null;
}

const DESCRIBES: readonly (readonly [points: number, sign: RegExp])[] = [
  [
    1,
    /^.{3,120}?\s(?:ist|sind|zählt|gehört|bietet|betreibt|leistet|entwickelt|beschäftigt|versorgt|verfügt|vereint|is|are|operates|provides|offers|employs|develops|serves|delivers|has|wurde|was founded)\s/iu,
  ],
  [
    1,
    /\d[\d.,]*\s(?:\p{L}+\s){0,3}?(?:mitarbeite|beschäftigte|angestellte|employees|people|staff|betten|beds|ländern|countries|standort|sites|locations|campus|kliniken|clinics|institut)/iu,
  ],
  [
    1,
    /(?:umsatz|revenue|sales|turnover)\b.{0,60}\d|\d.{0,40}(?:umsatz|revenue)|(?:gegründet|founded|established)\b.{0,30}\d{4}|\d{4}\s(?:gegründet|founded)/iu,
  ],
  [
    1,
    /weltweit|führend|eine[rs]? der (?:größten|führenden)|one of the (?:largest|leading|oldest)|\bleading\b|worldwide|global(?:e[rns]?)? |börsennotiert|gelistet|listed (?:on|in)|hauptsitz|headquarter|mit sitz in|based in/iu,
  ],
  [
    1,
    /(?:weitere informationen|mehr informationen|mehr unter|more information|find out more|visit)\b.{0,80}$|\s(?:https?:\/\/)?[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.[a-z]{2,20}(?:\/\S{0,200})?\.?$/iu,
  ],
  [
    -2,
    /[“”"«]\s*,?\s*(?:sagt|betont|erklärt|so |says|said|explains|according)|(?:sagt|betont|erklärt|says|said|explains)e?:?\s*[„“"«]/iu,
  ],
  [-1, /kooperation|zusammenarbeit\b|partnerschaft|collaboration|cooperation|partnership/iu],
  [-1, /\b(?:soll|sollen|wollen|will|werden künftig|plans? to|aims? to|are to)\b/iu],
];

function describes(text: string): number {
  return DESCRIBES.reduce((sum, [points, sign]) => sum + (sign.test(text) ? points : 0), 0);
}
