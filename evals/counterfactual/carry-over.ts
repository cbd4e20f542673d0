import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Filter } from "../../src/contracts/document.js";
import { type Case, caseSchema, type Fact } from "../cases/case.js";
import { described } from "../cases/grade-answer.js";
import { misquotes } from "../cases/read-cases.js";
import type { Sources } from "../cases/sources.js";
import { holdsForbidden, statesFact } from "../cases/states-fact.js";
import type { Mapping } from "./mapping.js";

const notCarriedSchema = z.array(
  z.strictObject({
    case: z.string(),
    reason: z.string().min(1).meta({ description: "Why it cannot be carried over" }),
  }),
);
export type NotCarried = z.infer<typeof notCarriedSchema>[number];

type AnswerableCase = Extract<Case, { answerable: true }>;

/** Throws a `ZodError` for a list of another form. */
export function readNotCarried(): NotCarried[] {
  return notCarriedSchema.parse(parse(readFileSync(path.join(import.meta.dirname, "not-carried.yaml"), "utf8")));
}

export interface CarryOver {
  readonly mapping: Mapping;
  /** The documents after the mapping. */
  readonly sources: Sources;
  readonly notCarried: readonly NotCarried[];
}

/**
 * Cases over the corpus as cases over what the mapping makes of it: question, earlier turns, facts, evidence, filter and
 * what may never be said change with it, and the old value of each fact that changed may never be said either. Throws an
 * `Error` that names each case whose evidence does not stand in its document any more or does not state its facts, and
 * each that is listed as not to be carried over and could be.
 */
export function carryOver(cases: readonly Case[], { mapping, sources, notCarried }: CarryOver): Case[] {
  const mistakes: string[] = [];
  const target = { mapping, sources, says: whatIsSaid(sources) };
  const carried = cases.flatMap((testCase) => {
    const moved = moveCase(testCase, target);
    const faults = [...misquotes(moved, sources), ...misstatements(moved, sources)];
    const isListed = notCarried.some((it) => it.case === testCase.id);
    if (isListed && faults.length === 0) mistakes.push(`${testCase.id}: can be carried over, take it off the list`);
    if (!isListed) mistakes.push(...faults.map((fault) => `${testCase.id}: ${fault}`));
    return isListed ? [] : [moved];
  });
  if (mistakes.length > 0) throw new Error(`Cases that cannot be carried over:\n${mistakes.join("\n")}`);
  return carried;
}

interface Target extends Pick<CarryOver, "mapping" | "sources"> {
  /** Whether the changed documents say anywhere what a case may forbid. */
  readonly says: (value: string) => boolean;
}

/** The documents are long, and the same few values are looked up in them over and over. */
function whatIsSaid(sources: Sources): Target["says"] {
  const all = [...sources.values()].map(({ text }) => text).join("\n");
  const known = new Map<string, boolean>();
  return (value) => {
    const isSaid = known.get(value) ?? holdsForbidden(all, value);
    known.set(value, isSaid);
    return isSaid;
  };
}

function moveCase(testCase: Case, target: Target): Case {
  const { mapping } = target;
  const { slice, ...entry } = testCase;
  const moved = {
    ...entry,
    question: mapping.text(testCase.question),
    history: testCase.history.map(({ role, content }) => ({ role, content: mapping.text(content) })),
    ...(testCase.filter === undefined ? {} : { filter: moveFilter(testCase.filter, mapping) }),
    never: testCase.never.map(mapping.text),
    ...(testCase.answerable ? moveGold(testCase, target) : {}),
  };
  return { ...caseSchema.parse(moved), slice };
}

function moveGold(testCase: AnswerableCase, { mapping, sources, says }: Target) {
  const evidence = testCase.evidence.map(({ document, contains }) => ({
    document: mapping.text(document),
    contains: mapping.text(contains),
  }));
  const stated = evidenceText(evidence, sources);
  const facts = testCase.facts.map((fact) => moveFact(fact, mapping, stated));
  const old = testCase.facts.flatMap((fact, at) => oldValues(fact, facts[at] ?? fact));
  // A value that another sentence of the changed documents holds by chance may be said.
  const gone = old.filter((value) => !says(value));
  return { evidence, facts, never: [...new Set([...testCase.never.map(mapping.text), ...gone])] };
}

