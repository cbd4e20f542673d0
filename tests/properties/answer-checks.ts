import { expect } from "vitest";
import { type Answer, answerSchema, type Citation } from "../../src/contracts/answer.js";
import type { AskEvent } from "../../src/contracts/events.js";
import type { Library } from "../../src/contracts/ports.js";
import { covers, findQuantities, type Quantity } from "../../src/language/quantities.js";
import type { FactQuestion } from "./random-collaborations.js";

const MARKER = /\[(\d+)\]/g;

/** Every citation, and every passage that came closest, stands in its document at its offsets. */
export async function expectVerbatim(library: Library, { citations, abstention }: Answer): Promise<void> {
  for (const { documentId, start, end, quote } of [...citations, ...(abstention?.closest ?? [])]) {
    expect((await library.document(documentId))?.text.slice(start, end)).toBe(quote);
  }
}

/**
 * Every marker has its citation and the other way round, a refusal has none, and every date, figure and amount of a line
 * stands in the quotations that the line points to, or is known about their documents. A line that points to none may
 * only name what the question named.
 */
export function expectGrounded(answer: Answer, question: string): void {
  answerSchema.parse(answer);
  const { citations, status } = answer;
  const marked = new Set(markersOf(answer.answer));
  expect([...marked].sort(byNumber)).toEqual(citations.map(({ marker }) => marker).sort(byNumber));
  expect(citations.length === 0).toBe(status === "abstained");
  expect(answer.abstention !== null).toBe(status === "abstained");
  if (status === "abstained") return;
  for (const line of answer.answer.split("\n")) {
    const cited = citations.filter(({ marker }) => markersOf(line).includes(marker));
    const known = cited.length === 0 ? findQuantities(question) : cited.flatMap(groundsOf).flatMap(findQuantities);
    for (const stated of findQuantities(line.replace(MARKER, ""))) {
      const isGrounded = known.some((it) => isSameKind(stated, it) && covers(stated, it));
      expect(isGrounded, `${question}\n“${stated.surface}” in: ${line}`).toBe(true);
    }
  }
}

/** "80" is not "80 percent"; a date holds its year. */
function isSameKind(stated: Quantity, known: Quantity): boolean {
  return stated.kind === known.kind || (stated.kind === "year" && known.kind === "date");
}

function groundsOf({ quote, title, publisher, publishedAt }: Citation): string[] {
  return [quote, title, publisher, publishedAt].filter((part) => part !== null);
}

function markersOf(text: string): number[] {
  return [...text.matchAll(MARKER)].map(([, marker]) => Number(marker));
}

function byNumber(a: number, b: number): number {
  return a - b;
}

/** The pieces joined are the answer, and each citation comes before the first piece that points to it. */
export function expectStreamed(answer: Answer, events: readonly AskEvent[]): void {
  const told: number[] = [];
  let text = "";
  for (const event of events) {
    if (event.type === "citation.added") told.push(event.citation.marker);
    if (event.type !== "text.delta") continue;
    text += event.text;
    for (const marker of markersOf(event.text)) expect(told).toContain(marker);
  }
  expect(text).toBe(answer.status === "abstained" ? "" : answer.answer);
  expect(told).toEqual(answer.citations.map(({ marker }) => marker));
  expect(events.at(-1)).toEqual({ type: "answer.finished", answer });
}

/** Whether an answer states the fact, a quantity in whatever notation; a refusal states none. */
export function statesFact({ status, answer }: Answer, { fact }: Pick<FactQuestion, "fact">): boolean {
  if (status === "abstained") return false;
  return "name" in fact ? answer.includes(fact.name) : findQuantities(answer).some((stated) => covers(fact, stated));
}

/** An answer without what differs from one asking to the next. */
export function said({ id: _id, timings: _timings, ...rest }: Answer): Omit<Answer, "id" | "timings"> {
  return rest;
}
