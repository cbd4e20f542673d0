const YEAR = "(?:20|19)\\d\\d";
/** Another thing: a fiscal year that is named by two years. */
const NOT_TWO = "(?!\\d|[/-]\\d)";
const CLOSE = "[\\s.'’-]{0,2}";

const GERMAN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:G\\.?J\\.?|Gesch\\.?-?\\s?[Jj]ahr|Geschäftsjahr)${CLOSE}(?:(${YEAR})|(\\d\\d))${NOT_TWO}`,
  "giu",
);
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:F\\.?Y\\.?|fiscal(?: year)?|financial year|fin\\.? year)${CLOSE}(?:(${YEAR})|(\\d\\d))${NOT_TWO}`,
  "giu",
);

const MONTH =
  "(?:\\d{1,2}\\.? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember)(?: \\d{1,2})?,?";
/** A fiscal year is named by the year in which it ends. */
const ENDING = new RegExp(
  `(?<!\\p{L})(?:fiscal|financial) year,? (?:that |which )?(?:has |had )?(?:end(?:ed|s|ing)|finish(?:ed|es|ing)|clos(?:ed|es|ing)) (?:on |in |at |with |the |end of |by )*(?:${MONTH} )?(${YEAR})${NOT_TWO}`,
  "giu",
);
const ENDED_GERMAN = new RegExp(
  `(?<!\\p{L})Geschäftsjahrs?,? (?:das|welches) (?:am |im |mit |zum |Ende )*(?:${MONTH} )?(${YEAR}) (?:endete|endet|zu Ende (?:ging|gegangen ist)|abgelaufen ist|ablief|abgeschlossen wurde)`,
  "giu",
);

/** "FY24", "GJ 2025", "fiscal 2024" in the words that documents have: "fiscal year 2024", "Geschäftsjahr 2025". */
export function withFiscalYears(text: string): string {
  const spell = (name: string) => (_whole: string, year: string | undefined, short: string | undefined) =>
    `${name} ${year ?? `20${short}`}`;
  return text
    .replace(ENDING, "fiscal year $1")
    .replace(ENDED_GERMAN, "Geschäftsjahr $1")
    .replace(GERMAN, spell("Geschäftsjahr"))
    .replace(ENGLISH, spell("fiscal year"));
}
