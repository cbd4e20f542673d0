import type { Quantity } from "../../language/quantities.js";
import type { SentenceView } from "../steps.js";
import type { DocumentNames } from "./document-names.js";
import type { Candidate, Reading } from "./reading.js";
import { escaped } from "./source.js";
import { type Attribute, type Period, WORDING } from "./wording.js";

/** How sentences of both languages name what a figure counts or measures. */
const ATTRIBUTES: readonly (readonly [Attribute, Quantity["kind"], RegExp])[] = [
  ["employees", "number", /beschäftigt|mitarbeit(?:er|ende)|angestellte|employ(?:s|ed|ees)(?!\p{L})|workforce/iu],
  ["revenue", "amount", /umsatz|erlös|revenue|turnover/iu],
  ["countries", "number", /(?<!\p{L})(?:ländern?|countries)(?!\p{L})/iu],
  ["beds", "number", /(?<!\p{L})(?:betten|beds)(?!\p{L})/iu],
];

/** Figures of an organisation that the sentence names. */
export function readFigures({ document, sources, names, language }: Reading): Candidate[] {
  const wording = WORDING[language];
  return sources.flatMap(({ view }): Candidate[] => {
    const attributes = attributesOf(view);
    const owner = view.quantities.length === 0 ? null : ownerOf(view, names);
    const counted =
      owner !== null && attributes.length === 0 && document.language === language ? countOf(view.text, owner) : null;
    if (owner === null || (attributes.length === 0 && counted === null)) return [];
    const organisation = names.withArticle(owner, language);
    const period = periodOf(view.text);
    const questions = attributes.map((attribute) => wording.figure(attribute, organisation, period));
    if (counted !== null) questions.push(wording.count(counted.things, counted.verb, organisation));
    return questions.map((question) => ({ kind: "figure", question, sources: [view.sentence] }));
  });
}

function attributesOf({ text, quantities }: SentenceView): Attribute[] {
  const found = ATTRIBUTES.filter(([, kind, named]) => quantities.some((it) => it.kind === kind) && named.test(text));
  return found.map(([attribute]) => attribute);
}

/** The only organisation in a sentence; null when there are several, or none. */
function ownerOf({ text, names: inSentence }: SentenceView, { organisations }: DocumentNames): string | null {
  const owners: string[] = [];
  for (const name of organisations) {
    const isPart = owners.some((longer) => longer.includes(name));
    if (!isPart && new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(name)}(?![\\p{L}\\p{N}-])`, "u").test(text))
      owners.push(name);
  }
  const [owner, ...others] = owners;
  const unknown = inSentence.some(
    ({ kind, surface }) => kind === "organisation" && !owners.some((it) => it.includes(surface)),
  );
  return owner === undefined || others.length > 0 || unknown ? null : owner;
}

function periodOf(text: string): Period | null {
  const match =
    /(?<fiscal>geschäftsjahr(?:e?s)?|fiscal year|(?<!\p{L})(?:im jahr|in)) (?<year>(?:19|20)\d\d)(?!\d)/iu.exec(text);
  const { fiscal = "", year } = match?.groups ?? {};
  return year === undefined ? null : { year, isFiscal: /^(?:geschäftsjahr|fiscal)/i.test(fiscal) };
}

/** "X has around 12 sites": what is counted, with the verb, when nothing but a qualifier stands between verb and figure. */
function countOf(text: string, owner: string): { readonly things: string; readonly verb: string } | null {
  const qualifier = "(?:(?:more than|around|about|over|mehr als|rund|etwa|über|knapp|insgesamt) )?";
  const pattern = `^(?:Das |Die |Der |The )?${escaped(owner)} (hat|umfasst|betreibt|has|comprises|operates) ${qualifier}(?:[\\d.,]+|\\p{Ll}+) (\\p{L}+)(?:[.,]| (?:in|across|at|an|auf|mit|with) )`;
  const [, verb, things] = new RegExp(pattern, "u").exec(text) ?? [];
  return verb === undefined || things === undefined ? null : { things, verb };
}
