/** Counts changes of parsing, cleaning, chunking, word analysis and word states that make stored passages outdated. */
const PIPELINE_VERSION = 5;

/** Names everything that decides what a document's passages look like; a document of another recipe is made again. */
export function recipeOf(embedderId: string): string {
  return `${embedderId}/pipeline-${PIPELINE_VERSION}`;
}
