import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createE5Embedder } from "../../src/adapters/embedder-e5.js";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { probabilityOf, rankOf } from "../../src/ask/judge-model.js";
import { createIngester, type Ingester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { readCases } from "../cases/read-cases.js";
import { readOmos, writePage } from "../open-data/omos.js";
import { readXquadQuestions } from "../open-data/xquad-questions.js";
import { cacheEmbedder } from "./cached-embedder.js";
import { fitModel } from "./fit-model.js";
import type { Asked, Trial } from "./trial.js";
import { caseTrials } from "./trials-of-cases.js";
import { omosTrials, xquadTrials } from "./trials-of-data.js";
import { wordMeansOf } from "./word-means-of.js";

/**
 * Fits `src/ask/judge-coefficients.json`, and before it `src/ask/word-means.json`, by which signals are made: on XQuAD's articles with an even index, on the even half of the pages of OMoS-QA,
 * and on our own cases over the corpus. The other halves are for `npm run bench:answers`, and are not looked at here.
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA = path.resolve(ROOT, "../shared/data");

const embedder = cacheEmbedder(
  await createE5Embedder({ model: "multilingual-e5-small-de-en", modelsFolder: path.join(ROOT, "models") }),
  path.join(ROOT, "evals/report/cache"),
);
const folder = mkdtempSync(path.join(tmpdir(), "konsil-judge-"));
const trials: Trial[] = [];

const xquad = readXquadQuestions(DATA);
await withLibrary("xquad", async (asked, ingester) => {
  for (const document of xquad.documents) await upload(ingester, document);
  embedder.save();
  const tuned = new Set(xquad.questions.filter(({ article }) => article % 2 === 0).map((it) => it.paragraphId));
  const means = await wordMeansOf(asked.library, embedder.dimensions, tuned);
  writeFileSync(path.join(ROOT, "src/ask/word-means.json"), `${JSON.stringify(means)}\n`);
  trials.push(...(await xquadTrials(asked, xquad)));
});

const omos = readOmos(DATA);
const written = new Map(omos.map(({ page }) => [page.id, writePage(page)]));
await withLibrary("omos", async (asked, ingester) => {
  for (const { document } of written.values()) await upload(ingester, document);
  embedder.save();
  trials.push(...(await omosTrials(asked, omos, written)));
});

await withLibrary("corpus", async (asked, ingester) => {
  await ingester.ingestPaths([path.join(ROOT, "corpus")]);
  trials.push(...(await caseTrials(asked, readCases(path.join(ROOT, "evals/cases")))));
});
embedder.save();

const model = fitModel(trials);
writeFileSync(path.join(ROOT, "src/ask/judge-coefficients.json"), `${JSON.stringify(model, null, 2)}\n`);
console.log(JSON.stringify(model, null, 2));
for (const source of [...new Set(trials.map((trial) => trial.source))]) {
  const firsts = trials.filter((trial) => trial.source === source).map(({ rows }) => first(rows));
  const share = (count: number) => `${((100 * count) / firsts.length).toFixed(1)} %`;
  const sure = [0.2, 0.3, 0.4, 0.5, 0.6].map((limit) => share(firsts.filter((it) => it.probability >= limit).length));
  console.log(`${source}: ${firsts.length}, first right ${share(firsts.filter(({ gold }) => gold).length)}`);
  console.log(`  at least .2 .3 .4 .5 .6: ${sure.join(" ")}`);
}
rmSync(folder, { recursive: true });
await embedder.close();

async function withLibrary(name: string, work: (asked: Asked, ingester: Ingester) => Promise<void>): Promise<void> {
  const { id, dimensions } = embedder;
  const library = await createLocalLibrary({ folder: path.join(folder, name), recipe: recipeOf(id), dimensions });
  try {
    await work({ library, embedder }, createIngester({ library, embedder }));
  } finally {
    await library.close();
  }
}

interface Text {
  readonly id: string;
  readonly language: string;
  readonly title: string | null;
  readonly text: string;
}

async function upload(ingester: Ingester, { id, language, title, text }: Text): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const given = { language, ...(title === null ? {} : { title }) };
  await ingester.ingestUpload({ name: `${id}.txt`, mediaType: "text/plain", bytes, given }, { id });
}

/** What the fitted model puts first, and how sure it is. */
function first(rows: Trial["rows"]): { readonly gold: boolean; readonly probability: number } {
  const [best] = rows.filter((row) => row.passes).sort((a, b) => rankOf(b, model) - rankOf(a, model));
  return { gold: best?.gold ?? false, probability: best === undefined ? 0 : probabilityOf(best, model) };
}
