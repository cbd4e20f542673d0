import type { Language } from "../../src/contracts/document.js";

export const LANGUAGES = ["de", "en"] as const satisfies readonly Language[];

/** Language of the question and of the document that holds its answer. */
export const DIRECTIONS = ["de>de", "en>en", "de>en", "en>de"] as const;
export type Direction = (typeof DIRECTIONS)[number];
