import { createMemoryKeptResponses } from "../fakes/kept-responses-memory.js";
import { keptResponsesConformance } from "./kept-responses.js";

keptResponsesConformance("the memory", async () => {
  const kept = createMemoryKeptResponses({ most: 3 });
  return { kept, reopen: null, dispose: () => kept.close() };
});
