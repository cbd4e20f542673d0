import type { Corruption } from "./corrupt.js";
import type { GoodSentence } from "./grounding-set.js";
import { choose } from "./pick.js";

type Made = readonly (readonly [Corruption, string])[];

/** As texts write them, the longest first. */
const PERSONS = [
  "Heyo K. Kroemer",
  "Bernd Montag",
  "James Carr",
  "John Kowal",
  "Annalen Bleckmann",
  "Frans Block",
  "Laura Seebach",
  "Martin Rohwald",
  "Thomas Lindmoor",
  "Julia Kranbeck",
];
const INVENTED_PERSONS = ["Clara Ebersdorn", "Viktor Hallweg", "Nora Stellmann", "Jonas Ahrwald"];
export const ORGANISATIONS: readonly string[] = [
  "Siemens Healthineers",
  "Northwestern Medicine",
  "Universitätsklinikum Münster",
  "Klinikum Osnabrück",
  "Klinikum Auental",
  "Borealis Imaging",
  "Seefurt University Hospital",
  "Lumeris Diagnostics",
  "Deutsche Krebshilfe",
  "Charité",
  "WTZ Münster",
  "WTZ Essen",
  "UKM",
];
const INVENTED_ORGANISATIONS = ["Klinikum Rosental", "Orbita Medical", "Talwind Systems", "Uniklinik Kaltbrunn"];
const PLACES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bFrankfurt am Main\b/u, ["München", "Chicago"]],
  [/\bChicago\b/u, ["Boston", "Berlin"]],
  [/\bBerlins\b/u, ["Hamburgs", "Chicagos"]],
  [/\bBerlin's\b/u, ["Munich's", "Chicago's"]],
  [/\bin Berlin\b/u, ["in Hamburg", "in Frankfurt"]],
  [/\bNiedersachsen\b/u, ["Bayern", "Hessen"]],
  [/\bLower Saxony\b/u, ["Bavaria", "Hesse"]],
  [/\bDeutschland\b/u, ["Österreich", "Frankreich"]],
  [/\bGermany's\b/u, ["Austria's"]],
  [/\bGermany\b/u, ["Austria", "France"]],
  [/\bEuropas\b/u, ["Amerikas"]],
  [/\bEurope's\b/u, ["Asia's"]],
  [/\bRohnau\b/u, ["Talberg", "Lindental"]],
  [/\bTalberg\b/u, ["Rohnau", "Ostermoor"]],
  [/\bUSA\b/u, ["Kanada", "Indien"]],
  [/\bOsnabrück(?=\s(?:in|zu)|\.|\s\()/u, ["Bielefeld"]],
  [/\bRegion Amerika\b/u, ["Region Asien", "Region Europa"]],
  [/\bAmericas region\b/u, ["Asia region", "Europe region"]],
];

/** Whom a sentence names, in the form that it uses. */
function namedIn(text: string, names: readonly string[]): string[] {
  return names.filter((name) => text.includes(name));
}

export function otherNames({ id, text, language }: GoodSentence): Made {
  const made: [Corruption, string][] = [];
  for (const name of namedIn(text, PERSONS)) {
    const others = PERSONS.filter((it) => !text.includes(it));
    made.push(["person", text.replaceAll(name, choose(`${id}/${name}`, others))]);
    made.push(["invented name", text.replaceAll(name, choose(`${id}/${name}`, INVENTED_PERSONS))]);
  }
  for (const surname of PERSONS.map((it) => it.split(" ").at(-1) ?? it)) {
    if (
      PERSONS.some((it) => text.includes(it) && it.endsWith(surname)) ||
      !new RegExp(`\\b${surname}\\b`, "u").test(text)
    )
      continue;
    const others = PERSONS.map((it) => it.split(" ").at(-1) ?? it).filter((it) => it !== surname);
    made.push(["person", text.replaceAll(surname, choose(`${id}/${surname}`, others))]);
  }
  const named = namedIn(text, ORGANISATIONS);
  for (const name of named) {
    const others = ORGANISATIONS.filter((it) => !text.includes(it));
    made.push(["organisation", text.replaceAll(name, choose(`${id}/${name}`, others))]);
  }
  const [first] = named;
  if (first !== undefined)
    made.push(["invented name", text.replaceAll(first, choose(`${id}/invented`, INVENTED_ORGANISATIONS))]);
  for (const [place, others] of PLACES) {
    if (place.test(text))
      made.push(["place", text.replace(place, inLanguage(choose(`${id}/${place.source}`, others), language))]);
  }
  return made;
}

function inLanguage(place: string, language: GoodSentence["language"]): string {
  return language === "en"
    ? place.replace("München", "Munich").replace("Kanada", "Canada").replace("Indien", "India")
    : place;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ["Borealis Imaging", "Klinikum Auental"],
  ["Lumeris Diagnostics", "Seefurt University Hospital"],
  ["Northwestern Medicine", "Siemens Healthineers"],
  ["Charité", "Siemens Healthineers"],
  ["Martin Rohwald", "Laura Seebach"],
  ["Deutschen Krebshilfe", "WTZ Münster"],
  ["Deutsche Krebshilfe", "WTZ Münster"],
  ["WTZ Münster", "Klinikum Osnabrück"],
];
/** Who does it together may be named in any order. */
const TOGETHER =
  /(?:Charité|Healthineers|Medicine|Auental|Imaging|Hospital|Diagnostics|AG|Münster|\(UKM\)|Klinikum Osnabrück)\s(?:und|and)\s(?:die |das )?(?:Charité|Siemens|Northwestern|Klinikum|Borealis|Seefurt|Lumeris|Universitätsklinikum)|partnership with|Partnerschaft mit|zwischen|between/u;

/** Each in the other's place. */
export function exchangeParties({ text }: GoodSentence): Made {
  if (TOGETHER.test(text)) return [];
  return PAIRS.filter(([one, other]) => text.includes(one) && text.includes(other)).map(([one, other]) => {
    const swapped = text.replaceAll(one, "\0").replaceAll(other, one).replaceAll("\0", other);
    return ["partners exchanged", swapped] as const;
  });
}
