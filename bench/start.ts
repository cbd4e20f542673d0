import { quantile } from "../evals/statistics/quantile.js";
import type { Measurement } from "./measurement.js";
import { startServerProcess } from "./server-process.js";

const STARTS = 5;
const EXPECTED_MS = 2000;

/** From starting the process to ready, with a corpus that has been read before. */
export async function measureStart(folders: { data: string; corpus: string }): Promise<Measurement[]> {
  const ready: number[] = [];
  const listening: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await startServerProcess(folders);
    ready.push(server.readyMs);
    listening.push(server.listeningMs);
    await server.stop();
  }
  return [
    { name: "start to ready, median", value: quantile(ready, 0.5), unit: "ms", expected: { atMost: EXPECTED_MS } },
    { name: "start to listening, median", value: quantile(listening, 0.5), unit: "ms" },
  ];
}
