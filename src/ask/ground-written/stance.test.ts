import { describe, expect, it } from "vitest";
import { stanceOf } from "./stance.js";

const flags = (clause: string) =>
  Object.entries(stanceOf(clause))
    .filter(([name, isSo]) => isSo && ["negated", "planned", "hedged", "viewed"].includes(name))
    .map(([name]) => name);

describe("how a clause puts what it says", () => {
  it.each([
    ["Das Zentrum besteht seit 2020.", []],
    ["Das Zentrum wird 2027 eröffnen.", ["planned"]],
    ["Das Zentrum wird gefördert.", []],
    ["The centre is to open in 2027.", ["planned"]],
    ["Stellen werden nicht abgebaut.", ["negated"]],
    ["It costs no more than 5 euros.", []],
    ["The test could be approved.", ["hedged"]],
    ["It opened in May.", []],
    ["It may open soon.", ["hedged"]],
    ["Die Klinik zählt sich zu den größten.", ["viewed"]],
    ["Die Meldung nennt vier Ziele.", []],
  ])("reads %s", (clause, expected) => {
    expect(flags(clause)).toEqual(expected);
  });
});
