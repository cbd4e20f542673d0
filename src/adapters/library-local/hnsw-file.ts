import { HNSW } from "./vector-index.js";

/**
 * Layout of a file that hnswlib 0.8 writes on a 64-bit little-endian machine (`saveIndex` in hnswalg.h): a header, the
 * elements of the ground level, then for each element the length of its upper links and the links.
 */
const HEADER_BYTES = 96;
const COUNT_AT = 16;
const ELEMENT_BYTES_AT = 24;
const LINK_BYTES = 4;
const LABEL_BYTES = 8;

function elementBytes(dimensions: number): number {
  const groundLinks = 2 * HNSW.m * LINK_BYTES + LINK_BYTES;
  return groundLinks + dimensions * 4 + LABEL_BYTES;
}

/**
 * Whether the bytes are a whole file of that many elements. hnswlib does not notice a full disk while it writes, and
 * takes the process down over a file that is cut short, so both sides ask here.
 */
export function isWholeHnswFile(bytes: Buffer, elements: number, dimensions: number): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  if (bytes.readBigUInt64LE(COUNT_AT) !== BigInt(elements)) return false;
  if (bytes.readBigUInt64LE(ELEMENT_BYTES_AT) !== BigInt(elementBytes(dimensions))) return false;
  let position = HEADER_BYTES + elements * elementBytes(dimensions);
  for (let element = 0; element < elements; element += 1) {
    if (position + LINK_BYTES > bytes.length) return false;
    position += LINK_BYTES + bytes.readUInt32LE(position);
  }
  return position === bytes.length;
}
