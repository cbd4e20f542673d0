import type { Document } from "../../contracts/document.js";
import { findNames } from "../../language/names.js";
import { wordsOf } from "../sentence-views.js";
import type { Rule } from "./rule.js";

/** The ways to name a partner: its whole name, and its first word where that alone tells it: no "Klinikum". */
type Partner = readonly string[];

/** Documents never change, so what was read out of one is kept as long as the library keeps the object. */
const known = new WeakMap<Document, readonly Partner[]>();

/** The partners of a collaboration: as the document is described, or else as its title names them. */
function partnersOf(document: Document): readonly Partner[] {
  const read = known.get(document);
  if (read !== undefined) return read;
  const { partners, title, language } = document;
  const titled = partners.length > 0 ? [] : findNames(title ?? "", language);
  const named = titled.filter(({ kind }) => kind !== "place" && kind !== "person").map(({ surface }) => surface);
  const made = [...partners, ...named].map((name) => {
    const [first = name] = name.split(/[\s-]/, 1);
    return wordsOf(first, null).concepts.size === 0 ? [name, first] : [name];
  });
  known.set(document, made);
  return made;
}

/** What is said of one partner is not said of the other. */
export const holdsThePartner: Rule = ({ kind, standalone }, { view, candidate: { document } }) => {
  if (kind === "comparison" || kind === "yesno") return true;
  const partners = partnersOf(document);
  const asked = partners.filter((partner) => isNamedIn(standalone, partner));
  if (asked.length !== 1) return true;
  const stated = partners.filter((partner) => isNamedIn(view.text, partner));
  return stated.length !== 1 || asked[0] === stated[0];
};

function isNamedIn(text: string, partner: Partner): boolean {
  return partner.some((name) => text.includes(name));
}
