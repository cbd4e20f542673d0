import { describe, expect, it } from "vitest";
import { findQuantities } from "../language/quantities.js";
import { contradict, qualified, type Value } from "./judge-values.js";

function valueIn(text: string): Value {
  const [quantity] = findQuantities(text);
  return quantity === undefined ? expect.unreachable(text) : qualified(quantity, text);
}

describe("contradict", () => {
  it.each([
    ["Es sind 74.000 Menschen.", "There are 72,000 people."],
    ["Es waren mehr als 74.000 Menschen.", "Es waren 70.000 Menschen."],
    ["Es sind bis zu 80 Prozent.", "Es sind 90 Prozent."],
    ["Am 3. Mai 2020 begann es.", "It began on 4 May 2020."],
    ["Es kostet 3 Millionen Euro.", "It costs 4 million euros."],
  ])("%s / %s", (one, other) => {
    expect(contradict(valueIn(one), valueIn(other))).toBe(true);
    expect(contradict(valueIn(other), valueIn(one))).toBe(true);
  });

  it.each([
    ["Es sind 74.000 Menschen.", "There are more than 70,000 people."],
    ["Es sind rund 72.000 Menschen.", "Es sind 72.400 Menschen."],
    ["Es sind bis zu 80 Prozent.", "Es sind 75 Prozent."],
    ["Am 3. Mai 2020 begann es.", "It began in 2020."],
    ["Es kostet 3 Millionen Euro.", "It costs 4 million dollars."],
    ["Es dauert 2 Jahre.", "Es dauert 24 Monate."],
  ])("but not %s / %s", (one, other) => {
    expect(contradict(valueIn(one), valueIn(other))).toBe(false);
    expect(contradict(valueIn(other), valueIn(one))).toBe(false);
  });
});
