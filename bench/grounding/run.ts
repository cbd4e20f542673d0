import { parseArgs } from "node:util";
import { openLibrary, readGood, showSources } from "../../evals/grounding/grounding-set.js";
import { createMeasurement, type Measured, quotesAnother } from "../../evals/grounding/measure.js";
import { isForFitting } from "../../evals/grounding/pick.js";
import { markdownTable } from "../../evals/reporting/markdown-table.js";
import { LIMITS, type WordLimits } from "../../src/ask/ground-written/limits.js";
import { share } from "../answers/tables.js";
import { loadBundledModel } from "../model.js";
import { catchTable, lossTable, markerTable } from "./tables.js";

/**
 * Measures the grounding of generated text on `evals/grounding`. `--curve` also measures other limits on the fitting half,
 * by which they are chosen; `--misses` names what was not caught and what was lost.
 */
const { values: options } = parseArgs({
  options: { curve: { type: "boolean", default: false }, misses: { type: "boolean", default: false } },
});

function say(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

/** Kinds that words alone tell from good sentences. */
const BY_WORDS: ReadonlySet<string> = new Set(["topic", "role", "clause invented", "clause of another document"]);

const SHIFTS = [-0.1, 0, 0.1, 0.2];

function limitsToTry(): (readonly [string, WordLimits])[] {
  const cosines = SHIFTS.map((by): [string, WordLimits] => {
    const moved = {
      across: LIMITS.across + by,
      word: LIMITS.word + by,
      known: LIMITS.known + by,
      acrossKnown: LIMITS.acrossKnown + by,
    };
    return [`cosines ${by > 0 ? "+" : ""}${by.toFixed(2)}`, { ...LIMITS, ...moved }];
  });
  const points = [1, 3].map((unmet): [string, WordLimits] => [
    `unmet ${unmet}, across ${unmet + 1}`,
    { ...LIMITS, unmet, unmetAcross: unmet + 1 },
  ]);
  const shares = [0.5, 0.7, 0.8].map((coverage): [string, WordLimits] => [
    `coverage ${coverage.toFixed(1)}`,
    { ...LIMITS, coverage, repaired: Math.max(coverage, LIMITS.repaired) },
  ]);
  return [...cosines, ...points, ...shares];
}

function curveRow(name: string, { good, corrupted }: Measured): string[] {
  const lost = good.filter(({ verdict }) => !verdict.stands).length / good.length;
  const byWords = corrupted.filter((it) => BY_WORDS.has(it.corrupted.kind));
  const caught = (all: readonly Measured["good"][number][]) =>
    all.filter(({ verdict }) => !verdict.stands).length / all.length;
  return [name, share(lost), share(caught(byWords)), share(caught(corrupted))];
}

function missesOf(name: string, { good, corrupted, wrongMarkers }: Measured): string {
  const lost = good.flatMap(({ good: it, verdict }) =>
    verdict.stands ? [] : [`- lost (${verdict.reason}) ${it.id}: ${it.text}`],
  );
  const missed = corrupted.flatMap(({ corrupted: it, verdict }) =>
    verdict.stands ? [`- not caught ${it.id}: ${it.text}`] : [],
  );
  const wrong = wrongMarkers.filter(quotesAnother).map(({ good: it }) => `- another document ${it.id}: ${it.text}`);
  return [`${name}:`, ...lost, ...missed, ...wrong].join("\n");
}

const embedder = await loadBundledModel();
const library = await openLibrary(embedder);
const all = readGood("good.yaml");
const unseen = readGood("unseen.yaml");
const second = readGood("unseen-2.yaml");
const shown = await showSources({ library, embedder }, [...all, ...unseen, ...second]);
const measurement = createMeasurement(embedder, shown);
const fitting = all.filter(({ id }) => isForFitting(id));
const reported = all.filter(({ id }) => !isForFitting(id));

if (options.curve) {
  const rows: string[][] = [];
  for (const [name, limits] of limitsToTry())
    rows.push(curveRow(name, await measurement.measure(fitting, all, limits)));
  say(markdownTable(["fitting half, %", "good sentences lost", "caught, by words", "caught, all"], rows));
}
const parts = {
  "fitting half": await measurement.measure(fitting, all),
  "reported half": await measurement.measure(reported, all),
  unseen: await measurement.measure(unseen, unseen),
  "second unseen": await measurement.measure(second, second),
};
const { documents } = await library.documents();
const languageOf = (id: string) => documents.find((it) => it.id === id)?.language ?? "?";
say(catchTable(parts));
say(lossTable(parts, languageOf));
say(markerTable(parts));
say(
  `Grounding takes ${(await measurement.timeOf(reported)).toFixed(1)} ms a sentence, the reading by the model apart.`,
);
if (options.misses) for (const [name, part] of Object.entries(parts)) say(missesOf(name, part));
await library.close();
await embedder.close();
