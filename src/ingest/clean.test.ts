import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, type TestContext } from "vitest";
import { z } from "zod";
import type { Language } from "../contracts/document.js";
import { clean } from "./clean.js";
import type { BlockRole, ParsedDocument } from "./document-structure.js";
import { parse } from "./parse/parse.js";

const SAVED_GERMAN = `Zum Inhalt springen
Startseite
Politik
Wirtschaft
Login
Abo

Wir verwenden Cookies, damit Sie unsere Seite besser nutzen können. Ihre Einwilligung können Sie jederzeit widerrufen.

Medizintechnik

Klinikum Rothenfels und Optaris bauen gemeinsames Herzzentrum

Artikel teilen

Das Klinikum Rothenfels und der Gerätehersteller Optaris richten bis 2027 ein gemeinsames Herzzentrum ein. Der Vertrag läuft zehn Jahre.

Veröffentlicht: 14.03.2024, 09:15 Uhr

Rothenfels. Im neuen Herzzentrum sollen jedes Jahr rund 4.000 Patientinnen und Patienten behandelt werden, wie das Klinikum am Donnerstag mitteilte. Optaris liefert dafür drei Kathetermessplätze und schult die Teams.

© Klinikum Rothenfels

„Mit Optaris haben wir einen Partner gefunden, der unsere Abläufe versteht“, sagte Klinikchefin Dr. Mara Lindner. Das Vorhaben kostet nach ihren Worten 18 Millionen Euro.

Lesen Sie auch
Streik in den Apotheken

Drei neue Kathetermessplätze

Der erste Messplatz geht im Herbst in Betrieb. Die beiden anderen folgen, sobald der Umbau des Bettenhauses abgeschlossen ist.

Das Herzzentrum wird von der Stiftung Rothenfels mit zwei Millionen Euro unterstützt. (jb)

Weitere Artikel aus diesem Ressort

© dpa

Ärztekammer warnt

Zu wenig Studienplätze in der Humanmedizin

In vielen Bundesländern fehlen nach Ansicht der Kammer Studienplätze, weshalb die Wartezeiten für Bewerber seit Jahren steigen.

Meistgelesen

Wie gefährlich ist Hitze im Auto?

Jetzt unseren Newsletter abonnieren

Bleiben Sie auf dem Laufenden und erhalten Sie jeden Morgen die wichtigsten Nachrichten kostenlos in Ihr Postfach.

Impressum
Datenschutz
`;

const SAVED_ENGLISH = `Home
News
Events
About us
Sign in

Northfield Infirmary and Calder Imaging open joint training centre

Published 3 June 2024

Northfield Infirmary and the manufacturer Calder Imaging have opened a joint training centre for radiographers in Northfield. It will train up to 120 people a year.

The centre occupies two floors of the former nursing school. Calder Imaging has installed a scanner and four simulators.

"We have looked for a partner for a long time, and you can see why it was worth it," said Dr Hugh Penrose, the medical director of Northfield Infirmary.

A place for evening courses

Evening courses for nurses start in September. The infirmary and Calder Imaging share the costs of 2.4 million pounds.

Related stories

Photo: Agency / Someone

Water company fined over river spill

The regulator said the company had failed to maintain its pumps, and ordered it to repay customers over three years.

Most read

Why the museum closes on Mondays

Comments

Jo from Leeds
I think the training centre is a wonderful idea, and the infirmary should have built it years ago with Calder Imaging.
`;

const RELEASE = `Joint press release by Harrow University Hospital and Veldt Medical
Harrow, 12 May 2023
Harrow University Hospital and Veldt Medical agree on stroke research
Harrow University Hospital and Veldt Medical will study the early treatment of strokes together. The agreement runs for five years and covers three clinics in the region.
Prof. Ada Lindqvist, Director of Neurology at Harrow University Hospital, says: “Every minute counts after a stroke. With Veldt Medical we can reach patients in the ambulance.”
The partners will equip two ambulances with mobile scanners in 2024. First results are expected two years later.
Veldt Medical is a leading maker of mobile scanners with headquarters in Utrecht. The company is active in 30 countries and has around 2,100 employees. In fiscal year 2022, it generated revenue of 410 million euros.
Harrow University Hospital is one of the oldest teaching hospitals in the country. With 6,400 employees, Harrow University Hospital treats 90,000 patients a year. www.harrow-hospital.example`;

function cleaned(text: string, language: Language, name = "a.txt"): ParsedDocument {
  return clean(parse({ name, mediaType: null, bytes: new TextEncoder().encode(text) }), language);
}

