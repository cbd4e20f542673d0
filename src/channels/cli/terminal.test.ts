import { expect, it } from "vitest";
import { printable } from "./terminal.js";

it("keeps documents from steering the terminal, and leaves text, line breaks and colours alone", () => {
  expect(printable("a\u001b[2Jb\u0007c\rd\u009be")).toBe("a[2Jbcde");
  expect(printable("Zürich\n\tein \u001b[31mrotes\u001b[39m Wort")).toBe(
    "Zürich\n\tein \u001b[31mrotes\u001b[39m Wort",
  );
});
