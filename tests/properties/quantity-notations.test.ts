import "./seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities, type QuantityKind } from "../../src/language/quantities.js";

const GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const ENGLISH_MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const GERMAN_SHORT = "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.".split(" ");
const ENGLISH_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Texts around a quantity that are no part of it; where the quantity stands is `@`. */
const around = fc.constantFrom("@", "Am @ war es.", "on @, they said", "(@)", "„@“", "bis @.", "Das Datum: @\nDanach");
/** A space in a quantity, as keyboards and typesetters write it. */
const space = fc.constantFrom(" ", "\u00a0", "\u202f", "\u2009");

interface Sample {
  readonly kind: QuantityKind;
  readonly normal: string;
  readonly notations: readonly string[];
}

/** Every notation of a random sample reads as that and nothing else, in random surroundings, with any space. */
function expectOneReading(samples: fc.Arbitrary<Sample>): void {
  fc.assert(
    fc.property(samples, around, space, ({ kind, normal, notations }, frame, gap) => {
      for (const notation of notations) {
        const text = frame.replace("@", () => notation.replaceAll(" ", gap));
        const read = findQuantities(text).map((found) => ({ kind: found.kind, normal: found.normal }));
        expect(read, text).toEqual([{ kind, normal }]);
      }
    }),
    { numRuns: 300 },
  );
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function ordinal(day: number): string {
  const ending = { 1: "st", 2: "nd", 3: "rd" }[day > 10 && day < 20 ? 0 : day % 10] ?? "th";
  return `${day}${ending}`;
}

const date = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31T23:59:59Z"), noInvalidDate: true })
  .map((moment): Sample => {
    const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
    const [german = "", english = ""] = [GERMAN_MONTHS[month], ENGLISH_MONTHS[month]];
    const [germanShort = "", englishShort = ""] = [GERMAN_SHORT[month], ENGLISH_SHORT[month]];
    return {
      kind: "date",
      normal: `${year}-${two(month + 1)}-${two(day)}`,
      notations: [
        `${day}. ${german} ${year}`,
        `${day}.${german} ${year}`,
        `${two(day)}. ${german.toUpperCase()} ${year}`,
        `${day}. ${german.normalize("NFD")} ${year}`,
        `${day}. ${germanShort} ${year}`,
        `${english} ${day}, ${year}`,
        `${english} ${ordinal(day)}, ${year}`,
        `${ordinal(day)} of ${english} ${year}`,
        `${day} ${english} ${year}`,
        `${day} ${englishShort} ${year}`,
        `${englishShort}. ${day}, ${year}`,
        `${two(day)}.${two(month + 1)}.${year}`,
        `${day}.${month + 1}.${year}`,
        `${day}. ${month + 1}. ${year}`,
        `${year}-${two(month + 1)}-${two(day)}`,
      ],
    };
  });

/** A decimal of `digits` whole units and a fraction, in both notations. */
interface Decimal {
  readonly whole: number;
  readonly fraction: string;
}

function grouped(whole: number, separator: string): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

function german({ whole, fraction }: Decimal, separator = "."): string {
  return grouped(whole, separator) + (fraction === "" ? "" : `,${fraction}`);
}

function english({ whole, fraction }: Decimal, separator = ","): string {
  return grouped(whole, separator) + (fraction === "" ? "" : `.${fraction}`);
}

/** The decimal times ten to the `exponent`, without trailing zeros: by big integers, apart from what is tested. */
function exact({ whole, fraction }: Decimal, exponent: number): string {
  const units = BigInt(whole + fraction) * 10n ** BigInt(exponent);
  const digits = String(units).padStart(fraction.length + 1, "0");
  const at = digits.length - fraction.length;
  const rest = digits.slice(at).replace(/0+$/, "");
  return rest === "" ? digits.slice(0, at) : `${digits.slice(0, at)}.${rest}`;
}

function decimal(most: number, longestFraction: number): fc.Arbitrary<Decimal> {
  const fraction = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: longestFraction });
  return fc.record({ whole: fc.integer({ min: 1, max: most }), fraction });
}

const SCALES = [
  { exponent: 6, german: ["Millionen", "Mio.", "Mio"], english: ["million", "million"], short: "m" },
  { exponent: 9, german: ["Milliarden", "Mrd.", "Mrd"], english: ["billion", "bn"], short: "bn" },
  { exponent: 12, german: ["Billionen"], english: ["trillion"], short: "tn" },
] as const;

const scaled = fc.tuple(decimal(9_999, 3), fc.constantFrom(...SCALES));

const scaledNumber = scaled.map(
  ([value, scale]): Sample => ({
    kind: "number",
    normal: exact(value, scale.exponent),
    notations: [
      ...scale.german.flatMap((word) => [`${german(value)} ${word}`, `${german(value, "")} ${word}`]),
      ...scale.english.flatMap((word) => [`${english(value)} ${word}`, `${english(value)}-${word}`]),
    ],
  }),
);

