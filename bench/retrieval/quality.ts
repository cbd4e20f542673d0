import { DIRECTIONS, type Direction, LANGUAGES } from "../../evals/open-data/directions.js";
import { clusteredMean } from "../../evals/statistics/clustered-mean.js";
import type { Interval } from "../../evals/statistics/interval.js";
import { quantile } from "../../evals/statistics/quantile.js";
import { timed } from "../timed.js";
import { type Setting, settingsOf } from "./corpora.js";
import type { EmbeddedXquad } from "./embedding.js";
import { METRICS, type MetricName, type Rank, rankOf } from "./metrics.js";
import { openLangChain, openOrama } from "./peers.js";
import type { EmbeddedQuestion, OpenSystems, System } from "./system.js";
import { openExact, openKonsil } from "./systems.js";

/** Asked and not counted: the first searches read word lists and fill caches. */
const WARM_UP = 20;

const OPENERS: readonly OpenSystems[] = [openExact, openKonsil, openLangChain, openOrama];

/** What one system is worth in one setting and direction. */
export interface Score {
  readonly setting: string;
  readonly system: string;
  readonly direction: Direction | "all";
  readonly metrics: Readonly<Record<MetricName, Interval>>;
}

/** What one system costs, over all settings. */
export interface Cost {
  readonly system: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Median of the indexes. */
  readonly buildMs: number;
  readonly diskBytes: number | null;
}

export interface Quality {
  readonly questions: number;
  readonly scores: readonly Score[];
  readonly costs: readonly Cost[];
}

interface Search {
  readonly setting: string;
  readonly system: string;
  readonly direction: Direction;
  readonly article: number;
  readonly rank: Rank;
  readonly ms: number;
}

interface Build {
  readonly system: string;
  readonly buildMs: number;
  readonly diskBytes: number | null;
}

/** Asks every system every question of the articles with an odd index, or an even one, in every setting. */
export async function measureQuality(
  all: EmbeddedXquad,
  half: "odd" | "even",
  say: (text: string) => void,
): Promise<Quality> {
  const questions = all.questions.filter(({ article }) => article % 2 === (half === "odd" ? 1 : 0));
  const searches: Search[] = [];
  const builds: Build[] = [];
  for (const setting of settingsOf(all.xquad)) {
    for (const index of setting.indexes) {
      say(`${setting.name}: ${index.language ?? "both"}`);
      for (const open of OPENERS) {
        const { systems, buildMs, diskBytes, close } = await open(index, all.embedder);
        try {
          for (const system of systems) {
            builds.push({ system: system.name, buildMs, diskBytes });
            searches.push(...(await askAll(setting.name, index, system, questions)));
          }
        } finally {
          await close();
        }
      }
    }
  }
  return {
    questions: questions.length / LANGUAGES.length,
    scores: scoresOf(searches),
    costs: costsOf(searches, builds),
  };
}

async function askAll(
  setting: string,
  index: Setting["indexes"][number],
  system: System,
  questions: readonly EmbeddedQuestion[],
): Promise<Search[]> {
  for (const question of questions.slice(0, WARM_UP)) await system.search(question);
  const searches: Search[] = [];
  for (const question of questions) {
    const { ms, result } = await timed(() => system.search(question));
    const gold = index.paragraphs.find(({ number }) => number === question.paragraph);
    if (gold === undefined) throw new Error(`paragraph ${question.paragraph} is not in the index`);
    const direction = `${question.language}>${gold.language}` as const;
    const { article } = question;
    searches.push({ setting, system: system.name, direction, article, rank: rankOf(gold.id, result), ms });
  }
  return searches;
}

function scoresOf(searches: readonly Search[]): Score[] {
  const systems = namesOf(searches.map(({ system }) => system));
  return namesOf(searches.map(({ setting }) => setting)).flatMap((setting) =>
    systems.flatMap((system) => {
      const own = searches.filter((it) => it.setting === setting && it.system === system);
      return ([...DIRECTIONS, "all"] as const).map((direction) => {
        const some = own.filter((it) => direction === "all" || it.direction === direction);
        return { setting, system, direction, metrics: metricsOf(some) };
      });
    }),
  );
}

function metricsOf(searches: readonly Search[]): Score["metrics"] {
  const estimate = (name: MetricName) =>
    clusteredMean(searches.map(({ article, rank }) => ({ cluster: article, value: METRICS[name](rank) })));
  return {
    "nDCG@10": estimate("nDCG@10"),
    "R@1": estimate("R@1"),
    "R@5": estimate("R@5"),
    "MRR@10": estimate("MRR@10"),
  };
}

function costsOf(searches: readonly Search[], builds: readonly Build[]): Cost[] {
  return namesOf(searches.map(({ system }) => system)).map((system) => {
    const times = searches.filter((it) => it.system === system).map(({ ms }) => ms);
    const own = builds.filter((it) => it.system === system);
    const sizes = own.flatMap(({ diskBytes }) => (diskBytes === null ? [] : [diskBytes]));
    return {
      system,
      p50Ms: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
      buildMs: quantile(
        own.map(({ buildMs }) => buildMs),
        0.5,
      ),
      diskBytes: sizes.length === 0 ? null : quantile(sizes, 0.5),
    };
  });
}

/** Each once, in the order of their first appearance. */
function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)];
}