function inRole({ text, blocks }: ParsedDocument, role: BlockRole): string[] {
  return blocks.filter((block) => block.role === role).map(({ start, end }) => text.slice(start, end));
}

describe("clean, on saved news pages", () => {
  it("keeps a German article and takes menu, offers, inserted links, teasers and the foot away", () => {
    expect(inRole(cleaned(SAVED_GERMAN, "de"), "body").map((text) => text.slice(0, 24))).toEqual([
      "Medizintechnik",
      "Klinikum Rothenfels und ",
      "Das Klinikum Rothenfels ",
      "Veröffentlicht: 14.03.20",
      "Rothenfels. Im neuen Her",
      "© Klinikum Rothenfels",
      "„Mit Optaris haben wir e",
      "Drei neue Kathetermesspl",
      "Der erste Messplatz geht",
      "Das Herzzentrum wird von",
    ]);
  });

  it("keeps an English article and takes menu, teasers and comments away", () => {
    expect(inRole(cleaned(SAVED_ENGLISH, "en"), "body").map((text) => text.slice(0, 24))).toEqual([
      "Northfield Infirmary and",
      "Published 3 June 2024",
      "Northfield Infirmary and",
      "The centre occupies two ",
      '"We have looked for a pa',
      "A place for evening cour",
      "Evening courses for nurs",
    ]);
  });

  it("cuts teasers by their shape where nothing announces them", () => {
    const teasers = ["Zoo", "Bahn", "Wald", "Meer"].map(
      (name) => `© Agentur ${name}\n\n${name} bleibt heute leider geschlossen\n`,
    );
    const article = SAVED_ENGLISH.slice(SAVED_ENGLISH.indexOf("Northfield"), SAVED_ENGLISH.indexOf("Related"));
    expect(inRole(cleaned(article + teasers.join("\n"), "en"), "furniture")).toHaveLength(8);
  });

  it("changes roles only", () => {
    const parsed = parse({ name: "a.txt", mediaType: null, bytes: new TextEncoder().encode(SAVED_GERMAN) });
    const { blocks, ...rest } = clean(parsed, "de");
    expect({ ...rest, blocks: blocks.map((block) => ({ ...block, role: "body" })) }).toEqual(parsed);
  });
});

describe("clean, on documents that are all article", () => {
  it("keeps a press release, and tells the paragraphs about its organisations apart", () => {
    const parsed = cleaned(RELEASE, "en");
    expect(inRole(parsed, "furniture")).toEqual([]);
    expect(inRole(parsed, "about").map((text) => text.slice(0, 13))).toEqual(["Veldt Medical", "Harrow Univer"]);
  });

  it("keeps what a release announces, even a newsletter or a login", () => {
    const text =
      "Neuer Newsletter für Angehörige\n\nDie Klinik Talheim verschickt ab Mai einen Newsletter für Angehörige, der alle zwei Monate erscheint.\n\nDer Newsletter enthält Termine und Hinweise der Pflege.";
    expect(inRole(cleaned(text, "de"), "furniture")).toEqual([]);
  });

  it("keeps a guide that speaks to its readers", () => {
    const text =
      "Anmeldung in der Klinik\n\nSie kommen morgens an den Empfang, und dort bekommen Sie eine Karte mit Ihrem Namen.\n\nBitte bringen Sie Ihren Ausweis mit.\n\nAnmelden können Sie sich auch am Telefon, wenn Sie nicht in die Klinik kommen können.\n\nKontakt\nTel. 0123 4567890";
    expect(inRole(cleaned(text, "de"), "furniture")).toEqual([]);
  });

  it("keeps a last paragraph that praises a partner without describing it", () => {
    const text = `${RELEASE.split("\n").slice(0, 6).join("\n")}\nHarrow University Hospital is delighted that the cooperation with Veldt Medical will be funded by the county, because the county has more than 100 employees who wait for results.`;
    expect(inRole(cleaned(text, "en"), "about")).toEqual([]);
  });

  it("changes nothing where there is no prose to tell an article by", () => {
    expect(inRole(cleaned("Kommentare\n\nNewsletter bestellen\n\nMeistgelesen", "de"), "furniture")).toEqual([]);
  });
});

