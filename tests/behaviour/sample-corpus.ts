import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Two invented collaborations, one in each language. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "lindental.md": `---
id: lindental
title: Klinikum Lindental und Aurora Medtech schließen Partnerschaft
publisher: Klinikum Lindental
publishedAt: 2024-03-03
language: de
partners: [Klinikum Lindental, Aurora Medtech]
---

# Klinikum Lindental und Aurora Medtech schließen Partnerschaft

Das Klinikum Lindental und Aurora Medtech haben am 3. März 2024 einen Vertrag über eine Partnerschaft unterzeichnet.
Die Partnerschaft hat eine Laufzeit von acht Jahren und umfasst 14 Kernspintomographen.

## Ausbildung

Gemeinsam richten die Partner ein Schulungszentrum für Pflegekräfte in Lindental ein.
`,
  "harrow.md": `---
id: harrow
title: Harrow Bay University and Borealis Imaging start a research alliance
publisher: Harrow Bay University
publishedAt: 2025-09-15
language: en
partners: [Harrow Bay University, Borealis Imaging]
---

# Harrow Bay University and Borealis Imaging start a research alliance

Harrow Bay University and Borealis Imaging started a research alliance on September 15, 2025.
The alliance studies the early detection of heart failure with portable ultrasound.

## Funding

Borealis Imaging contributes 12 million dollars over five years.
`,
};

export interface Workspace {
  /** A folder with a space and an umlaut in its name, since users have those. */
  readonly folder: string;
  readonly corpus: string;
  readonly data: string;
  remove(): void;
}

/** A folder of its own for one test file, with the sample corpus in it and no data yet. */
export function createWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "konsil prüfung "));
  const corpus = join(folder, "corpus");
  mkdirSync(corpus);
  for (const [name, text] of Object.entries(DOCUMENTS)) writeFileSync(join(corpus, name), text);
  return { folder, corpus, data: join(folder, "data"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
