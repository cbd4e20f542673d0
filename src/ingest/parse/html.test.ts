import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.js";

const PAGE = `<!doctype html>
<html lang="de-DE"><head><title>Klinik Seewald kooperiert mit Lumetra | Seewald Nachrichten</title>
<meta property="og:site_name" content="Seewald Nachrichten">
<link rel="canonical" href="https://seewald.example/n/1">
<script type="application/ld+json">{"@graph":[{"@type":"Event","startDate":"2030-01-01"},
{"@type":"NewsArticle","datePublished":"2024-05-06T08:00:00+02:00"}]}</script>
<style>p { color: red }</style></head>
<body><header><a href="/">Start</a><h1>Klinik Seewald kooperiert mit Lumetra</h1></header>
<nav><ul><li><a href="/a">Sport</a></li></ul></nav>
<div id="cookie-banner"><p>Wir verwenden Cookies. Stimmen Sie zu?</p></div>
<main><article><p>Seewald, 6. Mai 2024</p>
<p>Die Klinik Seewald und die Lumetra GmbH bauen gemeinsam ein Zentrum f&uuml;r Bildgebung auf. Der
Vertrag l&auml;uft &uuml;ber acht Jahre &amp; umfasst zw&ouml;lf Ger&auml;te.</p>
<h2>Ziele</h2><p>Die Partner wollen Wartezeiten verk&uuml;rzen:</p>
<ul><li>k&uuml;rzere <b>Wege</b></li><li>weniger<ol><li>Papier</li></ol></li></ul>
<table><tr><th>Jahr</th><th>Ger&auml;te</th></tr><tr><td>2024</td><td>4</td></tr></table>
<figure><img src="https://tracker.example/x.png" alt="Bild"><figcaption>Blick in den Neubau</figcaption></figure>
<p>Das hilft uns sehr, sagte Dr. Ina Wolter, die Chef&auml;rztin der Radiologie.<br>Sie leitet das Zentrum.</p></article></main>
<aside><p>Newsletter bestellen</p></aside><footer><p>Impressum</p></footer><script>alert("x")</script></body></html>`;

function outline(html: string): string[] {
  const { text, blocks } = parseHtml(html);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`);
}

describe("parseHtml", () => {
  it("leaves out what the page's own style hides", () => {
    const hidden = ["display: none", "visibility:hidden", "font-size:0", "opacity: 0"];
    const page = `<p>Die Klinik hat 40 Betten.</p>${hidden.map((style) => `<p style="${style}">${style}</p>`).join("")}<p style="opacity:0.9">Sie liegt in Talheim.</p>`;
    expect(outline(page)).toEqual(["paragraph: Die Klinik hat 40 Betten.", "paragraph: Sie liegt in Talheim."]);
  });

  it("reads the article of a page, block by block, and nothing around it", () => {
    expect(outline(PAGE)).toEqual([
      "title1: Klinik Seewald kooperiert mit Lumetra",
      "dateline: Seewald, 6. Mai 2024",
      "paragraph: Die Klinik Seewald und die Lumetra GmbH bauen gemeinsam ein Zentrum für Bildgebung auf. Der Vertrag läuft über acht Jahre & umfasst zwölf Geräte.",
      "heading2: Ziele",
      "paragraph: Die Partner wollen Wartezeiten verkürzen:",
      "item: kürzere Wege",
      "item: weniger",
      "item: Papier",
      "row: Jahr | Geräte",
      "row: 2024 | 4",
      "caption: Blick in den Neubau",
      "paragraph: Das hilft uns sehr, sagte Dr. Ina Wolter, die Chefärztin der Radiologie.\nSie leitet das Zentrum.",
    ]);
    expect(parseHtml(PAGE).text).toContain("- kürzere Wege\n- weniger\n  1. Papier");
  });

  it("reads what the page says about itself", () => {
    expect(parseHtml(PAGE).meta).toEqual({
      title: "Klinik Seewald kooperiert mit Lumetra",
      publisher: "Seewald Nachrichten",
      publishedAt: "2024-05-06",
      url: "https://seewald.example/n/1",
      language: "de",
      unknown: {},
    });
  });

  it("passes over metadata that is wrong", () => {
    const { meta } = parseHtml(
      '<html lang="fr"><head><link rel="canonical" href="javascript:x"><meta property="article:published_time" content="soon"><script type="application/ld+json">{broken</script></head><body><p>Text.</p></body></html>',
    );
    expect(meta).toEqual({ unknown: {} });
  });

  it("takes a time at the top of the article for its date, and no later one", () => {
    const time = '<time datetime="2024-01-02">2 January 2024</time>';
    const filler = `<p>${"The centre is new and large. ".repeat(30)}</p>`;
    expect(parseHtml(`<article><h1>Centre</h1>${time}${filler}</article>`).meta.publishedAt).toBe("2024-01-02");
    expect(
      parseHtml(`<article><h1>Centre</h1>${filler}<p>Open day: ${time}</p></article>`).meta.publishedAt,
    ).toBeUndefined();
  });

  it("reads fragments and pages without an article", () => {
    expect(outline("Just text<br><br>and more")).toEqual(["paragraph: Just text", "paragraph: and more"]);
    expect(outline("<h1>Short</h1><div>One <i>two</i><p>three</p>four</div>")).toEqual([
      "title1: Short",
      "paragraph: One two",
      "paragraph: three",
      "paragraph: four",
    ]);
  });

  it("gives trimmed blocks in order for any markup", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<ul><li>",
      "</ul>",
      "<table><tr><td>",
      "</table>",
      "<br>",
      "<h1>",
      "<h2>x</h2>",
      "&nbsp;",
      "&#8203;",
      "<!--",
      "-->",
      "<a href=x>",
      "text",
      "<body>",
      "<pre> a\n b</pre>",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const { text, blocks } = parseHtml(pieces.join(""));
        let end = 0;
        for (const block of blocks) {
          const content = text.slice(block.start, block.end);
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(content).not.toBe("");
          expect(content.trim()).toBe(content);
          end = block.end;
        }
      }),
      { numRuns: 60 },
    );
  });
});
