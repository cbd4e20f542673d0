import { describe, expect, it } from "vitest";
import { chosenNames, readRenamings } from "./names.js";
import { replaceAll } from "./replacement.js";

/** Always the first choice. */
const finder = chosenNames(readRenamings(), () => 0);
const renamed = (text: string) => replaceAll(text, [finder]);

describe("chosen names", () => {
  it.each([
    ["Siemens Healthineers und Northwestern Medicine", "Kelsing Sanavita und Lakebridge Medicine"],
    ["www.siemens-healthineers.com", "www.kelsing-sanavita.com"],
    ["who runs siemens healthineers", "who runs kelsing sanavita"],
    ["siemens healtineers", "kelsing sanaita"],
    ["SIEMENS", "KELSING"],
    ["Münsters Osnabrücker Kollegen", "Paderborns Hildesheimer Kollegen"],
    ["Münsteraner Klinik (UKM)", "Paderborner Klinik (UKP)"],
    ["dem Westdeutschen Tumorzentrum (WTZ)", "dem Norddeutschen Tumorzentrum (NTZ)"],
    ["WTZ Essen, muenster-osnabrueck", "NTZ Fulda, paderborn-hildesheim"],
    ["Wer war Herr Montag?", "Wer war Herr Feldkamp?"],
    ["Charité's site, charite.de", "Aurelia's site, aurelia.de"],
    ["Frankfurt am Main or Frankfurt", "Leipzig or Leipzig"],
    ["Prof. Heyo K. Kroemer", "Prof. Jelto K. Vollmer"],
    ["mit dem Kürzel „iss“", "mit dem Kürzel „tho“"],
  ])("give %j as %j", (text, expected) => {
    expect(renamed(text)).toBe(expected);
  });

  it.each(["Was gibt es zu essen?", "am montag", "the next block", "Ehrlichkeit", "Blockade", "Johannes"])(
    "leave alone what is no name: %j",
    (text) => {
      expect(renamed(text)).toBe(text);
    },
  );

  it("are never chosen twice, nor taken from the names that are changed", () => {
    const renamings = readRenamings();
    const chosen = renamings.flatMap(({ choices }) => choices.flatMap((forms) => [...new Set(forms)]));
    expect(chosen.filter((name, at) => chosen.indexOf(name) !== at)).toEqual([]);
    const old = new Set(renamings.flatMap(({ forms }) => forms));
    expect(chosen.filter((name) => old.has(name))).toEqual([]);
  });
});
