import type { IngestProgress, IngestReport } from "../../ingest/ingest.js";
import type { Terminal } from "./terminal.js";

const BAR_WIDTH = 24;

/** Shows how far an ingestion is: a bar on a screen, otherwise one line for each tenth of the way. */
export function showProgress(terminal: Pick<Terminal, "err" | "status" | "errIsScreen">) {
  let shownTenth = -1;
  return ({ done, total, name }: IngestProgress): void => {
    if (terminal.errIsScreen) {
      const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
      const bar = `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`;
      terminal.status(done === total ? "" : `${bar} ${done}/${total} ${name}`);
      return;
    }
    const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
    if (tenth === shownTenth) return;
    shownTenth = tenth;
    terminal.err(`${done} of ${total} files: ${name}`);
  };
}

/** The report as lines for a person: counts, and every failure with its reason. */
export function reportLines(report: IngestReport): string[] {
  const { added, updated, unchanged, removed, failed } = report;
  const counts = `${added.length} added, ${updated.length} updated, ${unchanged.length} unchanged, ${removed.length} removed`;
  return [
    failed.length === 0 ? counts : `${counts}, ${failed.length} failed`,
    ...failed.map(({ name, message }) => `  ${name}: ${message}`),
  ];
}
