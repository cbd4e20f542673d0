/** Where a point cloud lies, and the directions in which it spreads most. */
export interface PrincipalComponents {
  readonly mean: Float64Array;
  /** Orthogonal unit vectors, that of the greatest variance first. */
  readonly components: readonly Float64Array[];
}

/** A rotation that would change less than this share of the trace is left out, and without any the search ends. */
const NEGLIGIBLE = 1e-12;
/** Jacobi's method converges quadratically: some ten sweeps are usual. */
const MOST_SWEEPS = 50;

/** The first `kept` principal components of points that follow one another in `points`, each of so many dimensions. */
export function principalComponents(points: Float32Array, dimensions: number, kept: number): PrincipalComponents {
  const mean = meanOf(points, dimensions);
  const { values, vectors } = eigen(covarianceOf(points, mean));
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return { mean, components: order.slice(0, kept).flatMap((at) => vectors[at] ?? []) };
}

function meanOf(points: Float32Array, dimensions: number): Float64Array {
  const mean = new Float64Array(dimensions);
  const count = points.length / dimensions;
  for (let at = 0; at < points.length; at++)
    mean[at % dimensions] = entry(mean, at % dimensions) + entry(points, at) / count;
  return mean;
}

function covarianceOf(points: Float32Array, mean: Float64Array): Float64Array[] {
  const dimensions = mean.length;
  const count = points.length / dimensions;
  const sums = mean.map(() => 0);
  const covariance = Array.from(sums, () => new Float64Array(dimensions));
  const centred = new Float64Array(dimensions);
  for (let point = 0; point < count; point++) {
    for (let i = 0; i < dimensions; i++) centred[i] = entry(points, point * dimensions + i) - entry(mean, i);
    for (const [i, row] of covariance.entries()) {
      const scaled = entry(centred, i) / count;
      for (let j = 0; j < dimensions; j++) row[j] = entry(row, j) + scaled * entry(centred, j);
    }
  }
  return covariance;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic method (Golub and Van Loan, Matrix Computations,
 * 8.5). The matrix is used up.
 */
function eigen(matrix: readonly Float64Array[]): {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
} {
  const size = matrix.length;
  const vectors = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return unit;
  });
  const trace = matrix.reduce((sum, row, i) => sum + Math.abs(entry(row, i)), 0);
  let rotated = true;
  for (let sweep = 0; rotated; sweep++) {
    if (sweep === MOST_SWEEPS) throw new Error("the eigenvectors do not converge");
    rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotated = rotate(matrix, vectors, p, q, NEGLIGIBLE * trace) || rotated;
    }
  }
  return { values: matrix.map((row, i) => entry(row, i)), vectors };
}

/** Turns the axes p and q so that their covariance is 0; false where it is negligible already. */
function rotate(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
  negligible: number,
): boolean {
  const [rowP, rowQ] = [matrix[p], matrix[q]];
  const [vectorP, vectorQ] = [vectors[p], vectors[q]];
  if (rowP === undefined || rowQ === undefined || vectorP === undefined || vectorQ === undefined) return false;
  const shared = entry(rowP, q);
  if (Math.abs(shared) <= negligible) return false;
  const ratio = (entry(rowQ, q) - entry(rowP, p)) / (2 * shared);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  turn(rowP, rowQ, cosine, sine);
  for (const row of matrix) {
    const [a, b] = [entry(row, p), entry(row, q)];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
  turn(vectorP, vectorQ, cosine, sine);
  return true;
}

function turn(one: Float64Array, other: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [entry(one, i), entry(other, i)];
    one[i] = cosine * a - sine * b;
    other[i] = sine * a + cosine * b;
  }
}

function entry(numbers: Float32Array | Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
