import type { AnswerKind, Finding, Understood } from "./steps.js";

const FIGURES: ReadonlySet<AnswerKind> = new Set(["number", "amount", "percent"]);

/**
 * The findings with the newest year's figure first, where a question for a figure names no year: of several figures the
 * last one is asked for. Only those with at least this share of the best one's probability are moved.
 */
export function preferNewest({ kind, terms }: Understood, passing: readonly Finding[], share: number): Finding[] {
  const [best] = passing;
  const isDated = terms.some(({ quantity }) => quantity?.kind === "year" || quantity?.kind === "date");
  const year = best === undefined ? 0 : yearOf(best);
  if (!FIGURES.has(kind) || isDated || best === undefined || year === 0) return [...passing];
  const close = passing.filter((it) => it.probability >= share * best.probability);
  const newest = close.reduce((newer, it) => (yearOf(it) > yearOf(newer) ? it : newer), best);
  return [newest, ...passing.filter((it) => it !== newest)];
}

/** The last year that a sentence states; 0 when it states none. */
function yearOf({ view }: Finding): number {
  const years = view.quantities.flatMap(({ kind, normal }) =>
    kind === "year" || kind === "date" ? [Number.parseInt(normal, 10)] : [],
  );
  return Math.max(0, ...years.filter((year) => Number.isFinite(year)));
}
