import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

const PLANS = [
  "Medtech Süd will enger mit dem Zentrum Nord zusammenarbeiten.",
  "Medtech Süd will die Zusammenarbeit mit dem Zentrum Nord ausbauen.",
  "„Wir wollen Kinder, Schulen, Labore und Kliniken erreichen“, sagt Vera Ott von Medtech Süd.",
  "Medtech Süd plant mit dem Zentrum Nord ein Labor für Robotik.",
  "Medtech Süd will mit dem Zentrum Nord Ärzte schulen und Studien zur Bildgebung veröffentlichen.",
];

describe("a question for plans", () => {
  it("without a topic is answered with the plans that tell most, what somebody says about them last", () => {
    const question = "Was planen Medtech Süd und das Zentrum Nord?";
    const { answer } = composed(question, [{ text: PLANS.join(" "), found: [0] }], { kind: "plan" });
    expect(answer).toContain("ein Labor für Robotik");
    expect(answer).toContain("Studien zur Bildgebung");
    expect(answer).not.toContain("Wir wollen Kinder");
  });

  it("with a topic is answered with the plans about it", () => {
    const question = "Was planen Medtech Süd und das Zentrum Nord in der Robotik?";
    const { answer } = composed(question, [{ text: PLANS.join(" "), found: [3] }], { kind: "plan" });
    expect(answer).toMatch(/^Stand 1\. März 2024: Medtech Süd plant .* Robotik\. \[1\]$/);
  });
});
