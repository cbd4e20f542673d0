import { RELATIVE_YEARS } from "../follow-up/marks.js";
import type { QuestionPart, Term, Understood } from "../steps.js";
import { attributeKind } from "../understand/keywords.js";
import { termsOf } from "../understand/terms.js";
import { asksForDetail, tidied } from "./part.js";

/** Between two years that are asked for one by one; a slash makes one fiscal year of two. */
const BETWEEN =
  /^(?:[\s,]*(?:und|and|sowie|to|bis|vs\.?|versus|gegenüber|gegen|against|zu|auf|oder|or|im vergleich(?: (?:zu|mit))?|im gegensatz zu|verglichen mit|compare[ds]?(?: (?:to|with))?|than|als|dann|then|with|mit|in|im|for|für|from|von|das|the|geschäftsjahr|fiscal|financial|jahr|years?|des|vom|zum|of|that|those|dem|den)(?!\p{L})|\s*[–—-])+[\s,]*$/iu;
const BEFORE =
  /(?:\s*(?<!\p{L})(?:from|between|zwischen|von|vom|in|im|for|für|the|den|dem|das|both|beide[nr]?|fiscal|financial|years?|geschäftsjahr(?:e|en|es)?|jahr(?:e|en|es)?|of|des|and|und))+\s*$/iu;
const FISCAL = /(?<!\p{L})(?:geschäftsjahr\p{L}*|fiscal|financial)(?!\p{L})/iu;
/** A range of time is one thing to ask for, unless it is asked how something changed in it. */
const RANGE =
  /(?<!\p{L})(?:zwischen|between|from|von)\s+(?:(?:den|dem|the|jahren?|years?|geschäftsjahre?n?|fiscal|financial)\s+){0,3}$/iu;
const CHANGING =
  /(?<!\p{L})(?:higher|lower|bigger|larger|smaller|more|less|höher|niedriger|größer|kleiner|mehr|weniger|entwickel\p{L}*|entwicklung|veränder\p{L}*|geändert|änder\p{L}+|chang(?:e|es|ed|ing)|develop(?:s|ed|ment)?|evolve[ds]?|evolution|gr[eo]w(?:s|n|th|ing)?|increas\p{L}+|decreas\p{L}+|r[io]se[ns]?|f[ae]ll(?:en)?|wachs\p{L}*|wuchs\p{L}*|gewachsen|wachstum|gestiegen|stieg\p{L}*|steig\p{L}*|gesunken|sank\p{L}*|zugenommen|abgenommen|vergleich\p{L}*|vergleiche|verglichen|compar\p{L}+|gegenüber\p{L}*|gegenüberstell\p{L}*|side|nebeneinander|put|stell\p{L}*|differ\p{L}*|unterschied\p{L}*|unterscheid\p{L}*)(?!\p{L})/iu;

/** Of two years the question for each: "Wie hoch war der Umsatz 2024?", "Wie hoch war der Umsatz 2025?" */
export function yearsOf(understood: Understood): QuestionPart[] {
  const { standalone, language, terms, kind } = withRelativeYear(understood);
  const years = terms.filter(({ quantity }) => quantity?.kind === "year").sort((a, b) => a.start - b.start);
  const [one, other, ...more] = years;
  if (one === undefined || other === undefined || more.length > 0 || one.start < 0 || other.start < 0) return [];
  if (!BETWEEN.test(standalone.slice(one.end, other.start))) return [];
  const isChange = kind === "comparison" || CHANGING.test(standalone);
  const head = standalone.slice(0, one.start);
  if (RANGE.test(head) && !isChange) return [];
  const tail = standalone.slice(other.end);
  const isSubstituted = !isChange && asksForDetail(standalone, language);
  const asking = (year: Term) =>
    isSubstituted ? tidied(head + year.surface + tail) : keywordsFor(year, { head, tail, terms, language, standalone });
  const parts = years.map(
    (year): QuestionPart => ({
      question: asking(year),
      asked: year.surface,
      label: year.surface,
    }),
  );
  return parts.every(({ question }) => question !== "" && asksForDetail(question, language)) ? parts : [];
}

/** "2025 im Vergleich zum Vorjahr" as the two years that it names. */
function withRelativeYear(understood: Understood): Understood {
  const { standalone, terms, language } = understood;
  const [year, ...others] = terms.filter(({ quantity }) => quantity?.kind === "year");
  if (year === undefined || others.length > 0) return understood;
  for (const [pattern, on] of RELATIVE_YEARS) {
    if (!pattern.test(standalone)) continue;
    const text = standalone.replace(pattern, String(Number(year.surface) + on));
    return { ...understood, standalone: text, terms: termsOf(text, language) };
  }
  return understood;
}

interface Around extends Pick<Understood, "standalone" | "terms" | "language"> {
  readonly head: string;
  readonly tail: string;
}

/** What has a figure; keywords need no verb. */
const HAVING =
  /(?<!\p{L})(?:have|has|had|hat|hatte|haben|make|made|macht|machte|generate[sd]?|erzielt\p{L}*)(?!\p{L})/giu;

/** "Umsatz von Nordtal Health Geschäftsjahr 2024": what changes, of whom, and when; empty where no figure is named. */
function keywordsFor(year: Term, { head, tail, terms, language, standalone }: Around): string {
  const told = terms.filter(
    ({ quantity, surface, start }) =>
      quantity === null &&
      start >= 0 &&
      !CHANGING.test(surface) &&
      !FISCAL.test(surface) &&
      !/^(?:year|jahr\p{L}*)s?$/iu.test(surface),
  );
  if (!told.some((term) => attributeKind(term) !== null)) return "";
  const within = (from: number, to: number) => told.filter(({ start, end }) => start >= from && end <= to);
  const spans = [within(0, head.length), within(standalone.length - tail.length, standalone.length)];
  const texts = spans.map((span) => standalone.slice(span[0]?.start ?? 0, span.at(-1)?.end ?? 0));
  const isFiscal = FISCAL.test(standalone);
  const named = isFiscal ? (language === "de" ? "Geschäftsjahr " : "fiscal year ") : "";
  const [first = "", second = ""] = texts.map((text) =>
    text.replace(CHANGING, " ").replace(HAVING, " ").replace(BEFORE, ""),
  );
  return tidied(`${first} ${second} ${named}${year.surface}`);
}
