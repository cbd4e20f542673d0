import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import { describeServedApi } from "../../src/describe-api.js";

it("docs/openapi.json describes the API as it is served", () => {
  const kept: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, "docs", "openapi.json"), "utf8"));
  expect(kept, "docs/openapi.json is out of date: renew it with `npm run openapi`").toEqual(describeServedApi());
});
