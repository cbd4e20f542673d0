import { type Stored, seededRandom, syntheticDocument } from "../contract/synthetic-documents.js";

export const DOCUMENT_IDS = Array.from({ length: 12 }, (_, number) => `document-${number}`);

/** A document of which every passage, word and vector tells the version; the same version is always the same. */
export function versionOf(id: string, version: number): Stored {
  const random = seededRandom(version);
  const count = 1 + Math.floor(random() * 12);
  const texts = Array.from({ length: count }, (_, ordinal) => {
    const filler = Array.from({ length: 20 }, () => `w${Math.floor(random() * 200)}`).join(" ");
    return `${id} version${version} part${ordinal} ${filler}`;
  });
  return syntheticDocument(id, texts, { metadata: { version } });
}
