import { describe, expect, it } from "vitest";
import { separatedVerbs } from "./separable-verbs.js";

describe("separatedVerbs", () => {
  it.each([
    ["In Kiel arbeiten die Häuser bereits zusammen.", "arbeiten zusammen", "collaboration"],
    ["Arbeitet das Haus mit der Universität zusammen?", "Arbeitet zusammen", "collaboration"],
    ["Die Häuser bauen ihre Partnerschaft aus und werben.", "bauen aus", "expand"],
    ["Es heißt, sie streben einen neuen Standard an, der gilt.", "streben an", "goal"],
  ])("puts the two parts of a verb together: %s", (text, parts, concept) => {
    const [found, ...others] = separatedVerbs(text);
    const written = [found?.verb, found?.particle].map((it) => text.slice(it?.start, it?.end)).join(" ");
    expect([written, others]).toEqual([parts, []]);
    expect(found?.concepts).toContain(concept);
  });

  it.each(["Die Häuser arbeiten an der Studie.", "Sie kommen aus Kiel.", "Zusammen arbeiten sie gern.", ""])(
    "finds none in %j",
    (text) => expect(separatedVerbs(text)).toEqual([]),
  );
});
