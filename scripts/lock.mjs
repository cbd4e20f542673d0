// One process at a time prepares a clone; the others wait for it and then find everything ready.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const POLL_MS = 200;
/** No install takes this long: the number of a process that is gone may belong to another one by now. */
const STALE_MS = 30 * 60_000;

/** Runs `body` while no other process of this user runs one for the same folder. `say` hears that it has to wait. */
export async function withLock(folder, say, body) {
  const path = lockPath(folder);
  for (let waited = false; !take(path); waited = true) {
    if (!waited) say("Another process is preparing this folder; waiting for it …");
    await setTimeout(POLL_MS);
  }
  try {
    return await body();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Outside the folder, since that may be a clone in which nothing is ignored yet. */
export function lockPath(folder) {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(tmpdir(), `konsil-prepare-${userInfo().username}-${name}.lock`);
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    dropIfStale(path);
    return false;
  }
}

/** A process that was killed leaves its lock behind. Renaming first makes sure that only one waiter removes it. */
function dropIfStale(path) {
  const owner = ownerOf(path);
  if (owner === null || (isAlive(owner) && ageMs(path) < STALE_MS)) return;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  // Someone else may have replaced it in between: then it is theirs and goes back.
  if (ownerOf(aside) === owner) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function ownerOf(path) {
  try {
    const owner = Number(readFileSync(path, "utf8"));
    return Number.isInteger(owner) && owner > 0 ? owner : null;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function ageMs(path) {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
