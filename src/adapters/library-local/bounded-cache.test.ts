import { describe, expect, it } from "vitest";
import { createBoundedCache } from "./bounded-cache.js";

describe("a bounded cache", () => {
  it("forgets what was not used, once it is full", () => {
    const cache = createBoundedCache<string, number>(3);
    for (const [index, key] of ["a", "b", "c"].entries()) cache.set(key, index);
    expect(cache.get("a")).toBe(0);
    cache.set("d", 3);
    expect(["a", "b", "c", "d"].map((key) => cache.get(key))).toEqual([0, undefined, 2, 3]);
  });

  it("weighs its values", () => {
    const cache = createBoundedCache<string, string>(10, (value) => value.length);
    cache.set("a", "12345");
    cache.set("b", "123456");
    expect(cache.get("a")).toBeUndefined();
    cache.set("b", "1");
    cache.set("c", "123456789");
    expect(cache.get("b")).toBe("1");
  });

  it("keeps nothing that is heavier than all it may hold", () => {
    const cache = createBoundedCache<string, string>(3, (value) => value.length);
    cache.set("a", "1234");
    expect(cache.get("a")).toBeUndefined();
  });

  it("is empty after clearing", () => {
    const cache = createBoundedCache<string, number>(1);
    cache.set("a", 1);
    cache.clear();
    expect(cache.get("a")).toBeUndefined();
    cache.set("b", 2);
    expect(cache.get("b")).toBe(2);
  });
});