/** The first form that a fact can take under the mapping and that the evidence states. */
function moveFact(fact: Fact, mapping: Mapping, evidence: string): Fact {
  const forms = formsOf(fact, mapping);
  return forms.find((form) => statesFact(form, evidence)) ?? forms[0] ?? fact;
}

/** A number may be a count, a small count or a year, and a text may hold one: the evidence tells which. */
function formsOf(fact: Fact, mapping: Mapping): Fact[] {
  const { figures, shift } = mapping;
  switch (fact.kind) {
    case "number": {
      const values = [
        figures.changed(fact.value),
        fact.value + shift.years,
        figures.changedSmall(fact.value),
        fact.value,
      ];
      return values.flatMap((value) => (value === null ? [] : [{ ...fact, value }]));
    }
    case "percent":
      return [{ ...fact, value: figures.changedPercent(fact.value) }];
    case "amount":
      return [{ ...fact, value: figures.changed(fact.value) }];
    case "date":
    case "duration":
    case "person":
      return [{ ...fact, value: mapping.text(fact.value) }];
    case "name":
    case "text":
      return [mapping.text, mapping.textWithSmall].map((change) => ({ ...fact, value: fact.value.map(change) }));
    case "verdict":
      return [fact];
  }
}

/** What an answer from memory would say in place of the fact, as it may stand in a case's `never`. */
function oldValues(old: Fact, now: Fact): string[] {
  if (described(old) === described(now)) return [];
  switch (old.kind) {
    case "date":
      return [old.value];
    case "number":
      return [`${old.value}`];
    case "percent":
      return [`${old.value} %`];
    case "amount":
      return [`${old.value} ${old.unit}`];
    case "duration":
      return [`${old.value}s`];
    case "person":
      return [old.value.split(/\s+/).at(-1) ?? old.value, old.value];
    case "name":
    case "text":
      return old.value.filter((value) => !(now.kind === old.kind && now.value.some((it) => it.includes(value))));
    case "verdict":
      return [];
  }
}

function moveFilter(filter: Filter, { text }: Mapping): Filter {
  const { documentIds, publishers, partners, publishedAfter, publishedBefore } = filter;
  return {
    ...(documentIds && { documentIds: documentIds.map(text) }),
    ...(publishers && { publishers: publishers.map(text) }),
    ...(partners && { partners: partners.map(text) }),
    ...(publishedAfter && { publishedAfter: text(publishedAfter) }),
    ...(publishedBefore && { publishedBefore: text(publishedBefore) }),
  };
}

/** Facts that the evidence does not state, and evidence that holds what the case forbids. */
function misstatements(testCase: Case, sources: Sources): string[] {
  if (!testCase.answerable) return [];
  const text = evidenceText(testCase.evidence, sources);
  const unstated = testCase.facts.filter((fact) => fact.kind !== "verdict" && !statesFact(fact, text));
  const forbidden = testCase.never.filter((it) =>
    testCase.evidence.some(({ contains }) => holdsForbidden(contains, it)),
  );
  return [
    ...unstated.map((fact) => `the evidence does not state ${described(fact)}`),
    ...forbidden.map((it) => `the evidence says what may never be said: ${it}`),
  ];
}

/** The paragraphs that hold the evidence. */
function evidenceText(evidence: AnswerableCase["evidence"], sources: Sources): string {
  const paragraphs = evidence.flatMap(({ document, contains }) => {
    const lines = sources.get(document)?.text.split("\n") ?? [];
    return lines.filter((line) => line.includes(contains.normalize("NFC")));
  });
  return [...new Set(paragraphs)].join("\n");
}
