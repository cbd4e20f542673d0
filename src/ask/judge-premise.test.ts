import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import { contradictionOf } from "./judge-premise.js";
import { weigh } from "./judge-signals.js";
import { understand } from "./understand.js";

/** The sentence of a German text that contradicts what a question takes for granted; null when none does. */
function contradiction(question: string, text: string): string | null {
  const understood = understand({ question });
  const evidence = { candidates: [candidateOf(text)], frequencies: new Map(), passages: 1 };
  return contradictionOf(understood, weigh(understood, evidence))?.view.text ?? null;
}

const HOLDER = "Dr. Vera Ott ist die Direktorin des WTZ Nordtal.";
const OTHER = "Dr. Jana Keller ist die Geschäftsführerin des Klinikums Südhang.";
const PLAN = "Das Exzellenzzentrum ist ein Vorhaben: Es soll in Kiel entstehen.";
const STAFF = "Nordtal Health beschäftigte im Geschäftsjahr 2023 rund 74.000 Menschen.";
const REVENUE = "Der Umsatz von Nordtal Health betrug im Geschäftsjahr 2023 rund 3,4 Milliarden Euro.";

describe("contradictionOf", () => {
  it.each([
    ["Since when is Jana Keller the director of WTZ Nordtal?", `${OTHER} ${HOLDER}`, HOLDER],
    ["Warum wurde Jana Keller Direktorin des WTZ Nordtal?", `${OTHER} ${HOLDER}`, HOLDER],
    ["Seit wann leitet Vera Ott das Klinikum Südhang?", `${OTHER} ${HOLDER}`, OTHER],
    ["Seit wann ist das Exzellenzzentrum in Betrieb?", PLAN, PLAN],
    ["Wann wurde das Exzellenzzentrum eröffnet?", PLAN, PLAN],
    ["Warum hat Nordtal Health 2023 nur 50.000 Beschäftigte?", STAFF, STAFF],
    ["Why did the revenue of Nordtal Health reach 9 billion euros in fiscal year 2023?", REVENUE, REVENUE],
  ])("finds it: %s", (question, text, sentence) => expect(contradiction(question, text)).toBe(sentence));

  it.each([
    [
      "the person does hold the position",
      "Seit wann ist Vera Ott die Direktorin des WTZ Nordtal?",
      `${OTHER} ${HOLDER}`,
    ],
    ["nobody is said to hold it", "Seit wann ist Jana Keller die Direktorin des WTZ Ostermoor?", `${OTHER} ${HOLDER}`],
    ["it asks who", "Wer ist die Direktorin des WTZ Nordtal?", `${OTHER} ${HOLDER}`],
    ["it asks for what is to come", "Wann wird das Exzellenzzentrum eröffnet?", PLAN],
    [
      "it has been opened",
      "Seit wann ist das Exzellenzzentrum in Betrieb?",
      "Das Exzellenzzentrum wurde 2020 eröffnet.",
    ],
    ["the figure is the same", "Warum hat Nordtal Health 2023 rund 74.000 Beschäftigte?", STAFF],
    ["the figure leaves room", "Warum hat Nordtal Health 2023 mehr als 70.000 Beschäftigte?", STAFF],
    ["the figure is of another year", "Warum hat Nordtal Health 2021 nur 50.000 Beschäftigte?", STAFF],
    ["the figure is of another house", "Warum hat das WTZ Nordtal 2023 nur 50.000 Beschäftigte?", STAFF],
  ])("finds none where %s: %s", (_, question, text) => expect(contradiction(question, text)).toBeNull());
});
