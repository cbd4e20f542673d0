import { describe, expect, it } from "vitest";
import { leansBack } from "./leaning.js";

describe("leansBack", () => {
  it.each([
    "Sie läuft zehn Jahre.",
    "Die beiden Häuser arbeiten bereits zusammen.",
    "Dafür stellt das Land Geld bereit.",
    "It runs for ten years.",
    "This will help patients.",
    "But they have not signed yet.",
    "Dafu\u0308r gibt es Geld.",
  ])("is so of %j", (sentence) => expect(leansBack(sentence)).toBe(true));

  it.each([
    "Die Klinik läuft gut.",
    "Erlangen ist eine Stadt.",
    "Itinerant doctors visit.",
    "Das Klinikum liegt dort.",
    "Theirry visits the ward.",
    "Hier-und-da-Projekte enden.",
    "",
    "🙂",
  ])("is not so of %j", (sentence) => expect(leansBack(sentence)).toBe(false));
});
