/** Browser module `/page/stream.js`: talks to the API. */
export const STREAM = String.raw`/** Hands the events of a stream of bytes to "hear", whole ones only. */
export async function readEvents(body, hear) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const data = block.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      if (data !== "") hear(JSON.parse(data));
    }
  }
}

/** A refusal of the server; "code" as in its problem. */
export class Refused extends Error {
  constructor(code, requestId) {
    super(code);
    this.code = code;
    this.requestId = requestId;
  }
}

let key = sessionStorage.getItem("konsil-key");

export function useKey(value) {
  key = value;
  sessionStorage.setItem("konsil-key", value);
}

/** The response, when it is a good one. Throws Refused. */
export async function call(path, options = {}) {
  const headers = { ...options.headers, ...(key ? { authorization: "Bearer " + key } : {}) };
  const response = await fetch(path, { ...options, headers });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Refused(problem.code ?? "other", problem.requestId);
}

/** Asks, and hands every event to "hear". Throws Refused. */
export async function ask(request, hear, signal) {
  const response = await call("/v1/ask", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ ...request, stream: true }),
    signal,
  });
  let finished = false;
  await readEvents(response.body, (event) => {
    if (event.type === "error") throw new Refused(event.problem.code, event.problem.requestId);
    finished ||= event.type === "answer.finished";
    hear(event);
  });
  if (!finished) throw new Refused("offline");
}
`;
