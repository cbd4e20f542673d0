import { describe, expect, it } from "vitest";
import { conceptsOf } from "../glossary.js";
import { formsOf } from "../glossary-forms.js";
import { buildGlossaryIndex } from "../glossary-index.js";
import { analyseWords } from "../words.js";
import { GLOSSARY } from "./all.js";

const LANGUAGES = ["de", "en"] as const;
const index = buildGlossaryIndex(GLOSSARY);

/**
 * Words that truly mean more than one thing: "Preis" is a price and a prize, "Nutzen" what something is good for and how
 * the verb is spelled, a boss runs a company as well as a clinic,
 * "bestehen" is to exist and to consist of something.
 */
const AMBIGUOUS = [
  "de nutzen: use benefit",
  "de boss: director managing_director chief_executive",
  "de chef: director managing_director chief_executive",
  "de chefin: director managing_director chief_executive",
  "de preis: price award",
  "de titel: award name",
  "de besteh: include exist",
  "de besteht: include exist",
  "de amerika: united_states americas",
  "en boss: director managing_director chief_executive",
  "en extend: extend expand",
  "en extens: extend expand",
  "en titl: award name",
  "en america: united_states americas",
];

describe("the glossary", () => {
  it("has every id once", () => {
    const ids = GLOSSARY.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("has terms in both languages for every concept", () => {
    expect(GLOSSARY.filter(({ de, en }) => de.length === 0 || en.length === 0)).toEqual([]);
  });

  it("names as broader only other concepts, without a circle", () => {
    const ids = new Set(GLOSSARY.map(({ id }) => id));
    for (const { id } of GLOSSARY) {
      const above: string[] = [];
      for (let here = index.broader.get(id); here !== undefined; here = index.broader.get(here)) {
        expect(ids).toContain(here);
        expect([id, ...above]).not.toContain(here);
        above.push(here);
      }
    }
  });

  it("gives one meaning to every stem of a language, but for the allowed ones", () => {
    const ambiguous = LANGUAGES.flatMap((language) =>
      [...index.own[language].exact, ...index.own[language].stems].flatMap(([key, concepts]) =>
        concepts.length > 1 ? [`${language} ${key}: ${concepts.join(" ")}`] : [],
      ),
    );
    expect(ambiguous).toEqual(AMBIGUOUS);
  });

  it("gives the same meaning to a stem that both languages have", () => {
    const contradictions = [...index.own.de.stems].filter(([stem, concepts]) => {
      const other = index.own.en.stems.get(stem);
      return other !== undefined && other.join() !== concepts.join();
    });
    expect(contradictions).toEqual([]);
  });

  it.each(LANGUAGES)("finds every term of every concept in a text (%s)", (language) => {
    const lost = GLOSSARY.flatMap(({ id, [language]: terms }) =>
      terms
        .flatMap((term) => formsOf(term, language).forms[0] ?? [])
        .filter((form) => {
          const hits = conceptsOf(analyseWords(`und x ${form}`, language), language);
          return !hits.some(({ concept, partial }) => concept === id && !partial);
        }),
    );
    expect(lost).toEqual([]);
  });
});
