import fc from "fast-check";

const WORDS =
  "Klinik Zusammenarbeit Universitätsklinikum Münster Osnabrück Straße strasse GRÖSSER Ärztinnen Aerzte Patient:innen Kranken\u00adhaus hospital agreement partner’s don't naïve Charité the und der is Vertrag Proﬁl CO₂ İstanbul Łódź".split(
    " ",
  );
const NAMES = [
  "WTZ",
  "Universitätsklinikum Münster (UKM)",
  "UKM-Direktorin",
  "Müller-Lüdenscheidt",
  "Prof. Dr. med. Vera Ott",
  "Herr Jörg von Muster",
  "Vera Ott, ärztliche Direktorin,",
  "sagte Ilvy Beispiel",
  "Muster & Söhne GmbH & Co. KG",
  "University of Samplefield",
  "CEO Jane Lee",
  "Geschäftsführer",
  "z. B.",
  "U.S.",
  "E-Mail",
  "COVID-19",
  "Frankfurt am Main",
];
const FIGURES = [
  "2026",
  "74.000",
  "74,000",
  "74 000",
  "1.234,5",
  "23,4 Milliarden Euro",
  "€23.4bn",
  "$5M",
  "5 US-Dollar",
  "2,125 Mrd. €",
  "80 %",
  "80%",
  "80 Prozent",
  "80-prozentig",
  "80 percent",
  "9. Februar 2026",
  "9. März 2026",
  "February 9, 2026",
  "09.02.2026",
  "2026-02-09",
  "im Jänner 2024",
  "zwölf",
  "fünfundzwanzig",
  "twenty-five",
  "20-jährige",
  "20 years",
  "+49 30 1234-5678",
  "10:30",
  "www.beispiel.example",
];
const ODDITIES = [
  "😀",
  "👩‍⚕️",
  "🇩🇪",
  "שלום עולם",
  "مرحبا 2026",
  "\u202eabc\u202c",
  "北京大学。",
  "Привет",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u200b",
  "\u200f",
  "\ufeff",
  "\u00ad",
  "e\u0301\u0327",
  "\u0308",
  "\ud800",
  "\udc00",
  "²",
  "½",
  "２０２６",
  "x\u20dd",
];
const MARKS = ". ,.;:?!…()[]„“”\"'’»«–—-‑/&%€$#@*_|+=".split("");
const BETWEEN = [" ", " ", " ", " ", "", "\u00a0", "\u202f", "\n", "\n\n", "\t", ", ", ". ", "-", "\u2011"];

const letters = fc.string({ unit: fc.constantFrom(..."aeiouäöüßnrstkéç"), minLength: 1, maxLength: 12 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 6 })
  .map((units) => String.fromCharCode(...units));
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 4, arbitrary: fc.constantFrom(...FIGURES) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODDITIES) },
  { weight: 1, arbitrary: letters },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
  { weight: 1, arbitrary: anyUnits },
);

function joined(of: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(of, fc.constantFrom(...BETWEEN)), { maxLength: 24 })
    .map((pairs) => pairs.map(([text, gap]) => text + gap).join(""));
}

/** Anything that a text may hold: both languages, names, figures, other scripts, control characters, broken pairs. */
export const randomText = joined(piece);

/** German and English words, names and figures, without any oddity. */
export const plainSentence = joined(
  fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NAMES), fc.constantFrom(...FIGURES)),
);
