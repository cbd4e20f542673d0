import { damagedRow } from "./storage-errors.js";

const LENGTH_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** The word states of the sentences of a passage as bytes: the length of each (uint32, little-endian), then all of them. */
export function encodeWordStates(sentences: readonly Int8Array[]): Buffer {
  const lengths = Buffer.alloc(sentences.length * LENGTH_BYTES);
  for (const [at, { length }] of sentences.entries()) lengths.writeUInt32LE(length, at * LENGTH_BYTES);
  return Buffer.concat([
    lengths,
    ...sentences.map((states) => Buffer.from(states.buffer, states.byteOffset, states.length)),
  ]);
}

/** The reverse of `encodeWordStates`. Throws `storage_damaged`. */
export function decodeWordStates(stored: Uint8Array, sentences: number): Int8Array[] {
  // Copied, because SQLite's bytes would keep the whole row in memory.
  const { buffer } = Uint8Array.from(stored);
  const lengths = new DataView(buffer);
  let at = sentences * LENGTH_BYTES;
  if (buffer.byteLength < at) throw damagedRow(new Error("word states that are cut off"));
  const decoded = Array.from({ length: sentences }, (_, sentence) => {
    const length = lengths.getUint32(sentence * LENGTH_BYTES, true);
    if (at + length > buffer.byteLength) throw damagedRow(new Error("word states that are cut off"));
    at += length;
    return new Int8Array(buffer, at - length, length);
  });
  if (at !== buffer.byteLength) throw damagedRow(new Error("word states of another passage"));
  return decoded;
}