describe("clean, on Markdown", () => {
  const head = "# Zentrum\n\nDie Klinik Talheim und Noviscan bauen zusammen ein Zentrum auf, das im Mai öffnet.\n\n";

  it("takes sections about the partners, with their subsections, and nothing below them", () => {
    const text = `${head}## Die Partner\n\n### Klinik Talheim\n\nDie Klinik hat 420 Betten.\n\n### Noviscan\n\n- Sitz: Talheim\n\n## Ausblick\n\nDas Zentrum soll wachsen.`;
    expect(inRole(cleaned(text, "de", "a.md"), "about")).toEqual([
      "Die Partner",
      "Klinik Talheim",
      "Die Klinik hat 420 Betten.",
      "Noviscan",
      "Sitz: Talheim",
    ]);
  });

  it("knows a section about an organisation from one about the matter", () => {
    const about = (heading: string, below: string) =>
      inRole(cleaned(`${head}## ${heading}\n\n${below}`, "de", "a.md"), "about").length;
    expect(about("Über Noviscan", "Noviscan stellt Geräte her.")).toBe(2);
    expect(about("Über die Kooperation", "Die Kooperation beginnt im Mai.")).toBe(0);
    expect(about("Über Grenzen hinweg forschen", "Die Teams arbeiten in zwei Ländern.")).toBe(0);
    expect(about("Über 20 Jahre Erfahrung", "Die Teams haben 20 Jahre Erfahrung.")).toBe(0);
  });

  it("finds nothing to be furniture in a plain document", () => {
    const text = `${head}## Newsletter\n\nDer Newsletter der Klinik erscheint monatlich.\n\n## Kommentare\n\nDie Leitung kommentiert das nicht.`;
    expect(inRole(cleaned(text, "de", "a.md"), "furniture")).toEqual([]);
  });
});

describe("clean, on real files", () => {
  const seeds = new URL("../../../shared/seeds/", import.meta.url);
  const pages = new URL("../../../shared/data/", import.meta.url);
  const needs = (context: TestContext, folder: URL): void => {
    if (!existsSync(folder)) context.skip(`${folder.pathname.split("/").slice(-3).join("/")} is not on this machine`);
  };

  it("keeps the whole of every article, and none of the words that only its teasers have", (context) => {
    needs(context, seeds);
    const wordsOf = (texts: readonly string[]) => new Set(texts.join(" ").match(/\p{L}{4,}/gu) ?? []);
    for (const name of readdirSync(seeds).filter((file) => file.endsWith(".txt"))) {
      const text = new TextDecoder().decode(readFileSync(new URL(name, seeds)));
      const { blocks } = cleaned(text, "de");
      const firstGone = blocks.findIndex(({ role }) => role === "furniture");
      // Once furniture begins, nothing comes back.
      if (firstGone >= 0) expect(blocks.slice(firstGone).every(({ role }) => role === "furniture")).toBe(true);
      const label = /^(?:mehr zum thema|related|more on)/im.exec(text);
      expect(firstGone < 0 ? text.length : blocks[firstGone]?.start).toBe(label ? label.index : text.length);
      const last = blocks
        .filter(({ kind, end }) => kind === "paragraph" && end <= (label?.index ?? text.length))
        .at(-1);
      expect(last?.role).not.toBe("furniture");
      if (label) expect(last?.role).toBe("body");

      const kept = wordsOf(inRole({ text, blocks, meta: { unknown: {} } }, "body"));
      const article = wordsOf([text.slice(0, label?.index ?? text.length)]);
      const teasers = wordsOf([text.slice(label?.index ?? text.length)]);
      expect([...teasers].filter((word) => !article.has(word) && kept.has(word))).toEqual([]);
    }
  });

  it("takes away next to nothing from public guides, which are all content", (context) => {
    needs(context, pages);
    for (const language of ["de", "en"] as const) {
      const lines = readFileSync(new URL(`omosqa.dev_${language}.jsonl`, pages), "utf8")
        .trim()
        .split("\n");
      const contexts = new Set(lines.map((line) => z.object({ context: z.string() }).parse(JSON.parse(line)).context));
      let all = 0;
      let kept = 0;
      for (const text of contexts) {
        for (const { role, start, end } of cleaned(text, language).blocks) {
          all += end - start;
          if (role === "body") kept += end - start;
        }
      }
      expect(kept / all).toBeGreaterThan(0.99);
    }
  }, 30_000);
});

describe("clean, on anything", () => {
  it("never throws, and gives every block a role", () => {
    const line = fc.oneof(
      fc.string(),
      fc.lorem({ maxCount: 20 }),
      fc.constantFrom("", "Kommentare", "Newsletter bestellen", "© X", "About X", "- item"),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom("de", "en", null), (lines, language) => {
        const text = `x${lines.join("\n")}`;
        const parsed = parse({ name: "a.txt", mediaType: null, bytes: new TextEncoder().encode(text) });
        const roles = clean(parsed, language).blocks.map(({ role }) => role);
        expect(roles).toHaveLength(parsed.blocks.length);
        expect(roles.every((role) => ["body", "about", "furniture"].includes(role))).toBe(true);
      }),
    );
  });
});
