import fc from "fast-check";
import type { Language } from "../../src/contracts/document.js";
import type { QuantityKind } from "../../src/language/quantities.js";

/**
 * Documents about collaborations that nobody entered into, made of facts that are known: who works with whom, since when,
 * who holds which position, what they count and earn. Every name is invented, and means no place, firm or person.
 */

/** A figure of an organisation in a year, as both languages write it. */
export interface Figure {
  readonly about: "employees" | "revenue" | "beds";
  readonly year: number;
  /** Of `revenue` in tenths of a billion euros, else a count. */
  readonly value: number;
}

export interface Person {
  readonly name: string;
  readonly position: keyof typeof POSITIONS;
}

export interface Party {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly person: Person;
}

export interface Collaboration {
  readonly id: string;
  readonly language: Language;
  readonly parties: readonly [Party, Party];
  readonly field: keyof typeof FIELDS;
  /** When it was announced, `YYYY-MM-DD`. */
  readonly date: string;
  readonly years: number;
  readonly devices: number;
  /** Of the cases at the first party, in tenths. */
  readonly percent: number;
}

/** A question with what the right answer to it states. */
export interface FactQuestion {
  readonly question: string;
  readonly language: Language;
  /** Of the document that holds the fact. */
  readonly documentId: string;
  /** As `findQuantities` reads it, or the name of a person. */
  readonly fact: { readonly kind: QuantityKind; readonly normal: string } | { readonly name: string };
  /** The fact as the language of the question writes it. */
  readonly written: string;
}

const TOWNS = "Auental Birkenau Lindental Seefurt Kranichau Weidenbrück Ostermoor Hagenried Talberg Rohnau".split(" ");
const HOUSES = ["Klinikum", "Universitätsklinikum", "Krankenhaus"] as const;
const FIRMS = ["Nordlicht", "Alpenblick", "Borealis", "Optimara", "Lumeris", "Ventura", "Quantis", "Solaris"] as const;
const TRADES = ["Medizintechnik AG", "Imaging GmbH", "Diagnostics AG", "Systems GmbH"] as const;
const GIVEN = "Anna Karl Maria Peter Julia Thomas Laura Martin Eva Stefan".split(" ");
const FAMILY = "Talmann Rohwald Seebach Auerfeld Lindmoor Kranbeck Birkhaus Ostmark Weidhof Hagensee".split(" ");

const POSITIONS = {
  director: { de: "Direktorin", en: "director" },
  manager: { de: "Geschäftsführer", en: "managing director" },
  spokesman: { de: "Sprecher", en: "spokesperson" },
} as const;
const FIELDS = {
  radiotherapy: { de: "Strahlentherapie", en: "radiotherapy" },
  imaging: { de: "Bildgebung", en: "imaging" },
  cardiology: { de: "Kardiologie", en: "cardiology" },
} as const;

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

const year = fc.integer({ min: 2015, max: 2026 });

/** Numbers between two bounds that end in no zero, and no year. */
interface Range {
  readonly any: fc.Arbitrary<number>;
  /** Another one for each step from 1 to 9. */
  another(value: number, step: number): number;
}

function rangeOf(min: number, max: number): Range {
  const values = Array.from({ length: max - min + 1 }, (_, at) => min + at).filter((value) => value % 10 !== 0);
  return {
    any: fc.constantFrom(...values),
    another: (value, step) => values[(values.indexOf(value) + 7 * step) % values.length] ?? value,
  };
}

const RANGES = {
  employees: rangeOf(10_001, 99_999),
  revenue: rangeOf(11, 899),
  beds: rangeOf(101, 989),
  devices: rangeOf(21, 99),
  percent: rangeOf(101, 989),
} as const;

const person = (name: string): fc.Arbitrary<Person> =>
  fc.record({ name: fc.constant(name), position: fc.constantFrom(...keys(POSITIONS)) });

function party(name: string, holder: string): fc.Arbitrary<Party> {
  const figure = fc
    .constantFrom("employees" as const, "revenue" as const, "beds" as const)
    .chain((about) => fc.record({ about: fc.constant(about), year, value: RANGES[about].any }));
  const figures = fc.uniqueArray(figure, { selector: ({ about }) => about, minLength: 1, maxLength: 3 });
  return fc.record({ name: fc.constant(name), figures, person: person(holder) });
}

