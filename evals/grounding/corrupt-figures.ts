import { parseNumberWord } from "../../src/language/numerals.js";
import { findQuantities, type Quantity } from "../../src/language/quantities.js";
import type { Corruption } from "./corrupt.js";
import type { GoodSentence } from "./grounding-set.js";
import { choose, pickFrom } from "./pick.js";

type Made = readonly (readonly [Corruption, string])[];

function replaced(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

const NUMERAL = /\d[\d.,]*\d|\d/u;
const COUNTS: ReadonlySet<Quantity["kind"]> = new Set(["number", "amount", "percent", "duration"]);

function countsIn(text: string): Quantity[] {
  return findQuantities(text).filter(({ kind }) => COUNTS.has(kind));
}

const NUMBER_WORDS: Readonly<Record<GoodSentence["language"], readonly string[]>> = {
  de: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  en: "two three four five six seven eight nine ten eleven twelve".split(" "),
};

/** One digit another one, and the whole numeral another one. */
export function changeNumber({ id, text, language }: GoodSentence): Made {
  return countsIn(text).flatMap((quantity, at): (readonly [Corruption, string])[] => {
    const numeral = NUMERAL.exec(quantity.surface);
    if (numeral === null) {
      const word = quantity.surface.split(/[\s-]/u)[0] ?? "";
      if (parseNumberWord(word) === null) return [];
      const others = NUMBER_WORDS[language].filter((it) => it !== word.toLowerCase());
      const other = choose(`${id}/word/${at}`, others);
      return [["number", replaced(text, quantity, quantity.surface.replace(word, other))]];
    }
    const start = quantity.start + numeral.index;
    const digits = [...numeral[0]].flatMap((char, place) => (/\d/.test(char) ? [place] : []));
    const place = choose(`${id}/digit/${at}`, digits);
    const digit = (Number(numeral[0][place]) + 1 + pickFrom(`${id}/by/${at}`, 8)) % 10;
    const changed = `${numeral[0].slice(0, place)}${place === 0 && digit === 0 ? 9 : digit}${numeral[0].slice(place + 1)}`;
    const other = numeral[0].replace(/\d/g, (it, index) =>
      String((Number(it) + 1 + pickFrom(`${id}/${at}/${index}`, 8)) % 10 || 1),
    );
    const span = { start, end: start + numeral[0].length };
    return [
      ["number", replaced(text, span, changed)],
      ["number", replaced(text, span, other)],
    ];
  });
}

/** Ten or a thousand times as much. */
export function changeScale({ id, text, language }: GoodSentence): Made {
  return countsIn(text).flatMap((quantity, at): (readonly [Corruption, string])[] => {
    const numeral = NUMERAL.exec(quantity.surface)?.[0];
    if (numeral === undefined) return [];
    const [mark, point] = language === "de" ? [".", ","] : [",", "."];
    const isFraction = numeral.includes(point);
    const value = Number(numeral.replaceAll(mark, "").replace(point, "."));
    const larger = value * choose(`${id}/scale/${at}`, [10, 1000]);
    const written =
      isFraction && larger % 1 !== 0
        ? String(larger).replace(".", point)
        : String(Math.round(larger)).replace(/\B(?=(?:\d{3})+$)/g, mark);
    return [["scale", replaced(text, quantity, quantity.surface.replace(numeral, written))]];
  });
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bMilliarden\b/u, "Millionen"],
  [/\bMillionen\b/u, "Milliarden"],
  [/\bMrd\./u, "Mio."],
  [/\bMio\./u, "Mrd."],
  [/\bbillion\b/u, "million"],
  [/\bmillion\b/u, "billion"],
  [/(?<=\d\s?)(?:%|Prozent)(?!\p{L})/u, " Prozentpunkte"],
  [/(?<=\d\s?)(?:%|percent)(?!\p{L})/u, " percentage points"],
  [/\bEuro\b/u, "Dollar"],
  [/\beuros\b/u, "dollars"],
  [/\bDollar\b/u, "Euro"],
  [/(?<=\d )€/u, "$"],
  [/€(?=\d)/u, "$"],
  [/\$(?=\d)/u, "£"],
  [/(?<=(?:\d|\p{L}) )Jahre(n?)\b/u, "Monate$1"],
  [/(?<=(?:\d|two|three|twelve) )years\b/u, "months"],
  [/(?<=\d )Tage\b/u, "Wochen"],
  [/(?<=\d )days\b/u, "weeks"],
  [/(?<=\d )Stunden\b/u, "Tage"],
  [/(?<=\d )hours\b/u, "days"],
  [/(?<=einer )Stunde\b/u, "Minute"],
  [/(?<=one )hour\b/u, "minute"],
  [/\bJahrzehnten\b/u, "Jahren"],
];

export function changeUnit({ text, language }: GoodSentence): Made {
  return UNITS.flatMap(([unit, other]): (readonly [Corruption, string])[] => {
    const isOfLanguage = /Prozentpunkte|percentage/.test(other) ? /Prozent/.test(other) === (language === "de") : true;
    return unit.test(text) && isOfLanguage ? [["unit", text.replace(unit, other).replace(/ {2}/g, " ")]] : [];
  });
}

const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bmehr als(?= (?:\d|zwei))/u, "weniger als"],
  [/\bMehr als die Hälfte/u, "Weniger als die Hälfte"],
  [/\büber(?= \d)/u, "unter"],
  [/\bmore than(?= \d)/u, "less than"],
  [/\bover(?= \d)/u, "under"],
  [/\bOver half/u, "Less than half"],
  [/\bbis zu(?= \d)/u, "mehr als"],
  [/\bup to(?= \d)/u, "more than"],
  [/\brund(?= \d)/u, "mehr als"],
  [/\baround(?= [\d€])/u, "more than"],
  [/\babout(?= [\d€])/u, "less than"],
  [/\betwa(?= \d)/u, "weniger als"],
];

export function changeBound({ text }: GoodSentence): Made {
  return BOUNDS.flatMap(([bound, other]): Made => (bound.test(text) ? [["bound", text.replace(bound, other)]] : []));
}

const MONTHS = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** Another day, another month, another year. */
export function changeDate({ id, text, language }: GoodSentence): Made {
  return findQuantities(text)
    .filter(({ kind }) => kind === "date" || kind === "year")
    .flatMap((quantity, at): Made => {
      const { surface } = quantity;
      const made: string[] = [];
      const year = /(?:19|20)\d\d/u.exec(surface)?.[0];
      if (year !== undefined)
        made.push(surface.replace(year, String(Number(year) + choose(`${id}/year/${at}`, [-3, -2, -1, 1, 2]))));
      const month = MONTHS[language].find((it) => surface.includes(it));
      if (month !== undefined)
        made.push(
          surface.replace(
            month,
            choose(
              `${id}/month/${at}`,
              MONTHS[language].filter((it) => it !== month),
            ),
          ),
        );
      const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(surface)?.[0];
      if (day !== undefined && quantity.kind === "date")
        made.push(surface.replace(day, String((Number(day) % 27) + 1)));
      return made.map((other) => ["date", replaced(text, quantity, other)] as const);
    });
}
