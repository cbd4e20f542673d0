import type { Hit, Library } from "../../src/contracts/ports.js";
import { type Stored, syntheticDocument } from "./synthetic-documents.js";

export function store(library: Library, { document, passages, origin }: Stored): Promise<void> {
  return library.put(document, passages, origin);
}

export function ids(hits: readonly Hit[]): string[] {
  return hits.map(({ passage }) => passage.id);
}

export const HARBOUR = syntheticDocument(
  "harbour-clinic",
  ["The harbour clinic bought four scanners", "Its nurses train at the lighthouse school"],
  {
    publisher: "Harbour Clinic",
    publishedAt: "2024-05-01",
    partners: ["Nordlicht AG"],
    url: "https://harbour.example/news",
    metadata: { author: { name: "N. N." }, tags: ["a", 1, null] },
    source: "/somewhere/harbour.md",
  },
);
export const FJORD = syntheticDocument("fjord-klinik", ["Die Klinik am Fjord kaufte vier Scanner", "Sie bildet aus"], {
  publisher: "Fjord-Klinik Übersee",
  publishedAt: "2025-06-02",
  partners: ["Nordlicht AG", "Ärztehaus Süd"],
  language: "de",
});
export const VALLEY = syntheticDocument("valley-lab", ["A laboratory in the valley measures snow"], { language: null });

export function randomDocument(number: number, random: () => number): Stored {
  const word = () => `w${Math.floor(random() * 40)}`;
  const passages = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
    Array.from({ length: 5 + Math.floor(random() * 20) }, word).join(" "),
  );
  return syntheticDocument(`document-${number}`, passages, {
    publisher: `Publisher ${number % 3}`,
    publishedAt: number % 4 === 0 ? null : `2025-0${1 + (number % 9)}-15`,
    partners: [`Partner ${number % 5}`],
  });
}
