// `npm run test:api-fuzz`: a stranger tries the API. schemathesis makes requests from /openapi.json, valid and broken ones,
// sends them to a server of its own, and checks every answer. `-- --max N` makes N requests at most for each call and
// phase; the default makes more than 3,000 in all.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { PrepareError, prepare, ROOT, runScript } from "./prepare.mjs";

const SCHEMATHESIS = "4.32.5";
const USUAL_MAX = 150;
/** With the usual budget, fewer requests than these mean that something was left out. */
const WANTED = 3000;
const INSTALL_MS = 300_000;
/** schemathesis removes what it finds, and a server without documents answers 503, as it should. */
const SPARE_DOCUMENTS = 300;

const SKIPPED = "Skipped: the API was not fuzzed, because";

await runScript(async () => {
  const { values } = parseArgs({ options: { max: { type: "string", default: String(USUAL_MAX) } } });
  const max = Number(values.max);
  if (!Number.isInteger(max) || max < 1) throw new PrepareError("--max takes a whole number above 0.");
  await prepare();
  const schemathesis = install();
  if (schemathesis === null) return;
  const { code, generated } = await fuzz(schemathesis, max);
  process.stdout.write(`\n${generated} requests were made.\n`);
  const tooFew = max >= USUAL_MAX && generated < WANTED;
  if (tooFew) process.stdout.write(`That is less than the ${WANTED} that are wanted.\n`);
  process.exitCode = code === 0 && !tooFew ? 0 : 1;
});

/** The path of the program, installed once into a folder of its own; null, and told, where that is not possible. */
function install() {
  const folder = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
    "konsil",
    `schemathesis-${SCHEMATHESIS}`,
  );
  const program = join(folder, "bin", "st");
  if (existsSync(program) && runs(program, "--version")) return program;
  if (!runs("python3", "-c", "import sys, venv; sys.exit(sys.version_info < (3, 10))")) {
    process.stdout.write(`${SKIPPED} there is no Python 3.10 or newer (python3, with venv).\n`);
    return null;
  }
  process.stderr.write(`Installing schemathesis ${SCHEMATHESIS} into ${folder} …\n`);
  mkdirSync(folder, { recursive: true });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `schemathesis==${SCHEMATHESIS}`];
  if (runs("python3", "-m", "venv", folder) && runs(join(folder, "bin", "python"), ...pip)) return program;
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(
    `${SKIPPED} pip could not install schemathesis ${SCHEMATHESIS} (is the package index reachable?).\n`,
  );
  return null;
}

function runs(command, ...args) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", 2], timeout: INSTALL_MS }).status === 0;
}

/** Runs a server with keys over the corpus of the repository, and schemathesis against it. */
async function fuzz(schemathesis, max) {
  const load = (name) => import(pathToFileURL(join(ROOT, "dist", name)).href);
  const [{ readConfig }, { startServer }] = await Promise.all([load("config.js"), load("server.js")]);
  const folder = mkdtempSync(join(tmpdir(), "konsil-fuzz-"));
  const corpus = join(folder, "corpus");
  cpSync(join(ROOT, "corpus"), corpus, { recursive: true });
  for (let n = 1; n <= SPARE_DOCUMENTS; n += 1) {
    writeFileSync(join(corpus, `spare-${n}.md`), `# Notice ${n}\n\nClinic ${n} and its partner began their work.\n`);
  }
  const key = randomBytes(32).toString("hex");
  const config = readConfig({
    KONSIL_PORT: "0",
    KONSIL_CORPUS: corpus,
    KONSIL_DATA: join(folder, "data"),
    KONSIL_API_KEYS: randomBytes(32).toString("hex"),
    KONSIL_ADMIN_KEYS: key,
    KONSIL_RATE_LIMIT: "off",
    KONSIL_LOG: "error",
  });
  const output = { out: () => undefined, err: (line) => process.stderr.write(`${line}\n`), progress: () => undefined };
  const server = await startServer(config, output);
  try {
    await server.ready;
    const args = [
      ...["--config-file", join(ROOT, "scripts", "schemathesis.toml"), "run", `${server.url}/openapi.json`],
      ...["--header", `Authorization: Bearer ${key}`, "--checks", "all", "--max-examples", String(max)],
      ...["--seed", "1", "--continue-on-failure", "--suppress-health-check", "all", "--warnings", "off", "--no-color"],
    ];
    return await run(schemathesis, args, folder);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it says goes on as it comes; in it stands how many requests there were. */
function run(program, args, cwd) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", 2] });
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, generated: Number(/(\d+) generated/.exec(said)?.[1] ?? 0) }));
  });
}
