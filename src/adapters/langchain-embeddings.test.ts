import { describe, expect, it } from "vitest";
import { createHashingEmbedder } from "./embedder-hashing.js";
import { KonsilEmbeddings } from "./langchain-embeddings.js";

describe("KonsilEmbeddings", () => {
  const embedder = createHashingEmbedder(32);
  const embeddings = new KonsilEmbeddings(embedder);

  it("gives LangChain the vectors of the embedder, as plain arrays", async () => {
    const texts = ["Die Klinik Auental", "a ferry on the lake"];
    const expected = (await embedder.embedPassages(texts)).map((vector) => Array.from(vector));
    expect(await embeddings.embedDocuments(texts)).toEqual(expected);
    expect(await embeddings.embedQuery("Wer?")).toEqual(Array.from(await embedder.embedQuestion("Wer?")));
  });

  it("lets the embedder's errors through", async () => {
    const closed = createHashingEmbedder();
    await closed.close();
    await expect(new KonsilEmbeddings(closed).embedQuery("Wer?")).rejects.toMatchObject({ code: "cancelled" });
  });
});
