import type { SourceModule } from "./source.js";

/** What each room may import of the others. Files directly below `src/` put rooms together and may import any. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  language: ["src/contracts/"],
  ingest: ["src/contracts/", "src/language/"],
  ask: ["src/contracts/", "src/language/"],
  adapters: ["src/contracts/", "src/language/"],
  observe: ["src/contracts/"],
  client: ["src/contracts/", "src/channels/http/schemas.ts"],
  channels: [
    "src/contracts/",
    "src/observe/",
    "src/ask/ask.ts",
    "src/ingest/ingest.ts",
    "src/config.ts",
    "src/version.ts",
    "src/wire.ts",
  ],
};

/** Only these put steps in order. A step is what one of them imports. */
const COMPOSERS: readonly string[] = [
  "src/ingest/ingest.ts",
  "src/ingest/ingest-folders.ts",
  "src/ask/ask.ts",
  "src/ask/tell-answer.ts",
  "src/ask/teller.ts",
  "src/ask/write-answer.ts",
];

/** Types and values that steps hand to each other, and folders of such; everything else belongs to one step alone. */
const SHARED: readonly string[] = [
  "src/ask/draft.ts",
  "src/ask/late-interaction.ts",
  "src/ask/library-vocabulary.ts",
  "src/ask/phrases-figures.ts",
  "src/ask/phrases-framing.ts",
  "src/ask/prompt.ts",
  "src/ask/reading/",
  "src/ask/sentence-views.ts",
  "src/ask/steps.ts",
  "src/ask/term-match.ts",
  "src/ask/verdict.ts",
  "src/ask/verdict/",
  "src/ask/word-means.ts",
  "src/ask/word-products.ts",
  "src/ask/written.ts",
  "src/ingest/canonical-text.ts",
  "src/ingest/document-structure.ts",
  "src/ingest/ingest-report.ts",
  "src/ingest/line-shape.ts",
  "src/ingest/prepared.ts",
  "src/ingest/recipe.ts",
  "src/ingest/source-meta.ts",
];

function isShared(target: string): boolean {
  return SHARED.some((it) => it === target || (it.endsWith("/") && target.startsWith(it)));
}

/** Engines and vendors, which stay behind the ports. */
const ENGINES =
  /^(?:@langchain\/.*|langchain|hnswlib-node|@xenova\/transformers|@huggingface\/transformers|onnxruntime-.*|libsql|better-sqlite3|weaviate-client|openai|@anthropic-ai\/.*|ollama|node-llama-cpp|@slack\/.*)$/;

const MAX_LINES = 400;

type Rule = (modules: readonly SourceModule[]) => string[];

/** A step of `ask` or `ingest` knows no other step. */
export const stepsDoNotImportEachOther: Rule = (modules) => {
  const steps = stepsOf(modules);
  return eachImport(modules, (from, to) => steps.has(to) && !COMPOSERS.includes(from));
};

/** What two steps use is listed as shared, or else it is a way for one of them to depend on the other. */
export const partsBelongToOneStep: Rule = (modules) => {
  const users = new Map<string, string[]>();
  for (const step of stepsOf(modules)) {
    for (const part of partsOf(step, modules)) users.set(part, [...(users.get(part) ?? []), step]);
  }
  return [...users]
    .filter(([, steps]) => steps.length > 1)
    .map(([part, steps]) => `${part} is used by ${steps.join(" and ")}, and not listed as shared`);
};

export const roomsKeepTheirPlace: Rule = (modules) =>
  eachImport(modules, (from, to) => {
    const room = roomOf(from);
    if (room === null || !to.startsWith("src/") || roomOf(to) === room) return false;
    const allowed = ROOMS[room];
    return allowed === undefined || !allowed.some((start) => to.startsWith(start));
  });

/**
 * Slack's own library is the protocol of a channel, as HTTP is of another: events, blocks and acknowledgements are what
 * `src/channels/slack/` is about, and a port in between would say all of it once more.
 */
const isChannelOfSlack = (from: string, to: string): boolean =>
  from.startsWith("src/channels/slack/") && to.startsWith("@slack/");

export const onlyAdaptersImportEngines: Rule = (modules) =>
  eachImport(modules, (from, to) => ENGINES.test(to) && roomOf(from) !== "adapters" && !isChannelOfSlack(from, to));

export const contractsImportOnlyZod: Rule = (modules) =>
  eachImport(modules, (from, to) => roomOf(from) === "contracts" && roomOf(to) !== "contracts" && to !== "zod");

export const onlyConfigReadsTheEnvironment: Rule = (modules) =>
  modules.filter((module) => module.readsEnvironment && module.path !== "src/config.ts").map((module) => module.path);

export const nothingIsExportedByDefault: Rule = (modules) =>
  modules.filter((module) => module.hasDefaultExport).map((module) => module.path);

export const filesAreShort: Rule = (modules) =>
  modules
    .filter((module) => module.lines > MAX_LINES)
    .map((module) => `${module.path} has ${module.lines} lines, more than ${MAX_LINES}`);

/** Cycles of imports, types included: what knows each other is one thing. */
export const importsHaveNoCycles: Rule = (modules) => {
  const edges = new Map(modules.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), path].join(" > "));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
};

function eachImport(modules: readonly SourceModule[], isWrong: (from: string, to: string) => boolean): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter(({ target }) => isWrong(path, target)).map(({ target }) => `${path} imports ${target}`),
  );
}

/** `src/ask/judge.ts` is in the room `ask`; `src/wire.ts` and packages are in none. */
function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Everything of `ask` and `ingest` that a composer imports, apart from what is shared. */
function stepsOf(modules: readonly SourceModule[]): ReadonlySet<string> {
  const composed = modules.filter(({ path }) => COMPOSERS.includes(path)).flatMap(({ imports }) => imports);
  const names = composed.map(({ target }) => target).filter((target) => /^src\/(?:ask|ingest)\//.test(target));
  return new Set(names.filter((target) => !COMPOSERS.includes(target) && !isShared(target)));
}

/** The files of its room that a step reaches, itself and shared ones apart. */
function partsOf(step: string, modules: readonly SourceModule[]): ReadonlySet<string> {
  const parts = new Set<string>();
  const visit = (path: string): void => {
    for (const { target } of modules.find((module) => module.path === path)?.imports ?? []) {
      if (roomOf(target) !== roomOf(step) || isShared(target) || parts.has(target)) continue;
      parts.add(target);
      visit(target);
    }
  };
  visit(step);
  return parts;
}
