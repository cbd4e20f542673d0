import type { Language } from "../../src/contracts/document.js";

/** A plain text with what a reader would know of it from its surroundings. */
export interface PlainDocument {
  readonly id: string;
  readonly language: Language;
  readonly title: string | null;
  readonly text: string;
}
