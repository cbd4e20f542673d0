import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Case } from "../../evals/cases/case.js";
import { gradeAnswer } from "../../evals/cases/grade-answer.js";
import type { Embedder } from "../../src/contracts/ports.js";
import type { Estimate } from "../retrieval/bootstrap.js";
import { wilson } from "./interval.js";
import { openKonsil } from "./konsil.js";

const ROOT = join(import.meta.dirname, "../..");
const CORPUS = join(ROOT, "corpus");
/** The announcements that the corpus sums up lie beside a checkout, where there are any. */
const ORIGINALS = join(ROOT, "../shared/seeds");
const FACTS = join(ROOT, "evals/facts");

export type Documents = "corpus" | "originals";

/** One case, asked and graded. */
export interface CaseResult {
  readonly over: Documents;
  readonly id: string;
  readonly kind: Case["kind"];
  readonly answerable: boolean;
  readonly refused: boolean;
  readonly right: boolean;
  readonly question: string;
  readonly answer: string;
  readonly faults: readonly string[];
}

/** Asks the cases over the corpus, and over the originals where they lie beside the checkout. */
export async function askCases(
  embedder: Embedder,
  cases: readonly Case[],
  say: (text: string) => void,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const over of ["corpus", "originals"] as const) {
    const documents = over === "corpus" ? CORPUS : ORIGINALS;
    if (!existsSync(documents)) continue;
    say(`cases over the ${over}`);
    const konsil = await openKonsil(embedder, { paths: [documents] });
    for (const it of cases.filter((each) => each.over === "both" || each.over === over)) {
      const answer = await konsil.ask(it.question, { history: it.history });
      const { right, faults } = gradeAnswer(it, answer, { idOf: over === "corpus" ? (id) => id : originalOf });
      const refused = answer.status === "abstained";
      const { id, kind, answerable, question } = it;
      results.push({ over, id, kind, answerable, refused, right, question, answer: answer.answer, faults });
    }
    await konsil.close();
  }
  return results;
}

const originalSchema = z.object({ original: z.string() });

/** The id that the original of a document gets: the name of its file. */
function originalOf(document: string): string {
  const { original } = originalSchema.parse(parse(readFileSync(join(FACTS, `${document}.yaml`), "utf8")));
  return original.replace(/\.txt$/, "");
}

export interface CaseShare {
  readonly over: Documents;
  readonly name: string;
  /** With the 95 % interval of Wilson; null where there is no such case. */
  readonly share: Estimate | null;
}

/** Shares over all cases, one set for each choice of documents; then the right ones of each kind. */
export function caseShares(results: readonly CaseResult[]): CaseShare[] {
  const overs = [...new Set(results.map(({ over }) => over))];
  return overs.flatMap((over) => {
    const own = results.filter((it) => it.over === over);
    const answerable = own.filter((it) => it.answerable);
    const unanswerable = own.filter((it) => !it.answerable);
    const shareOf = (name: string, all: readonly CaseResult[], holds: (result: CaseResult) => boolean): CaseShare => ({
      over,
      name,
      share: all.length === 0 ? null : wilson(all.filter(holds).length, all.length),
    });
    const right = ({ right }: CaseResult) => right;
    return [
      shareOf(CASE_SHARES.right, own, right),
      shareOf("answerable, right", answerable, right),
      // A premise that is put right, where the case allows it, is as good as a refusal.
      shareOf(CASE_SHARES.refused, unanswerable, ({ refused, right }) => refused || right),
      shareOf(CASE_SHARES.overRefused, answerable, ({ refused }) => refused),
      ...kindsOf(own).map(({ kind, cases }) => shareOf(`${cases[0]?.answerable ? "+" : "–"} ${kind}`, cases, right)),
    ];
  });
}

/** The shares that something is expected of. */
export const CASE_SHARES = {
  right: "right",
  refused: "unanswerable, refused",
  overRefused: "answerable, refused",
} as const;

/** Answerable kinds first, each in the order of its first case. */
function kindsOf(results: readonly CaseResult[]): { readonly kind: string; readonly cases: readonly CaseResult[] }[] {
  const sorted = [...results.filter((it) => it.answerable), ...results.filter((it) => !it.answerable)];
  const kinds = [...new Set(sorted.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, cases: sorted.filter((it) => it.kind === kind) }));
}
