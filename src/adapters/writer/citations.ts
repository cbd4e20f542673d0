import type { Message, WriterSource } from "../../contracts/ports.js";
import { splitSentences } from "../../language/sentences.js";

/** A stretch of a reply as a model that cites by itself sends it, piece after piece. */
export interface CitedPiece {
  /** Another one is another stretch; what is cited counts for the whole of its stretch. */
  readonly block: number;
  readonly text: string;
  /** Places among the sources that were sent along, from 0. */
  readonly sources: readonly number[];
}

/**
 * Models cite stretches of a sentence or less, and say whom only behind it. A longer one comes without citations, mostly,
 * and is not held back for them.
 */
const HELD_CHARACTERS = 600;

/** All sources of the messages, in the order in which they are sent. */
export function citableSources(messages: readonly Message[]): readonly WriterSource[] {
  return messages.flatMap(({ citable }) => citable?.sources ?? []);
}

/** The text with what is cited as markers in each sentence: "Since 2019 [1]." A stretch is held back until it ends. */
export async function* withMarkers(
  pieces: AsyncIterable<CitedPiece>,
  sources: readonly WriterSource[],
): AsyncGenerator<string> {
  let block = -1;
  let held = "";
  let markers = new Set<number>();
  for await (const piece of pieces) {
    if (piece.block !== block) {
      yield marked(held, markers);
      block = piece.block;
      held = "";
      markers = new Set();
    }
    held += piece.text;
    for (const source of piece.sources) {
      const marker = sources[source]?.marker;
      if (marker !== undefined) markers.add(marker);
    }
    if (held.length > HELD_CHARACTERS && markers.size === 0) {
      const last = splitSentences(held).at(-1)?.start ?? held.length;
      yield held.slice(0, last);
      held = held.slice(last);
    }
  }
  yield marked(held, markers);
}

/** In front of what ends each sentence. */
function marked(text: string, markers: ReadonlySet<number>): string {
  if (markers.size === 0) return text;
  const note = [...markers].map((marker) => ` [${marker}]`).join("");
  let result = "";
  let done = 0;
  for (const { start, end } of splitSentences(text)) {
    const words = text.slice(start, end).replace(/[\s.!?…:;,]*["”“»«’)\]]*$/u, "").length;
    if (words === 0) continue;
    result += text.slice(done, start + words) + note;
    done = start + words;
  }
  return result + text.slice(done);
}
