import type { Document } from "../../contracts/document.js";
import { findNames } from "../../language/names.js";
import { wordsOf } from "../sentence-views.js";
import type { Rule } from "./rule.js";

/** Documents never change, so what was read out of one is kept as long as the library keeps the object. */
const known = new WeakMap<Document, readonly string[]>();

/** The partners of a collaboration: as the document is described, or else as its title names them. */
function partiesOf(document: Document): readonly string[] {
  const { partners, title, language } = document;
  if (partners.length > 0) return partners;
  const read = known.get(document);
  if (read !== undefined) return read;
  const names = findNames(title ?? "", language).filter(({ kind }) => kind !== "place" && kind !== "person");
  const made = names.map(({ surface }) => surface);
  known.set(document, made);
  return made;
}

/** What is said of one partner is not said of the other. */
export const holdsThePartner: Rule = ({ kind, standalone }, { view, candidate: { document } }) => {
  const parties = partiesOf(document);
  const asked = parties.filter((partner) => isNamedIn(standalone, partner));
  const stated = parties.filter((partner) => isNamedIn(view.text, partner));
  const isOfOne = asked.length === 1 && stated.length === 1 && kind !== "comparison" && kind !== "yesno";
  return !isOfOne || asked[0] === stated[0];
};

/** By its whole name, or its first word where that alone tells it: no "Klinikum". */
function isNamedIn(text: string, partner: string): boolean {
  const [first = partner] = partner.split(/[\s-]/, 1);
  const isTelling = wordsOf(first, null).concepts.size === 0;
  return text.includes(partner) || (isTelling && text.includes(first));
}
