import { describe, expect, it } from "vitest";
import { KonsilError } from "../contracts/errors.js";
import { splitFrontMatter } from "./front-matter.js";
import { readMeta } from "./source-meta.js";

function mistake(text: string): KonsilError {
  try {
    splitFrontMatter(text);
  } catch (error) {
    if (error instanceof KonsilError && error.code === "unreadable_document") return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("splitFrontMatter", () => {
  it("reads every field, keeps unknown ones, and takes null as absent", () => {
    const { meta, body } = splitFrontMatter(
      [
        "---",
        "id: klinik-talheim",
        'title: "Klinik Talheim: Erprobung"',
        "publisher: null",
        "publishedAt: 2024-02-29",
        "url: https://talheim.example/1",
        "language: de",
        "partners: [Klinik Talheim, Noviscan]",
        "kind: dossier",
        "desk: health",
        "reviewed: null",
        "---",
        "# Text",
      ].join("\n"),
    );
    expect(meta).toEqual({
      id: "klinik-talheim",
      title: "Klinik Talheim: Erprobung",
      publishedAt: "2024-02-29",
      url: "https://talheim.example/1",
      language: "de",
      partners: ["Klinik Talheim", "Noviscan"],
      kind: "dossier",
      unknown: { desk: "health", reviewed: null },
    });
    expect(body).toBe("# Text");
  });

  it("leaves texts without front matter as they are, rules of dashes included", () => {
    for (const text of ["Text", "---\nText under a rule.\n---\nMore", "--- no\n", "----\na: b\n----\n", ""]) {
      expect(splitFrontMatter(text)).toEqual({ meta: { unknown: {} }, body: text });
    }
  });

  it("takes empty front matter away", () => {
    expect(splitFrontMatter("---\n---\nText").body).toBe("Text");
  });

  it("names every field that is not what it should be", () => {
    const error = mistake(
      "---\nid: a b\npublishedAt: 2023-02-30\nurl: javascript:alert(1)\nlanguage: fr\npartners: 7\n---\n",
    );
    expect(error.fields.map(({ path }) => path)).toEqual(["id", "publishedAt", "url", "language", "partners"]);
    expect(error.message).toContain("publishedAt must be a day that exists, as YYYY-MM-DD");
  });

  it("names the place in a list", () => {
    expect(mistake("---\npartners:\n  - Klinik\n  - 5\n---\n").fields[0]?.path).toBe("partners[1]");
  });

  it("names the line of broken YAML", () => {
    expect(mistake('---\nid: a\ntitle: "open\n---\n').message).toMatch(/in line \d/);
    expect(mistake("---\nid: a\nid: b\n---\n").message).toMatch(/in line 3: Map keys must be unique/);
  });

  it("refuses tags, alias bombs, endless nesting and front matter that is never closed", () => {
    const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x, x]\n${[..."bcdefgh"]
      .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${"abcdefgh"[at]}`).join(", ")}]`)
      .join("\n")}\n---\n`;
    expect(mistake(bomb).message).toMatch(/repeats too much/);
    expect(mistake("---\ntitle: !!js/function 'x'\n---\n").message).toMatch(/in line 2/);
    expect(mistake(`---\nx: ${"[".repeat(20_000)}\n---\n`).message).toMatch(/broken/);
    expect(mistake("---\ntitle: Text\n\n# Heading\n").message).toMatch(/never closed/);
    expect(mistake("---\n- a\n- b\n---\n").message).toMatch(/not a list of fields/);
  });
});

describe("readMeta", () => {
  it("keeps the day of timestamps and dates", () => {
    expect(readMeta({ publishedAt: "2024-05-06T08:00:00+02:00" })).toEqual({
      meta: { publishedAt: "2024-05-06", unknown: {} },
    });
    expect(readMeta({ publishedAt: new Date("2024-05-06") })).toEqual({
      meta: { publishedAt: "2024-05-06", unknown: {} },
    });
    expect(readMeta({ publishedAt: new Date("no date") })).toHaveProperty("mistakes");
  });

  it("takes a single partner, and empty text as absent", () => {
    expect(readMeta({ partners: "Noviscan", title: " " })).toEqual({ meta: { partners: ["Noviscan"], unknown: {} } });
  });

  it("wants numbers in text fields to be quoted", () => {
    expect(readMeta({ id: 7 })).toEqual({ mistakes: [{ path: "id", message: "must be text; put it in quotes" }] });
  });
});
