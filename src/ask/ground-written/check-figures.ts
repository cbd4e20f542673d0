import { covers, findQuantities, type Quantity } from "../../language/quantities.js";
import { compareQuantities } from "../verdict/claim-quantity.js";
import type { Ungrounded } from "../written.js";
import type { Claim } from "./claim.js";
import { meets } from "./read-text.js";
import type { Told, Window } from "./told.js";

/** A quantity of the claim with one that says the same in a sentence that was told. */
export interface Stated {
  readonly said: Quantity;
  readonly stated: Quantity;
  readonly told: Told;
}

/** "The two partners" counts nobody who is not named. */
const BOTH = /(?<!\p{L})(?:the|these|both|die|den|der|diese|beiden?)\s$/iu;
/** Words for making public, whose date may be known of the document alone. */
const PUBLISHING =
  /(?<!\p{L})(?:veröffentlich\p{L}*|bekannt\p{L}*|ankündig\p{L}*|angekündigt\p{L}*|meldung|mitteilung|presse\p{L}*|stand|vom|publish\p{L}*|announc\p{L}*|press release|news|report\p{L}*|dated|as of|statement)(?!\p{L})/iu;

/** Where the figures, dates and units of a claim are told; else what is wrong with the first one that is not. */
export function findFigures(claim: Claim, { told, candidate }: Window): readonly Stated[] | Ungrounded {
  const found: Stated[] = [];
  for (const said of claim.quantities) {
    if (isPair(said, claim.text)) continue;
    const same = told.flatMap((it) =>
      it.view.quantities
        .filter((stated) => isSame(said, stated) || sharesUnit(said, stated, it))
        .map((stated) => ({ said, stated, told: it })),
    );
    const alike = same.filter((it) => isBoundAlike(it, claim.text, candidate.document.publishedAt));
    if (alike.length > 0) {
      found.push(...alike);
      continue;
    }
    if (same.length > 0) return "degree";
    if (isPublication(said, claim.text, candidate.document.publishedAt)) continue;
    return faultOf(said, told);
  }
  return holdsOtherDigits(claim, told) ? found : "number";
}

const WITH_DIGIT = /[\p{L}\p{N}#][\p{L}\p{N}.,:/-]*(?<=[\p{L}\p{N}])/gu;

/** What has digits and is no quantity ("COVID-19", "10:30", "04") stands in the source just so. */
function holdsOtherDigits({ text, quantities }: Claim, told: readonly Told[]): boolean {
  const sources = told.map((it) => it.text.toLowerCase());
  return [...text.matchAll(WITH_DIGIT)].every(({ 0: token, index }) => {
    if (!/\d/.test(token)) return true;
    const span = { start: index, end: index + token.length };
    if (quantities.some((quantity) => meets(quantity, span))) return true;
    return sources.some((source) => source.includes(token.toLowerCase()));
  });
}

function isPair({ kind, normal, start, end }: Quantity, text: string): boolean {
  if (kind !== "number" || normal !== "2") return false;
  return (
    BOTH.test(text.slice(0, start)) ||
    /^\s(?:partner|parties|parteien|häuser|companies|organi|institution)/iu.test(text.slice(end))
  );
}

function isSame(said: Quantity, stated: Quantity): boolean {
  const isDated = said.kind === "year" && stated.kind === "date";
  return (said.kind === stated.kind || isDated) && covers(said, stated);
}

/** "From 6 to 4 percent": the first one is a share, too. */
function sharesUnit(said: Quantity, stated: Quantity, { view, text }: Told): boolean {
  if (stated.kind !== "number" || said.kind === "number") return false;
  const next = view.quantities.find(({ start }) => start >= stated.end);
  if (
    next === undefined ||
    next.kind !== said.kind ||
    !/^\s?(?:to|auf|bis|und|and|or|oder|–|-)\s?$/u.test(text.slice(stated.end, next.start))
  )
    return false;
  const unitOf = ({ normal }: Quantity) => normal.replace(/^[\d.]+/, "");
  return (
    unitOf(next) === unitOf(said) &&
    said.normal.startsWith(stated.normal) &&
    said.normal.slice(stated.normal.length) === unitOf(said)
  );
}

/** "More than", "about", "until" on both sides. */
function isBoundAlike({ said, stated, told }: Stated, text: string, asOf: string | null): boolean {
  if (said.kind !== stated.kind && stated.kind === "number") return true;
  if (compareQuantities(said, withoutReach(text), stated, { text: withoutReach(told.text), asOf }) !== true)
    return false;
  if (said.kind !== "date" && said.kind !== "year") return true;
  const [here, there] = [limitOf(text, said.start), limitOf(told.text, stated.start)];
  return here === there || here === null;
}

/** "Läuft über zwölf Jahre", "verfügt über 800 Betten", "is spread over four sites": neither more nor less. */
const REACH =
  /(?<=(?<!\p{L})(?:l[aä]uf\p{L}*|verfüg\p{L}*|erstreck\p{L}*|verteil\p{L}*|laufzeit|dauer|runs?|spread|extends?|distributed)\s(?:[^.,;]{0,40}\s)?)(?:über|over)(?=\s)/giu;

export function withoutReach(text: string): string {
  return text.replace(REACH, "    ");
}

const LIMITS = [
  [
    "since",
    /(?<!\p{L})(?:seit|ab|since|from)\s(?:(?:dem|the|jahr|year|anfang|ende|mitte|early|late|\p{Ll}{2,4})\s){0,3}$/iu,
  ],
  [
    "until",
    /(?<!\p{L})(?:bis|until|till|by|through)\s(?:(?:zum|the|ende|end|of|anfang|mitte|early|late|spätestens|jahr|year)\s){0,4}$/iu,
  ],
  ["after", /(?<!\p{L})(?:nach|after)\s(?:\p{Ll}+\s){0,2}$/iu],
  ["before", /(?<!\p{L})(?:vor|before)\s(?:\p{Ll}+\s){0,2}$/iu],
] as const;

function limitOf(text: string, start: number): string | null {
  const before = text.slice(Math.max(0, start - 30), start);
  return LIMITS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

function isPublication(said: Quantity, text: string, publishedAt: string | null): boolean {
  if (publishedAt === null || (said.kind !== "date" && said.kind !== "year")) return false;
  const [published] = findQuantities(publishedAt);
  return published !== undefined && covers(said, published) && PUBLISHING.test(text);
}

function faultOf(said: Quantity, told: readonly Told[]): Ungrounded {
  if (said.kind === "date" || said.kind === "year") return "date";
  const numeral = (it: Quantity) => /^[\d.]+/.exec(it.normal)?.[0];
  const digits = (it: Quantity) => it.surface.replace(/\D/g, "");
  const isOtherUnit = told.some(({ view }) =>
    view.quantities.some((it) => numeral(it) === numeral(said) || (digits(it) !== "" && digits(it) === digits(said))),
  );
  return isOtherUnit ? "unit" : "number";
}