function collaboration(
  id: string,
  hospital: string,
  firm: string,
  people: readonly [string, string],
): fc.Arbitrary<Collaboration> {
  return fc.record({
    id: fc.constant(id),
    language: fc.constantFrom("de" as const, "en" as const),
    parties: fc.tuple(party(hospital, people[0]), party(firm, people[1])),
    field: fc.constantFrom(...keys(FIELDS)),
    date: fc
      .date({ min: new Date("2015-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    years: fc.integer({ min: 2, max: 19 }),
    devices: RANGES.devices.any,
    percent: RANGES.percent.any,
  });
}

/** `least` to `most` collaborations; no two share a party or a person, so that every fact has one document. */
export function collaborations(least: number, most: number): fc.Arbitrary<Collaboration[]> {
  const some = (values: readonly string[], length: number) =>
    fc.shuffledSubarray([...values], { minLength: length, maxLength: length });
  return fc.integer({ min: least, max: most }).chain((size) =>
    fc
      .record({
        towns: some(TOWNS, size),
        house: fc.array(fc.constantFrom(...HOUSES), { minLength: size, maxLength: size }),
        firms: some(FIRMS, size),
        trade: fc.array(fc.constantFrom(...TRADES), { minLength: size, maxLength: size }),
        given: some(GIVEN, 2 * size),
        family: some(FAMILY, 2 * size),
      })
      .chain(({ towns, house, firms, trade, given, family }) =>
        fc.tuple(
          ...towns.map((town, at) => {
            const name = (index: number) => `${given[index]} ${family[index]}`;
            const people = [name(2 * at), name(2 * at + 1)] as const;
            return collaboration(`report-${at}`, `${house[at]} ${town}`, `${firms[at]} ${trade[at]}`, people);
          }),
        ),
      ),
  );
}

/** A whole number with the thousands marks of a language. */
function whole(value: number, language: Language): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, language === "de" ? "." : ",");
}

/** Tenths as a decimal of a language. */
function decimal(tenths: number, language: Language): string {
  return `${Math.floor(tenths / 10)}${language === "de" ? "," : "."}${tenths % 10}`;
}

function dateIn(date: string, language: Language): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[language][Number(month) - 1];
  return language === "de" ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function figureSentence({ name }: Party, figure: Figure, language: Language): string {
  const { about, year, value } = figure;
  if (language === "de") {
    if (about === "employees")
      return `${name} beschäftigte im Geschäftsjahr ${year} rund ${whole(value, "de")} Menschen.`;
    if (about === "revenue")
      return `Der Umsatz von ${name} betrug im Geschäftsjahr ${year} rund ${decimal(value, "de")} Milliarden Euro.`;
    return `${name} hat ${value} Betten.`;
  }
  if (about === "employees") return `${name} employed around ${whole(value, "en")} people in fiscal year ${year}.`;
  if (about === "revenue")
    return `The revenue of ${name} in fiscal year ${year} was around ${decimal(value, "en")} billion euros.`;
  return `${name} has ${value} beds.`;
}

/** The document, with front matter, as it is handed in. */
export function markdownOf({ id, language, parties, field, date, years, devices, percent }: Collaboration): string {
  const [a, b] = parties;
  const what = FIELDS[field][language];
  const isGerman = language === "de";
  const position = ({ person }: Party) => POSITIONS[person.position][language];
  const title = isGerman ? `${a.name} und ${b.name}: Zusammenarbeit` : `${a.name} and ${b.name}: collaboration`;
  const report = isGerman
    ? [
        `${a.name} und ${b.name} haben am ${dateIn(date, "de")} eine Zusammenarbeit in der ${what} bekannt gegeben.`,
        `Die Vereinbarung von ${a.name} und ${b.name} läuft über ${years} Jahre und umfasst ${devices} Geräte.`,
        `${a.name} und ${b.name} wollen gemeinsam neue Verfahren entwickeln.`,
        `Am ${a.name} wird die Behandlung in ${decimal(percent, "de")} Prozent der Fälle kürzer.`,
      ]
    : [
        `${a.name} and ${b.name} announced a collaboration in ${what} on ${dateIn(date, "en")}.`,
        `The agreement of ${a.name} and ${b.name} runs for ${years} years and covers ${devices} devices.`,
        `${a.name} and ${b.name} want to develop new procedures together.`,
        `At ${a.name} treatment becomes shorter in ${decimal(percent, "en")} percent of the cases.`,
      ];
  const people = parties.map((party) =>
    isGerman
      ? `${party.person.name} ist ${position(party)} von ${party.name}. ${party.person.name} sagt, dass die Zusammenarbeit wichtig ist.`
      : `${party.person.name} is the ${position(party)} of ${party.name}. ${party.person.name} says that the collaboration is important.`,
  );
  const about = parties.flatMap((party) => [
    `### ${party.name}`,
    party.figures.map((figure) => figureSentence(party, figure, language)).join(" "),
  ]);
  const metadata = `---\nid: ${id}\ntitle: "${title}"\npublishedAt: "${date}"\nlanguage: ${language}\npartners:\n  - ${a.name}\n  - ${b.name}\n---`;
  const headings = isGerman
    ? ["Auf einen Blick", "Wer sagt was", "Die Partner"]
    : ["At a glance", "Who says what", "The partners"];
  const blocks = [
    metadata,
    `# ${title}`,
    `## ${headings[0]}`,
    report.join(" "),
    `## ${headings[1]}`,
    ...people,
    `## ${headings[2]}`,
    ...about,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The same document with another number in place of every one that can be asked for; the years stay. */
export function withOtherFigures(document: Collaboration, step: number): Collaboration {
  const other = (figure: Figure): Figure => ({ ...figure, value: RANGES[figure.about].another(figure.value, step) });
  const [a, b] = document.parties;
  return {
    ...document,
    date: new Date(Date.parse(document.date) + step * 31 * 86_400_000).toISOString().slice(0, 10),
    devices: RANGES.devices.another(document.devices, step),
    percent: RANGES.percent.another(document.percent, step),
    parties: [
      { ...a, figures: a.figures.map(other) },
      { ...b, figures: b.figures.map(other) },
    ],
  };
}

/** What a question about a figure asks, and what its answer states. */
export function figureQuestion(
  documentId: string,
  { name }: Party,
  { about, year, value }: Figure,
  language: Language,
): FactQuestion {
  const isGerman = language === "de";
  const base = { language, documentId };
  if (about === "employees") {
    const question = isGerman
      ? `Wie viele Menschen beschäftigte ${name} im Geschäftsjahr ${year}?`
      : `How many people did ${name} employ in fiscal year ${year}?`;
    return { ...base, question, fact: { kind: "number", normal: String(value) }, written: whole(value, language) };
  }
  if (about === "revenue") {
    const question = isGerman
      ? `Wie hoch war der Umsatz von ${name} im Geschäftsjahr ${year}?`
      : `How high was the revenue of ${name} in fiscal year ${year}?`;
    const fact = { kind: "amount" as const, normal: `${value * 100_000_000} EUR` };
    return { ...base, question, fact, written: decimal(value, language) };
  }
  const question = isGerman ? `Wie viele Betten hat ${name}?` : `How many beds does ${name} have?`;
  return { ...base, question, fact: { kind: "number", normal: String(value) }, written: String(value) };
}

/** Every question that a document answers, in a language. */
export function questionsOf(
  { id, parties, date, devices, percent }: Collaboration,
  language: Language,
): FactQuestion[] {
  const [a, b] = parties;
  const isGerman = language === "de";
  const base = { language, documentId: id };
  const figures = parties.flatMap((party) =>
    party.figures.map((figure) => figureQuestion(id, party, figure, language)),
  );
  const people = parties.map(({ name, person }): FactQuestion => {
    const position = POSITIONS[person.position][language];
    const question = isGerman ? `Wer ist ${position} von ${name}?` : `Who is the ${position} of ${name}?`;
    return { ...base, question, fact: { name: person.name }, written: person.name };
  });
  const announced = isGerman
    ? `Wann wurde die Zusammenarbeit von ${a.name} und ${b.name} bekannt gegeben?`
    : `When was the collaboration between ${a.name} and ${b.name} announced?`;
  const covered = isGerman
    ? `Wie viele Geräte umfasst die Vereinbarung von ${a.name} und ${b.name}?`
    : `How many devices does the agreement of ${a.name} and ${b.name} cover?`;
  const shorter = isGerman
    ? `In wie viel Prozent der Fälle wird die Behandlung am ${a.name} kürzer?`
    : `In what percentage of the cases does treatment become shorter at ${a.name}?`;
  return [
    ...figures,
    ...people,
    {
      ...base,
      question: shorter,
      fact: { kind: "percent", normal: `${percent / 10}%` },
      written: decimal(percent, language),
    },
    { ...base, question: announced, fact: { kind: "date", normal: date }, written: dateIn(date, language) },
    { ...base, question: covered, fact: { kind: "number", normal: String(devices) }, written: String(devices) },
  ];
}
