import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createE5Embedder } from "./embedder-e5.js";

const BUNDLED = fileURLToPath(new URL("../../models/multilingual-e5-small-de-en", import.meta.url));

describe("createE5Embedder", () => {
  let modelsFolder: string;
  beforeEach(async () => {
    modelsFolder = await mkdtemp(join(tmpdir(), "konsil-models-"));
  });
  afterEach(() => rm(modelsFolder, { recursive: true, force: true }));

  it("says which files are expected when the model is not there", async () => {
    await expect(createE5Embedder({ model: "acme/absent", modelsFolder })).rejects.toMatchObject({
      code: "model_unavailable",
      message: expect.stringMatching(/absent.*onnx\/model_quantized\.onnx.*KONSIL_EMBEDDER/s),
    });
  });

  it("names the missing file of an incomplete folder, given as a path", async () => {
    const folder = join(modelsFolder, "half");
    await cp(BUNDLED, folder, { recursive: true });
    await rm(join(folder, "tokenizer.json"));
    await expect(createE5Embedder({ model: folder, modelsFolder: "/nowhere" })).rejects.toMatchObject({
      code: "model_unavailable",
      message: expect.stringContaining("tokenizer.json missing"),
    });
  });

  it("refuses a configuration of something else", async () => {
    const folder = join(modelsFolder, "foreign");
    await cp(BUNDLED, folder, { recursive: true });
    await writeFile(join(folder, "config.json"), "{}");
    await expect(createE5Embedder({ model: "foreign", modelsFolder })).rejects.toMatchObject({
      code: "model_unavailable",
    });
  });

  it("gives up, in ready() and in every call, when the weights are damaged", async () => {
    const folder = join(modelsFolder, "damaged");
    await cp(BUNDLED, folder, { recursive: true });
    await writeFile(join(folder, "onnx", "model_quantized.onnx"), "not a model");
    const embedder = await createE5Embedder({ model: "damaged", modelsFolder });
    const early = embedder.embedPassages(["waits for the model"]);
    await expect(early).rejects.toMatchObject({ code: "model_unavailable" });
    await expect(embedder.ready()).rejects.toMatchObject({ code: "model_unavailable" });
    await expect(embedder.embedQuestion("later?")).rejects.toMatchObject({ code: "model_unavailable" });
    await embedder.close();
  }, 60_000);

  it("gives no words without a projection, and is told from the same model with one", async () => {
    const folder = join(modelsFolder, "multilingual-e5-small-de-en");
    await cp(BUNDLED, folder, { recursive: true });
    await rm(join(folder, "word-projection.bin"));
    const [plain, bundled] = await Promise.all(
      [folder, BUNDLED].map((model) => createE5Embedder({ model, modelsFolder, workers: 1 })),
    );
    const passage = { context: "", text: "Ist es da?", sentences: [{ start: 0, end: 10 }] };
    const reading = await plain?.readQuestion("Ist es da?");
    expect(reading).toEqual({ vector: await bundled?.embedQuestion("Ist es da?"), words: null });
    expect(await plain?.readPassages([passage])).toMatchObject([{ sentenceWords: null }]);
    expect(plain?.id).not.toBe(bundled?.id);
    await Promise.all([plain?.close(), bundled?.close()]);
  }, 60_000);

  it("refuses a projection of another model", async () => {
    const folder = join(modelsFolder, "mixed");
    await cp(BUNDLED, folder, { recursive: true });
    await writeFile(join(folder, "word-projection.bin"), new Uint8Array(4 * 1000));
    const embedder = await createE5Embedder({ model: "mixed", modelsFolder, workers: 1 });
    await expect(embedder.ready()).rejects.toMatchObject({ code: "model_unavailable" });
    await embedder.close();
  }, 60_000);

  it("leaves the exit code alone when the process ends amid the work", async () => {
    const adapter = new URL("./embedder-e5.ts", import.meta.url).href;
    const script = `
      import { createE5Embedder } from ${JSON.stringify(adapter)};
      const embedder = await createE5Embedder({ model: ${JSON.stringify(BUNDLED)}, modelsFolder: "." });
      const texts = Array.from({ length: 40 }, (_, i) => "Ein langer Text. ".repeat(50) + i);
      embedder.embedPassages(texts).catch(() => {});
      await embedder.embedQuestion("Schon fertig?");
      process.exit(3);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const [complaint, [code, signal]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect({ code, signal, complaint }).toEqual({ code: 3, signal: null, complaint: "" });
  }, 60_000);

  it("downloads a missing model only when allowed, and keeps it", async () => {
    const asked: string[] = [];
    const hub = createServer((request, response) => {
      const path = (request.url ?? "").replace("/acme/tiny/resolve/main/", "");
      asked.push(path);
      readFile(join(BUNDLED, path)).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
    const { port } = hub.address() as AddressInfo;
    const remoteHost = `http://127.0.0.1:${port}/`;
    try {
      await mkdir(modelsFolder, { recursive: true });
      await expect(createE5Embedder({ model: "acme/tiny", modelsFolder, remoteHost })).rejects.toMatchObject({
        code: "model_unavailable",
      });
      expect(asked).toEqual([]);

      const embedder = await createE5Embedder({
        model: "acme/tiny",
        modelsFolder,
        remoteHost,
        allowRemote: true,
        workers: 1,
      });
      expect(await embedder.embedQuestion("Ist es da?")).toHaveLength(384);
      await embedder.close();
      expect(asked).toContain("onnx/model_quantized.onnx");
    } finally {
      hub.close();
      hub.closeAllConnections();
    }
    const kept = await createE5Embedder({ model: "acme/tiny", modelsFolder, workers: 1 });
    expect(kept.id).toMatch(/^tiny@/);
    await kept.close();
  }, 60_000);
});
