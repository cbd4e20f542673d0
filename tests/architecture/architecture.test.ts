import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import * as rules from "./rules.js";
import { readModule, readSource } from "./source.js";

describe("the source", () => {
  const source = readSource(PACKAGE_ROOT);

  it("is found at all", () => {
    expect(source.map((module) => module.path)).toContain("src/ask/ask.ts");
  });

  it.each(Object.entries(rules))("keeps the rule %s", (_name, rule) => {
    expect(rule(source)).toEqual([]);
  });
});

describe("the rules", () => {
  const ruleOf = new Map(Object.entries(rules));
  const broken: readonly [keyof typeof rules, Readonly<Record<string, string>>][] = [
    [
      "stepsDoNotImportEachOther",
      {
        "src/ask/ask.ts": 'import { a } from "./judge.js"; import { b } from "./retrieve.js";',
        "src/ask/judge.ts": 'import type { x } from "./retrieve.js";',
      },
    ],
    [
      "stepsDoNotImportEachOther",
      {
        "src/ingest/ingest.ts": 'import { a } from "./parse/parse.js"; import { b } from "./chunk.js";',
        "src/ingest/parse/html.ts": 'export { x } from "../chunk.js";',
      },
    ],
    [
      "partsBelongToOneStep",
      {
        "src/ask/ask.ts": 'import { a } from "./judge.js"; import { b } from "./retrieve.js";',
        "src/ask/judge.ts": 'import { x } from "./signals.js";',
        "src/ask/retrieve.ts": 'import { x } from "./fusion.js";',
        "src/ask/fusion.ts": 'import { x } from "./signals.js";',
      },
    ],
    ["roomsKeepTheirPlace", { "src/language/words.ts": 'import { x } from "../ask/judge.js";' }],
    ["roomsKeepTheirPlace", { "src/channels/http/app.ts": 'import { x } from "../../adapters/library-local.js";' }],
    ["roomsKeepTheirPlace", { "src/novelty/thing.ts": 'import { x } from "../contracts/answer.js";' }],
    ["onlyAdaptersImportEngines", { "src/wire.ts": 'const x = await import("libsql");' }],
    ["onlyAdaptersImportEngines", { "src/ask/ask.ts": 'import type { X } from "@langchain/core/documents";' }],
    ["onlyAdaptersImportEngines", { "src/channels/http/app.ts": 'import { App } from "@slack/bolt";' }],
    ["onlyAdaptersImportEngines", { "src/channels/slack/bot.ts": 'import OpenAI from "openai";' }],
    ["contractsImportOnlyZod", { "src/contracts/answer.ts": 'import { readFileSync } from "node:fs";' }],
    ["onlyConfigReadsTheEnvironment", { "src/wire.ts": "const x = process.env.HOME;" }],
    ["onlyConfigReadsTheEnvironment", { "src/wire.ts": 'const x = process["env"];' }],
    ["onlyConfigReadsTheEnvironment", { "src/wire.ts": 'import { env as e } from "node:process";' }],
    ["nothingIsExportedByDefault", { "src/wire.ts": "export default function wire() {}" }],
    ["nothingIsExportedByDefault", { "src/wire.ts": "const x = 1; export default x;" }],
    ["nothingIsExportedByDefault", { "src/wire.ts": "const x = 1; export { x as default };" }],
    ["filesAreShort", { "src/wire.ts": "const x = 1;\n".repeat(401) }],
    [
      "importsHaveNoCycles",
      {
        "src/ask/a.ts": 'import "./b.js";',
        "src/ask/b.ts": 'import type { X } from "./c.js";',
        "src/ask/c.ts": 'const x = await import("./a.js");',
      },
    ],
  ];

  it.each(broken)("catch what breaks %s (example %#)", (name, files) => {
    expect(ruleOf.get(name)?.(modulesOf(files))).toHaveLength(1);
  });

  it("have an example each", () => {
    expect(new Set(broken.map(([name]) => name))).toEqual(new Set(ruleOf.keys()));
  });

  it("let what is allowed pass", () => {
    const modules = modulesOf({
      "src/contracts/answer.ts": 'import { z } from "zod"; import { isoDate } from "./document.js";',
      "src/contracts/document.ts": 'import { z } from "zod";',
      "src/ask/ask.ts": 'import { judge } from "./judge.js"; import { retrieve } from "./retrieve.js";',
      "src/ask/judge.ts": 'import { x } from "./judge-signals.js"; import { w } from "../language/words.js";',
      "src/ingest/parse/parse.ts": 'import { html } from "./html.js";',
      "src/adapters/library-local.ts": 'import Database from "libsql"; import { read } from "node:fs";',
      "src/channels/http/app.ts": 'import type { Asker } from "../../ask/ask.js"; import { Hono } from "hono";',
      "src/channels/slack/bot.ts": 'import { App } from "@slack/bolt";',
      "src/config.ts": "const x = process.env;",
      "src/wire.ts": 'import { createAsker } from "./ask/ask.js"; import { Config } from "./config.js";',
    });
    expect(Object.values(rules).flatMap((rule) => rule(modules))).toEqual([]);
  });
});

function modulesOf(files: Readonly<Record<string, string>>) {
  return Object.entries(files).map(([path, text]) => readModule(path, text));
}
