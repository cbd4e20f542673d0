import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { libraryConformance } from "./library.js";
import { DIMENSIONS, RECIPE } from "./synthetic-documents.js";

libraryConformance("the local library", async () => {
  const folder = mkdtempSync(join(tmpdir(), "konsil-library-"));
  const options = { folder, recipe: RECIPE, dimensions: DIMENSIONS };
  let current = await createLocalLibrary(options);
  return {
    library: current,
    async reopen() {
      await current.close();
      current = await createLocalLibrary(options);
      return current;
    },
    async dispose() {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
});
