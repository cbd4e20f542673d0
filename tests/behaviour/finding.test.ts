import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import type { FoundPassage } from "../../src/contracts/answer.js";
import type { Filter } from "../../src/contracts/document.js";
import { createLog } from "../../src/observe/log.js";
import { type Application, wire } from "../../src/wire.js";
import { createWorkspace } from "./sample-corpus.js";

const workspace = createWorkspace();
let application: Application;

beforeAll(async () => {
  const config = readConfig({ KONSIL_DATA: workspace.data });
  application = await wire(config, { log: createLog({ level: "silent" }) });
  await application.prepare(config.corpus);
});
afterAll(async () => {
  await application.close();
  workspace.remove();
});

function search(query: string, options: { filter?: Filter; limit?: number } = {}): Promise<FoundPassage[]> {
  return application.asker.search({ query, ...options });
}

async function firstDocument(query: string): Promise<string | undefined> {
  return (await search(query))[0]?.documentId;
}

describe("a search of the shipped corpus", () => {
  it.each([
    ["one word", "Theranostik", "northwestern-medicine"],
    ["two words", "Hämatologie Osnabrück", "muenster-osnabrueck"],
    ["an abbreviation", "WTZ", "muenster-osnabrueck"],
    ["a name without its accent", "charite", "charite"],
    ["an umlaut spelled out", "Universitaetsklinikum Muenster", "muenster-osnabrueck"],
    ["a compound written apart", "Krebs Zentrum Osnabrück", "muenster-osnabrueck"],
    ["a compound with a hyphen", "Tumor-Zentrum", "muenster-osnabrueck"],
    ["one wrong letter", "Hämatalogie", "muenster-osnabrueck"],
    ["one letter missing", "Nortwestern", "northwestern-medicine"],
    ["two letters swapped and one missing", "Theransotk", "northwestern-medicine"],
    ["English asked of a German document", "haematology in Osnabrück", "muenster-osnabrueck"],
    ["German asked of an English document", "Wer ist Vorstandsvorsitzender der Charité?", "charite"],
  ])("puts the right document first, asked with %s", async (_, query, document) => {
    expect(await firstDocument(query)).toBe(document);
  });

  it.each([
    ["What does Siemens Healthineers do together with Charité?", "charite"],
    ["Was macht Siemens Healthineers gemeinsam mit der Charité?", "charite"],
    ["What does Siemens Healthineers do together with Northwestern Medicine?", "northwestern-medicine"],
    ["Was macht Siemens Healthineers gemeinsam mit Northwestern Medicine?", "northwestern-medicine"],
  ])("does not drift to the other partnership of the same company: %s", async (query, document) => {
    const found = await search(query, { limit: 5 });
    expect(found.map(({ documentId }) => documentId)).toEqual(found.map(() => document));
  });

  it("has no more than a few passages of one document before another comes, unless it asks about one", async () => {
    const longestRun = (found: readonly FoundPassage[]) =>
      found.findIndex((it) => it.documentId !== found[0]?.documentId);
    const general = await search("cooperation in healthcare", { limit: 10 });
    expect(longestRun(general)).toBeLessThanOrEqual(4);
    expect(new Set(general.map(({ documentId }) => documentId)).size).toBe(3);
    const about = await search("Klinikum Osnabrück", { limit: 6 });
    expect(new Set(about.map(({ documentId }) => documentId))).toEqual(new Set(["muenster-osnabrueck"]));
  });

  it("fills a filtered search up from the documents that are left", async () => {
    const { documents } = await application.library.documents();
    for (const { id, passages, publisher, partners, publishedAt } of documents) {
      const query = "Was ist Theranostik und wer leitet die Radiologie?";
      const filters: Filter[] = [{ documentIds: [id] }, ...partners.map((partner) => ({ partners: [partner] }))];
      if (publisher !== null) filters.push({ publishers: [publisher] });
      if (publishedAt !== null) filters.push({ publishedAfter: publishedAt, publishedBefore: publishedAt });
      for (const filter of filters) {
        const found = await search(query, { filter, limit: passages });
        expect(found.length, JSON.stringify(filter)).toBeGreaterThanOrEqual(Math.min(passages, 5));
        expect(found.filter(({ documentId }) => documentId === id).length).toBeGreaterThan(0);
        const { documents: allowed } = await application.library.documents(filter);
        expect(allowed.map((document) => document.id)).toEqual(
          expect.arrayContaining(found.map((it) => it.documentId)),
        );
      }
    }
  });

  it("gives scores that fall from first to last, and each passage once", async () => {
    for (const query of ["Siemens Healthineers", "Was ist geplant?", "oncology", "Radiologie Northwestern Medicine"]) {
      const found = await search(query, { limit: 30 });
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(new Set(found.map(({ passageId }) => passageId)).size).toBe(found.length);
    }
  });
});

describe("a question with a typing error", () => {
  it("is answered, and says how it was read", async () => {
    const answer = await application.asker.ask({ question: "Was ist Theranostk?" });
    expect(answer).toMatchObject({ status: "answered", readAs: "Was ist Theranostik?" });
    expect(answer.citations[0]?.documentId).toBe("northwestern-medicine");
  });

  it("says nothing of the kind where there was none", async () => {
    const answer = await application.asker.ask({ question: "Was ist Theranostik?" });
    expect(answer.status).toBe("answered");
    expect("readAs" in answer).toBe(false);
  });
});
