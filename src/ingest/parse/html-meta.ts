import { z } from "zod";
import type { SourceMeta } from "../document-structure.js";
import { readMeta } from "../source-meta.js";
import type { HtmlDocument } from "./html-nodes.js";

/** What a page's head says about it. What it says wrongly is passed over: a page is found, not written for Konsil. */
export function metaOf(page: HtmlDocument): SourceMeta {
  const candidates: Readonly<Record<string, readonly (string | null | undefined)[]>> = {
    title: [property(page, "og:title"), ownTitle(page)],
    publisher: [property(page, "og:site_name"), property(page, "publisher")],
    publishedAt: [
      property(page, "article:published_time"),
      property(page, "datePublished"),
      linkedDate(page),
      articleTime(page),
    ].map((date) => date?.trim().slice(0, 10)),
    url: [page.querySelector('link[rel="canonical"]')?.getAttribute("href"), property(page, "og:url")],
    language: [page.documentElement.getAttribute("lang")?.trim().slice(0, 2).toLowerCase()],
  };
  let meta: SourceMeta = { unknown: {} };
  for (const [name, values] of Object.entries(candidates)) {
    for (const value of values) {
      const reading = value ? readMeta({ [name]: value.replace(/\s+/g, " ").trim() }) : null;
      if (reading === null || !("meta" in reading) || !(name in reading.meta)) continue;
      meta = { ...meta, ...reading.meta };
      break;
    }
  }
  return meta;
}

function property(page: HtmlDocument, name: string): string | null {
  for (const attribute of ["property", "name", "itemprop"]) {
    const content = page.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute("content");
    if (content?.trim()) return content;
  }
  return null;
}

/** The heading, or `<title>`, which on many sites ends with the site's name. */
function ownTitle(page: HtmlDocument): string | null {
  const inHead = page.querySelector("head > title")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const heading = page.querySelector("h1")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  if (heading !== "" && (inHead === "" || inHead.toLowerCase().includes(heading.toLowerCase()))) return heading;
  return inHead || heading || null;
}

/** The time at the top of the article; later ones may belong to events and to other articles. */
function articleTime(page: HtmlDocument): string | null {
  const marked = page.querySelector("time[datetime][pubdate], time[datetime][itemprop=datePublished]");
  const article = page.querySelector("article") ?? page.querySelector("main") ?? page.body;
  const time = marked ?? article.querySelector("time[datetime]");
  if (!time) return null;
  if (time !== marked) {
    const before = (article.textContent ?? "").split(time.textContent ?? "\0", 1)[0] ?? "";
    if ((time.textContent ?? "").trim() === "" || before.trim().length > TOP_OF_ARTICLE) return null;
  }
  return time.getAttribute("datetime");
}

/** Characters of title, kicker and byline that may come before an article's date. */
const TOP_OF_ARTICLE = 600;

const linkedSchema = z.looseObject({
  "@type": z.union([z.string(), z.array(z.string())]).optional(),
  "@graph": z.array(z.unknown()).optional(),
  datePublished: z.string().optional(),
});

/** `datePublished` of an article in JSON-LD. */
function linkedDate(page: HtmlDocument): string | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const date = publishedIn(fromJson(script.textContent ?? ""));
    if (date) return date;
  }
  return null;
}

function publishedIn(value: unknown): string | null {
  for (const entry of Array.isArray(value) ? value : [value]) {
    const { data } = linkedSchema.safeParse(entry);
    if (!data) continue;
    const types = [data["@type"] ?? []].flat();
    if (data.datePublished && types.some((type) => /article|posting|report|webpage/i.test(type)))
      return data.datePublished;
    const nested = data["@graph"] ? publishedIn(data["@graph"]) : null;
    if (nested) return nested;
  }
  return null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page with broken JSON-LD is still a page.
    return null;
  }
}
