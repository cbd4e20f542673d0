import { answeredTrial, goldDocuments } from "../trial.js";
import type { ShareMetric } from "./metric.js";

/** Share of answered answerable cases that cite a document which holds the evidence: |{cited ∩ gold ≠ ∅}| / |answered|. */
export const rightDocument: ShareMetric = {
  id: "right-document",
  title: { de: "Richtiges Dokument", en: "Right document" },
  better: "higher",
  of: "share",
  valueOf: (trial) => {
    const answered = answeredTrial(trial);
    if (answered === null) return null;
    const gold = goldDocuments(answered);
    return answered.answer.citations.some(({ documentId }) => gold.includes(documentId));
  },
};
