import { createOverlapReranker } from "../fakes/reranker-overlap.js";
import { describeReranker } from "./reranker.js";

describeReranker("reranker-overlap", {
  create: async () => createOverlapReranker(),
  createBroken: async () => createOverlapReranker({ isBroken: true }),
});
