export interface Places {
  /** Runs the work as soon as there is a place for it, in the order of asking. Throws what the work throws. */
  take<T>(work: () => Promise<T>): Promise<T>;
}

/** So much is done at the same time, and no more. */
export function createPlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async take(work) {
      if (taken >= count) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
      try {
        return await work();
      } finally {
        // The place goes to the next one without becoming free in between.
        const next = waiting.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
  };
}
