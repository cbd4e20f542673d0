import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { ANSWERABLE_KINDS, type Case, caseSchema, UNANSWERABLE_KINDS } from "../cases/case.js";
import { caseYaml } from "./case-yaml.js";

/** Any text that a case may hold: no lone surrogates, which UTF-8 does not have. */
const text = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("null", "- a: b", '"', "#", "\u0085\u2028\ufeff"),
  )
  .map((it) => it.trim())
  .filter((it) => it !== "");
/** Zero has no sign in a case. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const fact = fc.oneof(
  fc.record({ kind: fc.constant("number"), value: number }),
  fc.record({ kind: fc.constant("amount"), value: fc.integer(), unit: fc.constantFrom("EUR", "USD") }),
  fc.record({ kind: fc.constant("text"), value: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant("person"), value: text.map((it) => `A ${it}`), title: text }),
);
const common = {
  id: fc.constantFrom("a", "a-1", "1-b"),
  question: text,
  language: fc.constantFrom("de", "en"),
  over: fc.constantFrom("both", "corpus"),
  history: fc.array(fc.record({ role: fc.constantFrom("user", "assistant"), content: fc.string({ unit: "binary" }) })),
  never: fc.array(text, { maxLength: 3 }),
};
const testCase = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constantFrom(...ANSWERABLE_KINDS),
    answerable: fc.constant(true),
    facts: fc.array(fact, { minLength: 1, maxLength: 3 }),
    evidence: fc.array(fc.record({ document: text, contains: text }), { minLength: 1, maxLength: 3 }),
    disagrees: fc.boolean(),
  }),
  fc.record({ ...common, kind: fc.constantFrom(...UNANSWERABLE_KINDS), answerable: fc.constant(false) }),
);

it("is read back as the case that it was", () => {
  fc.assert(
    fc.property(testCase, (given) => {
      const whole: Case = { ...caseSchema.parse(given), slice: "any" };
      const [read, ...more] = parse(caseYaml(whole));
      expect(more).toEqual([]);
      expect({ ...caseSchema.parse(read), slice: "any" }).toEqual(whole);
    }),
  );
});

it("writes a field a line, as the files of cases have it", () => {
  const entry = {
    ...{ id: "a-date", question: 'Wann war „das"?', language: "de", kind: "when", answerable: true },
    facts: [{ kind: "date", value: "2026-02-09" }],
    evidence: [{ document: "charite", contains: "am 9. Februar" }],
  };
  expect(caseYaml({ ...caseSchema.parse(entry), slice: "dates" })).toBe(`- id: a-date
  question: "Wann war „das\\"?"
  language: de
  kind: when
  answerable: true
  facts:
    - { kind: date, value: "2026-02-09" }
  evidence:
    - { document: charite, contains: "am 9. Februar" }
`);
});
