import { expect, it } from "vitest";
import { untilOpen } from "./until-open.js";

interface Greeter {
  greet(name: string): Promise<string>;
}

it("refuses every call until the real port is there, and hands calls on from then", async () => {
  let real: Greeter | null = null;
  const port = untilOpen<Greeter>(() => real);
  await expect(port.greet("Ada")).rejects.toMatchObject({ code: "index_not_ready" });

  real = { greet: async (name) => `Hello, ${name}` };
  expect(await port.greet("Ada")).toBe("Hello, Ada");
});
