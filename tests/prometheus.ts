/** One line of the text format of Prometheus. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const FAMILY = /^# (HELP|TYPE) ([a-z][a-z0-9_]*) (.+)$/;
const SAMPLE = /^([a-z][a-z0-9_]*)(?:\{(.*)\})? (-?[\d.]+(?:e[+-]?\d+)?|NaN|[+-]Inf)$/;
const LABEL = /([a-z_]+)="((?:[^"\\]|\\.)*)"(?:,|$)/gy;

/**
 * The samples of a text in the format of Prometheus. Throws for a line that is none, and for a sample whose metric has
 * no help and type above it.
 */
export function readSamples(text: string): Sample[] {
  if (!text.endsWith("\n")) throw new SyntaxError("the last line is not ended");
  const described = { HELP: new Set<string>(), TYPE: new Set<string>() };
  return text.split("\n").flatMap((line) => {
    if (line === "") return [];
    const [, what, family = ""] = FAMILY.exec(line) ?? [];
    if (what === "HELP" || what === "TYPE") {
      described[what].add(family);
      return [];
    }
    const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
    if (name === undefined) throw new SyntaxError(`no sample: ${line}`);
    const families = [name, name.replace(/_(?:bucket|sum|count)$/, "")];
    if (!families.some((it) => described.HELP.has(it) && described.TYPE.has(it))) {
      throw new SyntaxError(`no help and type: ${line}`);
    }
    return [{ name, labels: labelsOf(labels), value: Number(value?.replace("Inf", "Infinity")) }];
  });
}

function labelsOf(text: string): Record<string, string> {
  const labels = [...text.matchAll(LABEL)];
  if (labels.map(([whole]) => whole).join("") !== text) throw new SyntaxError(`no labels: ${text}`);
  return Object.fromEntries(labels.map(([, name, value]) => [name, value]));
}

/** The sum of the samples with this name that have these labels; null where there is none. */
export function sumOf(samples: readonly Sample[], name: string, labels: Sample["labels"] = {}): number | null {
  const found = samples.filter(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  );
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
