import { describe } from "vitest";
import { createSteadyWriter } from "../../src/adapters/writer-steady.js";
import type { Writer } from "../../src/contracts/ports.js";
import { WriterError } from "../../src/contracts/writer-error.js";
import { createScriptedWriter, type Script } from "../fakes/scripted-writer.js";
import { describeWriter, type OpenWriter } from "./writer.js";

const FOREVER = new Promise<never>(() => undefined);

const WRAPPINGS: Readonly<Record<string, (writer: Writer) => Writer>> = {
  "scripted-writer": (writer) => writer,
  "writer-steady": (writer) => createSteadyWriter(writer),
};

describe.each(Object.entries(WRAPPINGS))("in this process: %s", (name, wrap) => {
  async function open(script: Script): Promise<OpenWriter> {
    const scripted = createScriptedWriter(script);
    return { writer: wrap(scripted), stopped: () => scripted.left, close: async () => undefined };
  }

  describeWriter(name, {
    replying: (text) => open(text),
    stalling: (text) => open([text.slice(0, 20), FOREVER]),
    failing: {
      "a model that fails": {
        failure: "invalid_reply",
        open: () => open(["Seit", new WriterError("invalid_reply", "Broken")]),
      },
    },
  });
});
