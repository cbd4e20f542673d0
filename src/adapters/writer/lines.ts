/**
 * The response, whose body fails with a `SyntaxError` at a line that is no JSON. Ollama's client goes on without such a
 * line, and prints it.
 */
export function checkedLines(response: Response): Response {
  if (response.body === null) return response;
  const decoder = new TextDecoder();
  let line = "";
  const check = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      const lines = (line + decoder.decode(bytes, { stream: true })).split("\n");
      line = lines.pop() ?? "";
      for (const whole of lines) if (whole.trim() !== "") JSON.parse(whole);
      controller.enqueue(bytes);
    },
    flush() {
      if (line.trim() !== "") JSON.parse(line);
    },
  });
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(check), { status, headers });
}
