import { parseArgs } from "node:util";
import { corpusMapping, counterfactualDocuments, SEED, writeDocuments } from "./documents.js";

const USAGE = `npx tsx evals/counterfactual/run.ts FOLDER [--seed N]
Writes the counterfactual corpus: to read it, or for a system at an address to hold it (npm run eval -- --over
counterfactual --url BASE). The evaluation asks over that of seed ${SEED}, which is the default.`;

const { values, positionals } = parseArgs({
  options: { seed: { type: "string", default: `${SEED}` } },
  allowPositionals: true,
});
const [folder, ...more] = positionals;
const seed = Number(values.seed);
if (folder === undefined || more.length > 0 || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const documents = counterfactualDocuments(corpusMapping(seed));
  writeDocuments(folder, documents);
  for (const { name } of documents) console.log(name);
}
