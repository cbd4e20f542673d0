import { describe, expect, it } from "vitest";
import { projectWith } from "./word-projection.js";

describe("projectWith", () => {
  /** Keeps the first and the last of three dimensions. */
  const project = projectWith(Float32Array.of(1, 1, 1), Float32Array.of(1, 0, 0, 0, 0, 1));

  it("takes the mean off, keeps what the rows keep, and brings it to unit length times 127", () => {
    expect(project(Float32Array.of(3, 9, 1))).toEqual(Int8Array.of(127, 0));
    expect(project(Float32Array.of(-3, 0, 4))).toEqual(Int8Array.of(-102, 76));
  });

  it("does so word by word, however many there are", () => {
    const first = Float32Array.of(3, 9, 1);
    const second = Float32Array.of(-3, 0, 4);
    expect(project(Float32Array.of(...first, ...second))).toEqual(Int8Array.of(...project(first), ...project(second)));
    expect(project(new Float32Array())).toEqual(new Int8Array());
  });

  it("gives a word that is the mean itself no direction", () => {
    expect(project(Float32Array.of(1, 1, 1))).toEqual(Int8Array.of(0, 0));
  });
});
