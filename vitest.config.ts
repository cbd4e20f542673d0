import { defineConfig } from "vitest/config";

/** With the functions, what is counted for coverage: enough to see nearly every line, and quick for what it sees. */
const PARTS = [
  "tests/{contract,langchain,mcp,openai,slack}/**/*.test.ts",
  "tests/behaviour/{finding,http-server,metrics}.test.ts",
];

export default defineConfig({
  test: {
    // Processes rather than threads: native modules and worker threads of our own live in them without sharing state.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        // These test functions alone: one process for many files, so that each module is read once.
        test: {
          name: "functions",
          include: ["src/**/*.test.ts", "evals/**/*.test.ts"],
          isolate: false,
          setupFiles: "tests/properties/seed.ts",
        },
      },
      {
        extends: true,
        test: { name: "parts", include: PARTS },
      },
      {
        extends: true,
        test: {
          name: "product",
          include: ["tests/**/*.test.ts"],
          exclude: [...PARTS, "tests/browser/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/browser/read-corpus.ts",
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.test.ts"],
      reporter: ["text-summary", "html"],
      thresholds: { lines: 85 },
    },
  },
});