const CURRENCIES = [
  { code: "EUR", sign: "€", german: "Euro", english: "euros" },
  { code: "USD", sign: "$", german: "US-Dollar", english: "dollars" },
  { code: "GBP", sign: "£", german: "Pfund", english: "pounds" },
  { code: "CHF", sign: "CHF", german: "Schweizer Franken", english: "Swiss francs" },
] as const;

const amount = fc.tuple(scaled, fc.constantFrom(...CURRENCIES)).map(
  ([[value, scale], currency]): Sample => ({
    kind: "amount",
    normal: `${exact(value, scale.exponent)} ${currency.code}`,
    notations: [
      ...scale.german.flatMap((word) => [
        `${german(value)} ${word} ${currency.german}`,
        `${german(value)} ${word} ${currency.sign}`,
        `${currency.code} ${german(value)} ${word}`,
      ]),
      ...scale.english.flatMap((word) => [
        `${english(value)} ${word} ${currency.english}`,
        `${currency.code} ${english(value)} ${word}`,
      ]),
      `${currency.sign} ${english(value)} ${scale.english[0]}`,
    ],
  }),
);

/** Glued together only without three digits behind a single mark, which nothing tells from thousands there. */
const shortAmount = fc.tuple(decimal(999, 2), fc.constantFrom(...SCALES), fc.constantFrom(...CURRENCIES)).map(
  ([value, { exponent, short }, currency]): Sample => ({
    kind: "amount",
    normal: `${exact(value, exponent)} ${currency.code}`,
    notations: [currency.sign, currency.code].flatMap((mark) => [
      `${mark}${english(value)}${short}`,
      `${mark}${english(value)}${short.toUpperCase()}`,
      `${mark} ${english(value)} ${short}`,
    ]),
  }),
);

const percent = decimal(999, 2).map(
  (value): Sample => ({
    kind: "percent",
    normal: `${exact(value, 0)}%`,
    notations: [
      `${german(value)} %`,
      `${german(value)}%`,
      `${german(value)} Prozent`,
      `${german(value)}-prozentige`,
      `${german(value)}‑prozentige`,
      `${english(value)} %`,
      `${english(value)}%`,
      `${english(value)}％`,
      `${english(value)} percent`,
      `${english(value)} per cent`,
    ],
  }),
);

/** From 10,000 on, so that nothing is a year. */
const number = fc
  .record({ whole: fc.integer({ min: 10_000, max: 1e12 }), fraction: fc.constantFrom("", "5", "25") })
  .map(
    (value): Sample => ({
      kind: "number",
      normal: exact(value, 0),
      notations: [
        german(value),
        english(value),
        german(value, " "),
        english(value, " "),
        english(value, "’"),
        english(value, "'"),
        german(value, ""),
        english(value, ""),
      ],
    }),
  );

const UNITS = [
  { unit: "year", german: ["Jahre", "Jahren"], adjective: "jährige", english: "years", single: "year" },
  { unit: "month", german: ["Monate", "Monaten"], adjective: "monatige", english: "months", single: "month" },
  { unit: "week", german: ["Wochen"], adjective: "wöchige", english: "weeks", single: "week" },
  { unit: "day", german: ["Tage", "Tagen"], adjective: "tägige", english: "days", single: "day" },
] as const;

const duration = fc.tuple(fc.integer({ min: 2, max: 999 }), fc.constantFrom(...UNITS)).map(
  ([count, { unit, german: words, adjective, english: plural, single }]): Sample => ({
    kind: "duration",
    normal: `${count} ${unit}`,
    notations: [
      ...words.map((word) => `${count} ${word}`),
      `${count}-${adjective}`,
      `${count}‑${adjective}`,
      `${count}-${adjective.normalize("NFD")}`,
      `${count} ${plural}`,
      `${count}-${single}`,
    ],
  }),
);

describe("every notation of both languages means the same", () => {
  it("for dates", () => expectOneReading(date));
  it("for millions, billions and trillions", () => expectOneReading(scaledNumber));
  it("for amounts of money", () => expectOneReading(amount));
  it("for amounts with letters for millions and billions", () => expectOneReading(shortAmount));
  it("for percentages", () => expectOneReading(percent));
  it("for large numbers", () => expectOneReading(number));
  it("for durations", () => expectOneReading(duration));
});

describe("what is no date", () => {
  const impossible = fc.constantFrom(
    [29, 2, 2025],
    [30, 2, 2024],
    [31, 4, 2026],
    [31, 11, 2026],
    [0, 5, 2026],
    [1, 13, 2026],
  );

  it("is not read as one in figures", () => {
    fc.assert(
      fc.property(impossible, around, ([day = 0, month = 0, year = 0], frame) => {
        for (const notation of [`${two(day)}.${two(month)}.${year}`, `${year}-${two(month)}-${two(day)}`]) {
          const dates = findQuantities(frame.replace("@", notation)).filter(({ normal }) =>
            /^\d{4}-\d\d-\d\d$/.test(normal),
          );
          expect(dates, notation).toEqual([]);
        }
      }),
    );
  });
});
