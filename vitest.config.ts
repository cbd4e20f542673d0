import { defineConfig } from "vitest/config";

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
        test: { name: "parts", include: ["tests/{behaviour,contract,langchain,mcp,openai,slack}/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "product",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{behaviour,browser,contract,langchain,mcp,openai,slack}/**"],
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
