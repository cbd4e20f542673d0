import { describe, expect, it } from "vitest";
import { composed } from "../../../tests/fakes/composing.js";

describe("a reason", () => {
  it("is the purpose that the next sentence tells", () => {
    const text = "Die Klinik Nord erweitert ihre Kooperation. Ziel ist es, mehr Kinder zu behandeln.";
    const { answer } = composed("Warum erweitert die Klinik Nord ihre Kooperation?", [{ text, found: [0] }]);
    expect(answer).toContain("mehr Kinder zu behandeln");
  });
});
