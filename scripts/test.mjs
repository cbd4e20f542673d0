// `npm test`: everything that has to hold, and one line that says how it went. With arguments, just those tests.
// `--checks` runs the static checks alone (`npm run check`).
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, ROOT, runScript } from "./prepare.mjs";

const bin = (...path) => join(ROOT, "node_modules", ...path);

const CHECKS = [
  { name: "biome", args: [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"] },
  { name: "typescript", args: [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."] },
  { name: "typescript (widget)", args: [bin("typescript", "bin", "tsc"), "-p", "src/channels/widget"] },
  { name: "typescript (pages)", args: [bin("typescript", "bin", "tsc"), "-p", "src/channels/http/browser"] },
  { name: "size-limit", args: [bin("size-limit", "bin.js")] },
  { name: "knip", args: [bin("knip", "bin", "knip.js"), "--no-progress"] },
];

await runScript(async () => {
  await prepare();
  const args = process.argv.slice(2);
  const tally = args[0] === "--checks" ? await runChecks() : await runEverything(args);
  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
});

async function runEverything(args) {
  if (args.length > 0) return runTests(args);
  const tallies = [await runChecks()];
  // Counting what is covered costs a third of the time; what the whole product is asked goes through the same code again.
  tallies.push(await runTests(["--coverage", "--project=functions", "--project=parts"]));
  tallies.push(await runTests(["--project=product", "--project=browser"]));
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

/** All at the same time; what one says is shown when it has failed. */
async function runChecks() {
  const results = await Promise.all(
    CHECKS.map(async ({ name, args }) => {
      const { code, output } = await runNode(args, "pipe");
      process.stdout.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}\n${output}\n`);
      return code === 0;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), "konsil-test-"));
  const report = join(folder, "report.json");
  try {
    const vitest = [bin("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json"];
    const { code } = await runNode([...vitest, `--outputFile.json=${report}`, ...args], "inherit");
    return count(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests by their results; a file that could not be run, and a run that failed without a failed test, count as one each. */
function count(report, code) {
  if (report === null) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  for (const file of broken) process.stdout.write(`✗ ${file.name} did not run: ${file.message}\n`);
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
  const failed = report.numFailedTests + broken.length;
  if (failed === 0 && code !== 0) process.stdout.write("✗ the test run failed as a whole, see above\n");
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function runNode(args, stdio) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", stdio, stdio] });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.on("error", fail);
    child.on("close", (code) => done({ code, output }));
  });
}
