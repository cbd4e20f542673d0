/** A stretch of a document's canonical text, in UTF-16 offsets, half open. */
export interface Place {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the whole of `inner` stands in `outer`. */
export function holds(outer: Place, inner: Place): boolean {
  return outer.documentId === inner.documentId && outer.start <= inner.start && inner.end <= outer.end;
}
