import { describe, expect, it } from "vitest";
import { candidateOf } from "../../../tests/fakes/candidates.js";
import type { Language } from "../../contracts/document.js";
import { viewsOf } from "../sentence-views.js";
import type { Candidate, Finding } from "../steps.js";
import { listingOf, quoteListing } from "./listing.js";

const LEAD = "Die Partner haben zwei Ziele:";
const ITEMS = ["Krebs früher erkennen", "Kinder besser behandeln. Auch Alte."];

/** A sentence of a passage with a list in it, found by its place. */
function found(at: number, language: Language = "de"): Finding {
  const text = [`${LEAD}`, ...ITEMS, "Das Labor öffnet bald."].join("\n");
  const made = candidateOf(text, { language });
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const sentences = [
    { ...spanOf(LEAD), kind: "prose" as const, leadIn: null },
    ...ITEMS.map((item) => ({ ...spanOf(item), kind: "item" as const, leadIn: spanOf(LEAD) })),
    { ...spanOf("Das Labor öffnet bald."), kind: "prose" as const, leadIn: null },
  ];
  const candidate: Candidate = { ...made, passage: { ...made.passage, sentences } };
  const view = viewsOf(candidate.passage, candidate.document)[at];
  if (view === undefined) throw new RangeError("no such sentence");
  return { candidate, at, view, probability: 0.9, rank: 0 };
}

function quoted(at: number, language: Language = "de") {
  const listing = listingOf(found(at, language));
  if (listing === null) throw new RangeError("no list");
  return quoteListing(listing, { language: "de" });
}

describe("a list of a document", () => {
  it("is the same whichever of its sentences was found, and whole", () => {
    for (const at of [0, 1, 2]) {
      expect(quoted(at).flatMap(({ parts }) => parts.map(({ text }) => text))).toEqual([LEAD, ...ITEMS]);
    }
  });

  it("has its lead-in on a line and its items as items", () => {
    expect(quoted(1).map(({ layout }) => layout)).toEqual(["line", "item", "item"]);
  });

  it("is introduced once when it is in another language", () => {
    const [lead, ...items] = quoted(0, "en").map(({ parts }) => parts.map(({ text }) => text).join(""));
    expect(lead).toBe(`Im Dokument „Zentrum Nord und Medtech Süd“ heißt es: “${LEAD}”`);
    expect(items).toEqual(ITEMS);
  });

  it("does not take in what stands below it", () => {
    expect(listingOf(found(3))).toBeNull();
  });
});
