import { markdownTable } from "../../evals/reporting/markdown-table.js";
import type { WriterTrial } from "./trials.js";

/** What became of the answers and of the sentences that a model wrote, as Markdown. */
export function report(trials: readonly WriterTrial[]): string {
  const answerable = trials.filter((it) => it.case.answerable);
  const asked = trials.filter(({ replies }) => replies.length > 0);
  const worded = trials.filter(({ answer }) => answer.writer.kind === "llm");
  const replies = asked.flatMap((it) => it.replies);
  const fallen = replies.flatMap((it) => it.fallen);
  const told = replies.reduce((sum, it) => sum + it.told, 0);
  const share = (part: number, whole: number) => `${part} of ${whole}`;
  const count = (holds: (trial: WriterTrial) => boolean, of = trials) => share(of.filter(holds).length, of.length);
  const rows = [
    ["cases, of which answerable", share(answerable.length, trials.length)],
    [
      "the model was asked (the others were refused, or have a form of their own)",
      count((it) => it.replies.length > 0),
    ],
    ["worded by the model", share(worded.length, asked.length)],
    ["extraction stepped in", share(asked.length - worded.length, asked.length)],
    ["asked a second time", share(asked.filter((it) => it.replies.length > 1).length, asked.length)],
    ["sentences written / shown / removed", `${told + fallen.length} / ${told} / ${fallen.length}`],
    ["right, answerable, with the model", count(({ right }) => right, answerable)],
    ["right, answerable, without it", count(({ rightWithout }) => rightWithout, answerable)],
    [
      "right, unanswerable, with the model",
      count(
        ({ right }) => right,
        trials.filter((it) => !it.case.answerable),
      ),
    ],
    ["**answers that show something ungrounded**", count(({ ungrounded }) => ungrounded.length > 0)],
    ["first sentence, median, s", median(worded.map(({ answer }) => (answer.timings.firstTextMs ?? 0) / 1000))],
    ["whole answer, median, s", median(worded.map(({ answer }) => answer.timings.totalMs / 1000))],
  ];
  return [
    markdownTable(["", ""], rows),
    markdownTable(["removed because of", "sentences"], tally(fallen.map(({ reason }) => reason))),
    markdownTable(["warning", "answers"], tally(trials.flatMap(({ answer }) => answer.warnings))),
    trials.flatMap(linesOf).join("\n"),
  ].join("\n\n");
}

function tally(names: readonly string[]): string[][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, number]) => [name, String(number)]);
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? "–" : middle.toFixed(1);
}

/** Everything about a case of which something was removed, or which differs from the extracted answer in being right. */
function linesOf({ case: it, answer, replies, right, rightWithout, ungrounded }: WriterTrial): string[] {
  if (replies.length === 0) return [];
  const one = (text: string) => text.replace(/\s+/g, " ").trim();
  return [
    `- ${it.id}: ${it.question}`,
    `  ${right ? "right" : "WRONG"}${right === rightWithout ? "" : `, without a model ${rightWithout ? "right" : "wrong"}`}; ${answer.writer.kind}: ${one(answer.answer)}`,
    ...replies.map(({ text }) => `  wrote: ${one(text)}`),
    ...replies.flatMap(({ fallen }) => fallen.map(({ reason, text }) => `  removed (${reason}): ${one(text)}`)),
    ...ungrounded.map((what) => `  UNGROUNDED ${what}`),
  ];
}
