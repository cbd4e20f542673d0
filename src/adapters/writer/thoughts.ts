const OPENING = "<think>";
const CLOSING = "</think>";

/**
 * The reply without what a reasoning model thinks aloud before it: servers that do not tell the two apart send it in
 * front, between `<think>` and `</think>`.
 */
export async function* withoutThoughts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let state: "unknown" | "thinking" | "replying" = "unknown";
  let held = "";
  for await (const piece of pieces) {
    if (state === "replying") {
      yield piece;
      continue;
    }
    held += piece;
    const start = held.trimStart();
    if (state === "unknown" && start.startsWith(OPENING)) state = "thinking";
    if (state === "unknown" && !OPENING.startsWith(start)) state = "replying";
    const end = state === "thinking" ? held.indexOf(CLOSING) : -1;
    if (end >= 0) {
      state = "replying";
      held = held.slice(end + CLOSING.length).trimStart();
    }
    // Of a thought only its end is waited for.
    if (state === "thinking") held = held.slice(-CLOSING.length);
    if (state !== "replying") continue;
    yield held;
    held = "";
  }
  if (state === "unknown") yield held;
}
