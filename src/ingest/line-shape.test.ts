import { describe, expect, it } from "vitest";
import {
  bulletLength,
  datelinePrefix,
  isCredit,
  isDateline,
  isHeadingLike,
  ordinalOf,
  senderOf,
} from "./line-shape.js";

describe("isDateline", () => {
  it.each([
    "Berlin, 07.07.2025",
    "New York, July 7, 2025 –",
    "Veröffentlicht:",
    "Veröffentlicht: 14.03.2024, 09:15 Uhr",
    "Published by the press office on 3 June 2024",
    "Frankfurt am Main, 7. Mai 2024",
    "CHICAGO, Illinois, May 7, 2024",
    "Published on 3 June 2024",
    "7. Mai 2024, 9:30 Uhr",
    "Bad Homburg v. d. Höhe, 1. März 2024",
  ])("accepts %j", (line) => expect(isDateline(line)).toBe(true));

  it.each([
    "Die Klinik öffnet am 1. März 2024.",
    "Zentrum für Kinder",
    "1. März 2024 ist der Termin.",
    "Published author wins prize",
    "2024",
    "Stand der Forschung",
    "Datum der Veranstaltung: 1. Mai 2024",
    "Veröffentlicht am 9. Februar 2026 wurde der Bericht",
    "Der Bericht, 9. Februar 2026",
    "Die Klinik öffnet am 1. März 2024",
  ])("refuses %j", (line) => expect(isDateline(line)).toBe(false));
});

describe("datelinePrefix", () => {
  it("measures place and date before a sentence", () => {
    expect(datelinePrefix("LONDON, May 2, 2024 /Newswire/ -- The hospital opens.")).toBe(34);
    expect(datelinePrefix("Im Mai 2024 – so der Plan – beginnt es.")).toBe(0);
    expect(datelinePrefix("Die Klinik begann am 1. März 2024 – zu spät.")).toBe(0);
    expect(datelinePrefix("Ab 1. März 2024 – so der Plan – beginnt es.")).toBe(0);
    expect(datelinePrefix("Talheim (1. März 2024) – Die Klinik beginnt.")).toBe(25);
  });
});

describe("isCredit", () => {
  it.each([
    "© Agentur",
    "Foto: Klinik",
    "Signing ceremony. Photo Credit: A | B",
    "Blick in den Neubau. Foto: Lumetra",
    "(c) Agency",
  ])("accepts %j", (line) => expect(isCredit(line)).toBe(true));

  it.each(["Das Foto zeigt zwei Kliniken.", "Image processing is improved.", "Bildgebung: neue Wege"])(
    "refuses %j",
    (line) => expect(isCredit(line)).toBe(false),
  );
});

describe("bullets and numbers", () => {
  it("need white space behind them, and a number is no date", () => {
    expect([bulletLength("  • a"), bulletLength("-5 Grad"), bulletLength("– a")]).toEqual([4, 0, 2]);
    expect(ordinalOf("12) a")).toEqual({ number: 12, length: 4 });
    expect(ordinalOf("1. März 2024 kam er")).toBeNull();
  });
});

describe("isHeadingLike", () => {
  it.each(["Zentrum für Kinder", "Was ist neu?", "Siemens 2026", "Regierung: Alles bleibt"])("accepts %j", (line) =>
    expect(isHeadingLike(line)).toBe(true),
  );
  it.each([
    "Das ist ein Satz.",
    "Die Ziele sind:",
    "www.a.example",
    "Text von heute. (abc)",
    "a@b.example",
    "12345 Berlin",
  ])("refuses %j", (line) => expect(isHeadingLike(line)).toBe(false));
});

describe("senderOf", () => {
  it("tells who sends, that somebody sends, and that a line is something else", () => {
    expect(senderOf("Pressemitteilung der Klinik Talheim")).toBe("Klinik Talheim");
    expect(senderOf("Press release")).toBe("");
    expect(senderOf("Press releases are boring")).toBeNull();
  });
});
