import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadBundledModel } from "../../bench/model.js";
import { corrupt } from "../../evals/grounding/corrupt.js";
import { openLibrary, readGood, showSources } from "../../evals/grounding/grounding-set.js";
import { createMeasurement, type Measured } from "../../evals/grounding/measure.js";
import { isForFitting } from "../../evals/grounding/pick.js";
import { STILL_TRUE } from "../../evals/grounding/still-true.js";

const all = readGood("good.yaml");
const reported = all.filter(({ id }) => !isForFitting(id));
const TELLING = ["number", "scale", "unit", "date", "person", "organisation", "place", "invented name", "negation"];

let measured: Measured;
let close: () => Promise<void>;

beforeAll(async () => {
  const embedder = await loadBundledModel();
  const library = await openLibrary(embedder);
  close = async () => {
    await library.close();
    await embedder.close();
  };
  const shown = await showSources({ library, embedder }, reported);
  measured = await createMeasurement(embedder, shown).measure(reported, all);
}, 180_000);

afterAll(() => close());

const caught = (found: Measured["corrupted"]) => found.filter(({ verdict }) => !verdict.stands).length / found.length;

describe("the sentences for grounding", () => {
  it("are many, half in German and half in English, and so are their corruptions", () => {
    const german = all.filter(({ language }) => language === "de").length / all.length;
    expect(all.length).toBeGreaterThanOrEqual(140);
    expect(german).toBeGreaterThan(0.45);
    expect(german).toBeLessThan(0.55);
    expect(corrupt(all).length).toBeGreaterThanOrEqual(300);
  });

  it("name none as still true that is not made", () => {
    const made = new Set(corrupt(all).map(({ id }) => id));
    expect([...STILL_TRUE.keys()].filter((id) => !made.has(id))).toEqual([]);
  });
});

describe("grounding with the bundled model, on the half that no limit was chosen on", () => {
  it("catches the corruptions of numbers, dates, names and negations", () => {
    expect(caught(measured.corrupted.filter((it) => TELLING.includes(it.corrupted.kind)))).toBeGreaterThanOrEqual(0.98);
  });

  it("catches nearly all corruptions", () => {
    expect(caught(measured.corrupted)).toBeGreaterThanOrEqual(0.96);
  });

  it("loses few good sentences", () => {
    const lost = measured.good.filter(({ verdict }) => !verdict.stands);
    expect(lost.length / measured.good.length).toBeLessThanOrEqual(LOST);
  });

  it("rests no sentence on another document than its own, whatever marker the model wrote", () => {
    const quoted = measured.wrongMarkers.filter(
      ({ good, verdict }) =>
        verdict.stands && verdict.quotations.every((it) => it.candidate.document.id !== good.document),
    );
    expect(quoted.map(({ good }) => good.id)).toEqual([]);
  });
});

/** Of the good sentences, what is lost at most. */
const LOST = 0.06;
