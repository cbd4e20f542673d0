import { GLOSSARY } from "../../language/glossary/all.js";
import type { Name } from "../../language/names.js";
import type { Finding, SentenceView, Understood } from "../steps.js";
import type { BareFact } from "./bare-fact.js";
import { fact, frame } from "./parts.js";

const IN = /\b(?:in|at)\s$/iu;
const WHERE = /^(?:und |and )?(?:wo|where)\b/iu;

/** The one place that a sentence puts something in ("in Chicago, USA") and that the question does not name. */
export function placeOf({ terms, standalone, language }: Understood, finding: Finding): BareFact | null {
  const { view, candidate } = finding;
  const asked = new Set(terms.map((term) => term.surface.toLowerCase()));
  const places = view.names.filter(({ kind, surface }) => kind === "place" && !asked.has(surface.toLowerCase()));
  const [run, ...others] = runsOf(view, places).filter(({ start }) => IN.test(view.text.slice(0, start)));
  if (run === undefined || others.length > 0) return null;
  const text = view.text.slice(run.start, run.end);
  const isForeign = candidate.document.language !== null && candidate.document.language !== language;
  if (isForeign && !text.split(", ").every(isSharedName)) return null;
  return { parts: [frame(WHERE.test(standalone) ? "In " : ""), fact(text)], at: run };
}

/** Places that follow each other with nothing but a comma between them: "Chicago, USA". */
function runsOf({ text }: SentenceView, places: readonly Name[]) {
  const runs: { readonly start: number; readonly end: number }[] = [];
  for (const { start, end } of places) {
    const last = runs.at(-1);
    if (last !== undefined && text.slice(last.end, start) === ", ") runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}

/** Whether German and English write a place alike, as far as the glossary knows. */
function isSharedName(place: string): boolean {
  const isListed = (terms: readonly string[]) => terms.some((term) => term.replace(/^=/, "") === place);
  const groups = GLOSSARY.filter(({ de, en }) => isListed(de) || isListed(en));
  return groups.every(({ de, en }) => isListed(de) && isListed(en));
}
