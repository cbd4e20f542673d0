import type { Language } from "../../../contracts/document.js";

/** An ISO date as people write it. */
export function showDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(date),
  );
}

/** Nothing else becomes a link: `javascript:` above all. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
