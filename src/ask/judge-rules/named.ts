import { ORGANISATIONS } from "../../language/glossary/organisations.js";
import { POSITIONS } from "../../language/glossary/positions.js";
import { fits } from "../answer-fit.js";
import { wordsOf } from "../sentence-views.js";
import type { SentenceView, Term } from "../steps.js";
import { holds } from "../term-match.js";
import type { Rule } from "./rule.js";

/** Organisations that are spoken of without a name as well. */
const UNNAMED: ReadonlySet<string> = new Set(
  "industry public_sector private_sector network alliance market_leader administration department ward group_structure organisation hospital_group".split(
    " ",
  ),
);

const HOUSES: ReadonlySet<string> = new Set(ORGANISATIONS.map(({ id }) => id).filter((id) => !UNNAMED.has(id)));

/** Things and people that have a name by which one would tell them. */
const NAMED: ReadonlySet<string> = new Set([
  ...POSITIONS.map(({ id }) => id).filter((id) => id !== "leadership" && id !== "board"),
  ..."product modelling software application_software radiopharmaceutical founder owner photographer author journalist spokesperson press_contact minister mayor successor predecessor".split(
    " ",
  ),
]);

/** Asks for a name in so many words. */
const BY_NAME =
  /(?<!\p{L})(?:wie hei(?:ß|ss)(?:t|en)|names?,? please|by name|namentlich|beim namen|namen? (?:bitte|reicht|genügt)|bitte (?:mit )?namen?|(?:name|names|namen|title) (?:of|von|der|des|dieser)|what (?:is|are|was|were) (?:.{1,60} )?(?:called|named)|im wortlaut|wortwörtlich|word for word)(?!\p{L})/iu;

const QUOTED = /[„“"»‚‘]([^„“”"»«‚‘’]{2,80})[“”"«‘’]/gu;

/** Who is asked which one, or for a name, is told a name: "with leading manufacturers" names none. */
export const namesAnother: Rule = ({ kind, listed, question, terms }, { view }) => {
  const concepts = kind === "list" ? (listed?.concepts ?? []) : [];
  const isHouse = concepts.some((concept) => HOUSES.has(concept));
  if (!isHouse && !concepts.some((concept) => NAMED.has(concept)) && !BY_NAME.test(question)) return true;
  const names = view.names
    .filter((name) => !isHouse || (name.kind !== "person" && name.kind !== "place"))
    .map(({ surface }) => surface);
  return [...names, ...quotedIn(view)].some((name) => isNew(name, terms));
};

/** Whoever holds a position is a person. */
export const namesTheHolder: Rule = (understood, { view }) => {
  const { kind, terms } = understood;
  return kind !== "person" || !terms.some(({ role }) => role) || fits(understood, view) !== -1;
};

function quotedIn({ text }: SentenceView): string[] {
  return [...text.matchAll(QUOTED)].map(([, quoted = ""]) => quoted);
}

/** Words with a meaning alone make no name: "Interventionelle Radiologie". "Klinikum" tells none from another. */
function isNew(name: string, terms: readonly Term[]): boolean {
  const words = name.split(/[\s-]+/).map((word) => wordsOf(word, null));
  const telling = words.filter(({ concepts }) => concepts.size === 0);
  return telling.some((word) => !terms.some((term) => holds(word, term) > 0));
}
