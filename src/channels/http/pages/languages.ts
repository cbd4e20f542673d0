import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { Language } from "../../../contracts/document.js";

const LANGUAGES: readonly Language[] = ["de", "en"];

/** The reader's language: `?lang=` where it names one of ours, else by `Accept-Language`, else English. */
export function pageLanguage(c: Context): Language {
  const chosen = LANGUAGES.find((language) => language === c.req.query("lang"));
  if (chosen !== undefined) return chosen;
  const accepted = accepts(c, {
    header: "Accept-Language",
    supports: [...LANGUAGES],
    default: "en",
    match: (wanted, { supports, default: otherwise }) =>
      [...wanted]
        .sort((one, other) => other.q - one.q)
        .map(({ type, q }) => supports.find((language) => q > 0 && type.toLowerCase().split("-")[0] === language))
        .find((language) => language !== undefined) ?? otherwise,
  });
  return accepted === "de" ? "de" : "en";
}
