import { writeFileSync } from "node:fs";
import path from "node:path";
import { createE5Embedder } from "../../src/adapters/embedder-e5.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { probabilityOf } from "../../src/ask/judge.js";
import { passes } from "../../src/ask/judge-rules.js";
import { comparePassing, type Signals, type Weighed, weigh } from "../../src/ask/judge-signals.js";
import { retrieve } from "../../src/ask/retrieve.js";
import { understand } from "../../src/ask/understand.js";
import type { Language } from "../../src/contracts/document.js";
import type { Library } from "../../src/contracts/ports.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { cacheEmbedder } from "./cached-embedder.js";
import { auroc, type Example, fitLogistic } from "./logistic.js";
import { type Paragraph, readXquad } from "./xquad.js";

/**
 * Fits the weights of `src/ask/judge-coefficients.ts` on XQuAD: both languages in one library; every question of the
 * articles with an even index, in both languages, once with its paragraph in the library and once with it taken out,
 * so that only the other paragraphs of its article are left. The odd articles are reported.
 */
const DATA = "../shared/data";
const ROOT = path.resolve(import.meta.dirname, "../..");
/** Sentences a question that are learnt from: those that could be taken for the answer. */
const HARDEST = 15;

/** Every question of a paragraph would take a quarter of an hour; its first and its fourth take some minutes. */
const EVERY = 3;

interface Trial {
  readonly article: number;
  readonly asked: Language;
  /** Languages of the documents that may answer. */
  readonly documents: Language | "both";
  readonly answerable: boolean;
  readonly rows: readonly { readonly signals: Signals; readonly label: boolean }[];
}

const embedder = cacheEmbedder(
  await createE5Embedder({ model: "multilingual-e5-small-de-en", modelsFolder: path.join(ROOT, "models") }),
  path.join(ROOT, "evals/report/cache"),
);
const library = await createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
const paragraphs = { de: readXquad(DATA, "de"), en: readXquad(DATA, "en") };
await ingest();
embedder.save();
const trials = await collect();
embedder.save();
report(trials, "before");
const names = Object.keys(trials[0]?.rows[0]?.signals ?? {});
const examples: Example[] = trials
  .filter((trial) => trial.article % 2 === 0)
  .flatMap((trial) => trial.rows.map((row) => ({ signals: { ...row.signals }, label: row.label, weight: 1 })));
const weights = fitLogistic(examples, names);
const lines = Object.entries(weights).map(([name, weight]) => `  ${name}: ${Number(weight.toFixed(4))},`);
writeFileSync(
  path.join(ROOT, "src/ask/judge-coefficients.ts"),
  `import type { Signals } from "./judge-signals.js";

/** Weights of the logistic model of \`judge.ts\`; made by \`npm run judge:fit\`, not by hand. */
export const COEFFICIENTS: Readonly<Record<keyof Signals | "intercept", number>> = {
${lines.join("\n")}
};
`,
);
console.log(lines.join("\n"));
report(trials, "after", weights);
await embedder.close();

async function ingest(): Promise<void> {
  const ingester = createIngester({ library, embedder });
  for (const language of ["de", "en"] as const) {
    for (const paragraph of paragraphs[language]) {
      const bytes = new TextEncoder().encode(paragraph.text.replace(/\s*\n\s*/g, " "));
      await ingester.ingestUpload(
        { name: "p.md", mediaType: "text/markdown", bytes, given: { title: paragraph.title, language } },
        { id: idOf(language, paragraph.number) },
      );
    }
  }
}

function idOf(language: Language, number: number): string {
  return `${language}-${number}`;
}

async function collect(): Promise<Trial[]> {
  const found: Trial[] = [];
  for (const asked of ["de", "en"] as const) {
    for (const paragraph of paragraphs[asked]) {
      for (const [at, question] of paragraph.questions.entries()) {
        for (const documents of ["both", "de", "en"] as const) {
          for (const answerable of [true, false]) {
            if (at % EVERY !== 0) continue;
            found.push(await tryQuestion(library, paragraph, at, question.text, asked, documents, answerable));
          }
        }
      }
    }
  }
  return found;
}

async function tryQuestion(
  library: Library,
  paragraph: Paragraph,
  at: number,
  text: string,
  asked: Language,
  documents: Language | "both",
  answerable: boolean,
): Promise<Trial> {
  const languages = documents === "both" ? (["de", "en"] as const) : [documents];
  const ids = languages.flatMap((language) =>
    paragraphs[language]
      .filter((it) => answerable || it.number !== paragraph.number)
      .map((it) => idOf(language, it.number)),
  );
  const understood = understand({ question: text });
  const vector = embedder.embedQuestion(understood.standalone);
  const { passages } = await library.statistics();
  const evidence = await retrieve(understood, { library, vector, passages }, { filter: { documentIds: ids } });
  const weighed = comparePassing(weigh(understood, evidence).filter((it) => passes(understood, it)));
  const hardest = [...weighed].sort((a, b) => probabilityOf(b.signals) - probabilityOf(a.signals)).slice(0, HARDEST);
  const rows = hardest.map((it) => ({ signals: it.signals, label: isGold(it, paragraph.number, at) }));
  return { article: paragraph.article, asked, documents, answerable, rows };
}

function isGold({ candidate, view }: Weighed, number: number, at: number): boolean {
  const { id, language } = candidate.document;
  if (language === null || id !== idOf(language, number)) return false;
  const answer = paragraphs[language][number]?.questions[at]?.answer;
  return answer !== undefined && view.text.includes(answer.text.trim());
}

function report(all: readonly Trial[], when: string, weights?: Readonly<Record<string, number>>): void {
  const score = (signals: Signals) =>
    weights === undefined ? probabilityOf(signals) : probabilityWith(signals, weights);
  for (const asked of ["de", "en"] as const) {
    for (const documents of ["both", "de", "en"] as const) {
      const some = all.filter((it) => it.article % 2 === 1 && it.asked === asked && it.documents === documents);
      const best = some.map((trial) => ({
        trial,
        top: [...trial.rows].sort((a, b) => score(b.signals) - score(a.signals))[0],
      }));
      const right = best.filter(({ trial, top }) => trial.answerable && top?.label).length;
      const yes = best.filter(({ trial }) => trial.answerable).map(({ top }) => (top ? score(top.signals) : 0));
      const no = best.filter(({ trial }) => !trial.answerable).map(({ top }) => (top ? score(top.signals) : 0));
      const at = (limit: number) =>
        `${percent(yes.filter((p) => p >= limit).length / yes.length)}/${percent(no.filter((p) => p >= limit).length / no.length)}`;
      console.log(
        `${when} ${asked}>${documents} first sentence right ${percent(right / yes.length)} AUROC ${percent(auroc(yes, no))} answered yes/no at .2 ${at(0.2)} .3 ${at(0.3)} .4 ${at(0.4)} .5 ${at(0.5)} .6 ${at(0.6)}`,
      );
    }
  }
}

function probabilityWith(signals: Signals, weights: Readonly<Record<string, number>>): number {
  const logit = Object.entries(signals).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    weights.intercept ?? 0,
  );
  return 1 / (1 + Math.exp(-logit));
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
