import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Everything here is invented: the measurements need text of the usual shape and length, not facts.
const TOWNS = ["Auental", "Birkental", "Lindenhof", "Seefurt", "Kranichau", "Weidenbrück", "Ostermoor", "Hagenried"];
const COMPANIES = ["Beispieltechnik", "Musterwerk", "Nordlicht Medizintechnik", "Alpenblick Systeme"];
const FIELDS = ["Strahlentherapie", "Herzmedizin", "Bildgebung", "Labormedizin", "Pflege", "Notfallmedizin"];
const ENGLISH_FIELDS = ["radiotherapy", "cardiology", "imaging", "laboratory medicine", "nursing", "emergency care"];

const pick = (values: readonly string[], i: number): string => values[i % values.length] ?? "";

function german(i: number, part: number): string {
  const [town, company, field] = [pick(TOWNS, i), pick(COMPANIES, i + part), pick(FIELDS, part)];
  return [
    `Das Klinikum ${town} und ${company} arbeiten seit dem ${1 + (part % 28)}. März ${2005 + (i % 20)} in der ${field} zusammen.`,
    `Die Vereinbarung läuft über ${5 + (part % 10)} Jahre und umfasst ${12 + i + part} Geräte an ${2 + (part % 4)} Standorten.`,
    `Ein gemeinsamer Ausschuss, dem je drei Fachleute beider Häuser angehören, prüft zweimal im Jahr, welche Ziele erreicht wurden und welche Vorhaben im nächsten Abschnitt folgen sollen.`,
    `„Wir lernen voneinander“, sagt die Leiterin der Abteilung.`,
  ].join(" ");
}

function english(i: number, part: number): string {
  const [town, company, field] = [pick(TOWNS, i), pick(COMPANIES, i + part), pick(ENGLISH_FIELDS, part)];
  return [
    `${town} Hospital and ${company} have worked together in ${field} since ${2005 + (i % 20)}.`,
    `The agreement runs for ${5 + (part % 10)} years and covers ${12 + i + part} devices at ${2 + (part % 4)} sites.`,
    `A joint committee with three experts from either side meets twice a year to review which goals have been reached and which projects should follow in the next phase.`,
    `"We learn from each other," says the head of the department.`,
  ].join(" ");
}

/** Document `i`: German or English by turns, with a heading above every paragraph. */
export function benchDocument(i: number, paragraphs: number): string {
  const isGerman = i % 2 === 0;
  const town = pick(TOWNS, i);
  const title = isGerman ? `Klinikum ${town}: Bericht ${i}` : `${town} Hospital: report ${i}`;
  const body = Array.from({ length: paragraphs }, (_, part) => {
    const heading = isGerman ? pick(FIELDS, part) : pick(ENGLISH_FIELDS, part);
    return `## ${heading} ${part + 1}\n\n${isGerman ? german(i, part) : english(i, part)}`;
  });
  const date = `20${10 + (i % 15)}-0${1 + (i % 9)}-12`;
  return `---\nid: report-${i}\ntitle: "${title}"\npublishedAt: ${date}\nlanguage: ${isGerman ? "de" : "en"}\n---\n\n# ${title}\n\n${body.join("\n\n")}\n`;
}

/** Writes documents `from` to `to` (excluded) into `folder`. */
export function writeCorpus(folder: string, from: number, to: number, paragraphs: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = from; i < to; i++) writeFileSync(join(folder, `report-${i}.md`), benchDocument(i, paragraphs));
}

/** A different question for every `i` below some thousands, in both languages. */
export function benchQuestion(i: number): string {
  const town = pick(TOWNS, i);
  const company = pick(COMPANIES, Math.floor(i / 8));
  const year = 2005 + (i % 20);
  const questions = [
    `Seit wann arbeiten das Klinikum ${town} und ${company} in der ${pick(FIELDS, i)} zusammen?`,
    `How many devices does the agreement between ${town} Hospital and ${company} cover?`,
    `Wie lange läuft die Vereinbarung von ${year} mit ${company}?`,
    `Who meets twice a year to review the goals in ${pick(ENGLISH_FIELDS, i)} at ${town} Hospital since ${year}?`,
  ];
  return pick(questions, i);
}
