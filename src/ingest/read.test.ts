import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFiles, readBytes } from "./read.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "konsil-read-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function place(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), "text");
  }
}

async function names(...paths: readonly string[]): Promise<string[]> {
  return (await findFiles(paths)).map(({ name }) => name);
}

describe("findFiles", () => {
  it("finds known formats in a folder and below, sorted, without hidden files, README.md and pictures", async () => {
    await place("b.txt", "a.MD", "c/d.html", "c/README.md", ".git/x.md", ".hidden.md", "photo.png", "z.pdf");
    expect(await names(folder)).toEqual(["a.MD", "b.txt", "c/d.html"]);
  });

  it("names a file by its base name and says which folder it belongs to", async () => {
    await place("sub/a.md");
    const path = join(folder, "sub/a.md");
    expect(await findFiles([path])).toEqual([{ path, name: "a.md", root: join(folder, "sub") }]);
    expect(await findFiles([folder])).toEqual([{ path, name: "sub/a.md", root: folder }]);
  });

  it("finds a file once, however often it is named", async () => {
    await place("a.md");
    expect(await names(folder, join(folder, "a.md"), folder)).toEqual(["a.md"]);
  });

  it("does not follow a link back to a folder above", async () => {
    await place("sub/a.md");
    await symlink(folder, join(folder, "sub/loop"));
    await symlink(join(folder, "self"), join(folder, "self"));
    expect(await names(folder)).toEqual(["sub/a.md"]);
  });

  it("takes a README.md that is named itself", async () => {
    await place("README.md");
    expect(await names(join(folder, "README.md"))).toEqual(["README.md"]);
  });

  it("throws not_found with the path as it was given", async () => {
    const missing = findFiles(["no/such/folder"]);
    await expect(missing).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining('"no/such/folder"'),
    });
  });
});

describe("readBytes", () => {
  it("reads a file", async () => {
    await place("a.txt");
    expect(new TextDecoder().decode(readBytes(join(folder, "a.txt")))).toBe("text");
  });

  it("refuses a format that is not known", async () => {
    await place("a.pages");
    expect(() => readBytes(join(folder, "a.pages"))).toThrow(
      expect.objectContaining({ code: "unsupported_media_type" }),
    );
  });

  it("names the file, and not its folder, when it cannot be read", async () => {
    const unreadable = expect.objectContaining({
      code: "unreadable_document",
      message: expect.not.stringContaining(folder),
    });
    await mkdir(join(folder, "folder.md"));
    await symlink(join(folder, "nowhere"), join(folder, "dangling.md"));
    expect(() => readBytes(join(folder, "folder.md"))).toThrow(unreadable);
    expect(() => readBytes(join(folder, "dangling.md"))).toThrow(unreadable);
    expect(() => readBytes(join(folder, "gone.md"))).toThrow(unreadable);
  });

  it("says that permission is missing", async (context) => {
    if (process.getuid?.() === 0) return context.skip("the administrator may read everything");
    await place("secret.md");
    await chmod(join(folder, "secret.md"), 0);
    expect(() => readBytes(join(folder, "secret.md"))).toThrow(/permission is missing/);
  });
});
