import { CORRUPTIONS } from "../../evals/grounding/corrupt.js";
import type { Grounding, Measured } from "../../evals/grounding/measure.js";
import { quotesAnother } from "../../evals/grounding/measure.js";
import { markdownTable } from "../../evals/reporting/markdown-table.js";
import { wilson } from "../../evals/statistics/wilson.js";
import { percent } from "../answers/tables.js";

const GROUPS = {
  "numbers, dates, names, negations": [
    "number",
    "scale",
    "unit",
    "date",
    "person",
    "organisation",
    "place",
    "invented name",
    "negation",
  ],
} as const;

function caughtCell(all: readonly Grounding[]): string {
  const caught = all.filter(({ verdict }) => !verdict.stands).length;
  return all.length === 0 ? "–" : `${caught} of ${all.length}, ${percent(wilson(caught, all.length))}`;
}

/** Catch rates by kind, one column a part. */
export function catchTable(parts: Readonly<Record<string, Measured>>): string {
  const rowOf = (name: string, kinds: readonly string[]) => [
    name,
    ...Object.values(parts).map(({ corrupted }) =>
      caughtCell(corrupted.filter((it) => kinds.includes(it.corrupted.kind))),
    ),
  ];
  const rows = [
    ...CORRUPTIONS.map((kind) => rowOf(kind, [kind])),
    ...Object.entries(GROUPS).map(([name, kinds]) => rowOf(`**${name}**`, kinds)),
    rowOf("**all**", CORRUPTIONS),
  ];
  return markdownTable(["corruption, caught", ...Object.keys(parts)], rows);
}

/** Good sentences that are lost, by the language of the answer and of the document. */
export function lossTable(
  parts: Readonly<Record<string, Measured>>,
  languageOf: (documentId: string) => string,
): string {
  const pairs = ["de from de", "en from en", "de from en", "en from de", "all"];
  const rows = pairs.map((pair) => [
    pair,
    ...Object.values(parts).map(({ good }) => {
      const own = good.filter(
        (it) => pair === "all" || `${it.good.language} from ${languageOf(it.good.document)}` === pair,
      );
      const lost = own.filter(({ verdict }) => !verdict.stands).length;
      return own.length === 0 ? "–" : `${lost} of ${own.length}, ${percent(wilson(lost, own.length))}`;
    }),
  ]);
  return markdownTable(["good sentences, lost", ...Object.keys(parts)], rows);
}

/** What became of good sentences whose marker names a source in another document. */
export function markerTable(parts: Readonly<Record<string, Measured>>): string {
  const rows = Object.entries(parts).map(([name, { wrongMarkers }]) => [
    name,
    String(wrongMarkers.length),
    String(wrongMarkers.filter((it) => it.verdict.stands && !quotesAnother(it)).length),
    String(wrongMarkers.filter(({ verdict }) => !verdict.stands).length),
    String(wrongMarkers.filter(quotesAnother).length),
  ]);
  return markdownTable(["wrong marker", "sentences", "repaired", "fell", "stands on another document"], rows);
}
