import { WriterError } from "../../src/contracts/writer-error.js";
import { createScriptedWriter, type Script } from "../fakes/scripted-writer.js";
import { describeWriter, type OpenWriter } from "./writer.js";

async function open(script: Script): Promise<OpenWriter> {
  const writer = createScriptedWriter(script);
  let tell: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const look = () => (writer.abandoned > 0 ? tell() : setImmediate(look));
  return {
    writer,
    stopped: () => {
      look();
      return left;
    },
    close: async () => undefined,
  };
}

const FOREVER = new Promise<never>(() => undefined);

describeWriter("scripted-writer", {
  replying: (text) => open(text),
  stalling: (text) => open([text.slice(0, 20), FOREVER]),
  failing: {
    "a server that fails": { failure: "failed", open: () => open(["Seit", new WriterError("failed", "It failed")]) },
  },
});
