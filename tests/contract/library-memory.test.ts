import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { libraryConformance } from "./library.js";
import { DIMENSIONS, RECIPE } from "./synthetic-documents.js";

libraryConformance("the library in memory", async () => {
  const library = createMemoryLibrary({ recipe: RECIPE, dimensions: DIMENSIONS });
  return { library, reopen: null, dispose: () => library.close() };
});
