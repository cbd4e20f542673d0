import { describe, expect, it } from "vitest";
import { FACT_EXAMPLES, readFact } from "./read-fact.js";

describe("readFact", () => {
  it.each([
    ["datum: 9. Februar 2026", { kind: "date", value: "2026-02-09" }],
    ["date: February 9, 2026", { kind: "date", value: "2026-02-09" }],
    ["date: 2026-02-09", { kind: "date", value: "2026-02-09" }],
    ["Datum: Februar 2026", { kind: "date", value: "2026-02" }],
    ["date: 2026", { kind: "date", value: "2026" }],
    ["zahl: 74.000", { kind: "number", value: 74000 }],
    ["number: 74,000", { kind: "number", value: 74000 }],
    ["zahl: 2024", { kind: "number", value: 2024 }],
    ["prozent: 12,5", { kind: "percent", value: 12.5 }],
    ["percent: 12.5 %", { kind: "percent", value: 12.5 }],
    ["betrag: 23,4 Milliarden Euro", { kind: "amount", value: 23_400_000_000, unit: "EUR" }],
    ["amount: $1.5 million", { kind: "amount", value: 1_500_000, unit: "USD" }],
    ["dauer: 20 Jahre", { kind: "duration", value: "20 year" }],
    ["duration: ten years", { kind: "duration", value: "10 year" }],
    ["dauer: anderthalb Jahre", { kind: "duration", value: "1.5 year" }],
    ["percent: -2", { kind: "percent", value: -2 }],
    ["betrag: minus 3 Mio. €", { kind: "amount", value: -3_000_000, unit: "EUR" }],
    ["person: Dr. med. Ilse Brandt", { kind: "person", value: "Ilse Brandt", title: "Dr." }],
    ["person: Ilse Brandt", { kind: "person", value: "Ilse Brandt" }],
    ["person: Prof. Dr. Ilse Brandt", { kind: "person", value: "Ilse Brandt", title: "Dr." }],
    ["name: Aurora Institute | Institut Aurora", { kind: "name", value: ["Aurora Institute", "Institut Aurora"] }],
    ["text: a: b", { kind: "text", value: ["a: b"] }],
    ["urteil: geplant", { kind: "verdict", value: "planned" }],
    ["verdict: No", { kind: "verdict", value: "no" }],
  ])("reads %s", (typed, fact) => {
    expect(readFact(typed)).toEqual(fact);
  });

  it.each([
    "date: soon",
    "date: 9 February",
    "date: 9 February 2026 and later",
    "number: many",
    "number: 3 or 4",
    "percent: 12 years",
    "amount: 23",
    "amount: 23 cents of hope",
    "duration: 20",
    "person: Brandt",
    "person: Dr. Brandt",
    "name: | ",
    "text:",
    "verdict: perhaps",
  ])("does not take %s", (typed) => {
    expect(readFact(typed)).toMatchObject({ why: "bad_value", kind: /^\w+/.exec(typed)?.[0] });
  });

  it.each(["", "9 February 2026", "colour: red", "constructor: x", ":"])("asks for the kind of %j", (typed) => {
    expect(readFact(typed)).toEqual({ why: "unknown_kind" });
  });

  it("understands its own examples", () => {
    for (const [kind, examples] of Object.entries(FACT_EXAMPLES)) {
      for (const example of Object.values(examples)) expect(readFact(example), example).toMatchObject({ kind });
    }
  });
});
