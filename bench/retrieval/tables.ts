import { DIRECTIONS } from "../../evals/open-data/directions.js";
import { markdownTable } from "../../evals/reporting/markdown-table.js";
import type { Interval } from "../../evals/statistics/interval.js";
import { METRIC_NAMES, type MetricName } from "./metrics.js";
import type { Cost, Quality, Score } from "./quality.js";

/** For every setting a table of each metric, in per cent with the 95 % interval, and then what the searches cost. */
export function qualityTables({ scores, costs }: Quality): string {
  const settings = [...new Set(scores.map(({ setting }) => setting))];
  const tables = settings.flatMap((setting) => {
    const own = scores.filter((score) => score.setting === setting);
    return METRIC_NAMES.map((metric) => `**${setting}: ${metric}**\n\n${scoreTable(own, metric)}`);
  });
  return [...tables, `**cost, 240 paragraphs**\n\n${costTable(costs)}`].join("\n\n");
}

function scoreTable(scores: readonly Score[], metric: MetricName): string {
  const columns = [...DIRECTIONS, "all"] as const;
  const rows = [...new Set(scores.map(({ system }) => system))].map((system) => [
    system,
    ...columns.map((direction) => {
      const score = scores.find((it) => it.system === system && it.direction === direction);
      return score === undefined ? "" : percent(score.metrics[metric]);
    }),
  ]);
  return markdownTable(["question > document", ...columns], rows);
}

function percent({ mean, low, high }: Interval): string {
  const show = (share: number) => (100 * share).toFixed(1);
  return `${show(mean)} (${show(low)}–${show(high)})`;
}

function costTable(costs: readonly Cost[]): string {
  const rows = costs.map(({ system, p50Ms, p95Ms, buildMs, diskBytes }) => [
    system,
    p50Ms.toFixed(2),
    p95Ms.toFixed(2),
    (buildMs / 1000).toFixed(2),
    diskBytes === null ? "–" : (diskBytes / 1e6).toFixed(1),
  ]);
  return markdownTable(["", "search p50, ms", "search p95, ms", "build, s", "on disk, MB"], rows);
}
