/** One labelled example: signals by name, and whether the sentence answers. */
export interface Example {
  readonly signals: Readonly<Record<string, number>>;
  readonly label: boolean;
  readonly weight: number;
  /** Logits that are given beforehand; 0 when left out. */
  readonly offset?: number;
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares; Bishop, Pattern Recognition and
 * Machine Learning, 4.3.3) with an L2 penalty on all weights but the intercept. Deterministic. Returns the weights by
 * name, `intercept` included.
 */
export function fitLogistic(
  examples: readonly Example[],
  names: readonly string[],
  penalty = 1,
): Record<string, number> {
  const size = names.length + 1;
  const rows = examples.map(({ signals }) => [1, ...names.map((name) => signals[name] ?? 0)]);
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 30; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -penalty * weight));
    const hessian = Array.from({ length: size }, (_, at) =>
      Array.from({ length: size }, (_, other) => (at === other ? (at === 0 ? 1e-9 : penalty) : 0)),
    );
    for (const [n, row] of rows.entries()) {
      const example = examples[n];
      if (example === undefined) continue;
      const p = 1 / (1 + Math.exp(-dot(row, weights) - (example.offset ?? 0)));
      const error = ((example.label ? 1 : 0) - p) * example.weight;
      const curvature = p * (1 - p) * example.weight;
      for (let i = 0; i < size; i += 1) {
        gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
        const line = hessian[i] ?? [];
        for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + curvature * (row[i] ?? 0) * (row[j] ?? 0);
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-8) break;
  }
  return Object.fromEntries(["intercept", ...names].map((name, at) => [name, weights[at] ?? 0]));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    const at = rows.indexOf(pivot);
    rows[at] = rows[column] ?? pivot;
    rows[column] = pivot;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let k = column; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const known = solution.reduce((sum, value, k) => (k > at ? sum + value * (row[k] ?? 0) : sum), 0);
    solution[at] = ((row[rows.length] ?? 0) - known) / (row[at] ?? 1);
  }
  return solution;
}
