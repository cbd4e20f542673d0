import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import { describeEmbedder } from "./embedder.js";

describeEmbedder("embedder-hashing", async () => createHashingEmbedder());
