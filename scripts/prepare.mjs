// Makes a clone ready to run: the right Node, the locked dependencies, a current dist/. Works without dependencies,
// since it runs before there are any. Everything it says goes to standard error.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

export const ROOT = realpathSync(fileURLToPath(new URL("..", import.meta.url)));
const MODULES = join(ROOT, "node_modules");
const DIST = join(ROOT, "dist");
const INSTALL_STAMP = join(MODULES, ".konsil-install");
const BUILD_STAMP = join(DIST, ".stamp");

/** Raised for what the person at the keyboard has to mend; shown without a stack. */
export class PrepareError extends Error {}

/** Installs and builds what is missing or outdated; returns at once when nothing is. Throws PrepareError. */
export async function prepare() {
  checkNode();
  // From Node 22 on, compiled code is kept between starts.
  module.enableCompileCache?.(join(MODULES, ".konsil-compile-cache"));
  if (isInstalled() && isBuilt()) return;
  await withLock(ROOT, say, async () => {
    if (!isInstalled()) install();
    if (!isBuilt()) await build();
  });
}

/** Runs a script's body; a PrepareError becomes one message and exit code 1. */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 24) return say(`Konsil is tested on Node 20, 22 and 24; this is ${process.version}.`);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24) return;
  throw new PrepareError(`Konsil needs Node 20.19 or newer (20, 22 or 24); this is ${process.version}.`);
}

/** The locked dependencies, compiled for this very Node: another lock file or another ABI means installing again. */
function installStamp() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}`;
}

function isInstalled() {
  if (!existsSync(MODULES)) return false;
  if (existsSync(INSTALL_STAMP)) return readFileSync(INSTALL_STAMP, "utf8") === installStamp();
  if (!matchesLock() || !nativeModulesLoad()) return false;
  writeFileSync(INSTALL_STAMP, installStamp());
  return true;
}

/** True for a folder that someone filled with `npm ci` by hand: npm leaves there what it installed. */
function matchesLock() {
  const record = join(MODULES, ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path]?.version ?? (optional ? version : null)) === version,
  );
}

function nativeModulesLoad() {
  const probe = 'require("hnswlib-node"); require("libsql")';
  return spawnSync(process.execPath, ["-e", probe], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

function install() {
  checkCompiler();
  say("Installing dependencies (once, about a minute) …");
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  const env = { ...process.env, ...localHeaders() };
  // Standard output is not npm's here: `konsil ask --json` may be waiting for its own.
  // `npm run -s` silences every npm below it, and with it the reason of a failure.
  const args = [...before, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env, stdio: ["ignore", 2, 2] });
  if (error || status !== 0) {
    throw new PrepareError(
      `The dependencies could not be installed (npm ci: ${error?.message ?? `exit code ${status}`}).`,
    );
  }
  writeFileSync(INSTALL_STAMP, installStamp());
}

/** hnswlib-node is compiled at install, so say in time what that needs. */
function checkCompiler() {
  if (process.platform === "win32") return;
  const runs = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
  const missing = [];
  const pythons = [process.env.npm_config_python, process.env.PYTHON, "python3", "python"];
  if (!pythons.some((name) => name && runs(name))) missing.push("Python 3");
  if (!runs(process.env.MAKE ?? "make")) missing.push("make");
  if (![process.env.CXX, "c++", "g++", "clang++"].some((name) => name && runs(name))) missing.push("a C++ compiler");
  if (missing.length === 0) return;
  throw new PrepareError(
    `Konsil compiles its search index (hnswlib-node) when it is installed. Missing: ${missing.join(", ")}.\n` +
      "  Debian, Ubuntu:  apt-get install python3 make g++\n" +
      "  Fedora:          dnf install python3 make gcc-c++\n" +
      "  Alpine:          apk add python3 make g++\n" +
      "  macOS:           xcode-select --install",
  );
}

/** Lets node-gyp use the headers that came with this Node, if they did, instead of downloading them. */
function localHeaders() {
  if (process.env.npm_config_nodedir) return {};
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const header = join(prefix, "include", "node", "node_version.h");
  if (!existsSync(header)) return {};
  const text = readFileSync(header, "utf8");
  const number = (name) => text.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
  const version = ["MAJOR", "MINOR", "PATCH"].map(number).join(".");
  return version === process.versions.node ? { npm_config_nodedir: prefix } : {};
}

/** Every file below `folder`, in a fixed order, relative to the package. */
function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function buildStamp() {
  const hash = createHash("sha256");
  const sources = filesBelow("src").filter((path) => !path.endsWith(".test.ts"));
  const recipe = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"];
  const scripts = ["scripts/prepare.mjs", "scripts/bundle-widget.mjs"];
  for (const path of [...sources, ...recipe, ...scripts]) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function isBuilt() {
  return existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, "utf8") === buildStamp();
}

/**
 * Compiles beside the old dist/ and swaps the two, so that nobody ever reads half a build. Types are not checked: that
 * is `npm run check`, and would make the first start wait twice as long.
 */
async function build() {
  say("Building …");
  const stamp = buildStamp();
  const fresh = join(MODULES, ".konsil-build", String(process.pid));
  rmSync(dirname(fresh), { recursive: true, force: true });
  const compiler = join(MODULES, "typescript", "bin", "tsc");
  const args = [compiler, "-p", "tsconfig.build.json", "--noCheck", "--outDir", fresh];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new PrepareError("Konsil could not be built; the compiler's messages stand above.");
  for (const path of filesBelow("src").filter((path) => !/\.m?ts$|-from-source\.mjs$|tsconfig\.json$/.test(path))) {
    const target = join(fresh, path.slice("src/".length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(ROOT, path), target);
  }
  await bundle(fresh);
  if (existsSync(join(fresh, "cli.js"))) chmodSync(join(fresh, "cli.js"), 0o755);
  writeFileSync(join(fresh, ".stamp"), stamp);
  swapIn(fresh);
}

/** Its bundler is a dependency, so it is there only now. */
async function bundle(fresh) {
  const { BROWSER_SCRIPTS, bundleForBrowser } = await import("./bundle-widget.mjs");
  for (const { entry, output } of BROWSER_SCRIPTS) {
    const target = join(fresh, "channels", output);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await bundleForBrowser(entry));
  }
}

function swapIn(fresh) {
  const old = `${fresh}-old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(dirname(fresh), { recursive: true, force: true });
}
