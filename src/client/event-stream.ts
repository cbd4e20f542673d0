/**
 * The events of a body of server-sent events, `data` read as JSON, wherever the network cut it
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Leaving the loop cancels the body.
 */
export async function* readEvents<Event>(response: Response): AsyncGenerator<Event> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split(done ? LINE_END : LINE_END_WITHIN);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line.startsWith("data:")) data.push(line.slice("data:".length).replace(/^ /, ""));
        if (line !== "" || data.length === 0) continue;
        yield JSON.parse(data.join("\n"));
        data = [];
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const LINE_END = /\r\n|\n|\r/;
/** A carriage return that comes last may be the first half of a line end. */
const LINE_END_WITHIN = /\r\n|\n|\r(?!$)/;
