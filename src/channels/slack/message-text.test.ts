import { describe, expect, it } from "vitest";
import { mentionedUsers, plainText } from "./message-text.js";

describe("what a person wrote in Slack", () => {
  it.each([
    ["<@UBOT> Wer leitet das?", "Wer leitet das?"],
    ["Wer leitet das, <@UBOT>?", "Wer leitet das, ?"],
    ["<@UBOT|konsil> A &amp; B &lt; C", "A & B < C"],
    ["Was sagt <@U2|eva> in <#C2|labor> dazu?", "Was sagt @eva in #labor dazu?"],
    ["Siehe <https://example.org/a?b=1&amp;c=2|hier> und <https://example.org>", "Siehe hier und https://example.org"],
    ["<mailto:a@example.org|a@example.org> <!here> <!date^1^{date}|heute>", "a@example.org heute"],
    ["  viel \u00a0 Raum \n und Zeilen ", "viel Raum \n und Zeilen"],
    ["<@UBOT>", ""],
  ])("reads %j as %j", (text, plain) => {
    expect(plainText(text, "UBOT")).toBe(plain);
  });

  it("mentions people and groups", () => {
    expect(mentionedUsers("<@U1> <@U2|eva> <!subteam^S1> <!here> <#C1>")).toEqual(["U1", "U2", "subteam^S1"]);
  });
});
