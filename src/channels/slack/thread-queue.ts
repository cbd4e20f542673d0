export interface ThreadQueue {
  /** Runs the work after everything that was added for this thread before it. The work does not throw. */
  add(thread: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** One answer at a time in a thread, and `atOnce` in all. */
export function createThreadQueue(atOnce: number): ThreadQueue {
  const lastOf = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function withPlace(work: () => Promise<void>): Promise<void> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await work();
    } finally {
      // The place goes to the next one without becoming free in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    add(thread, work) {
      const before = lastOf.get(thread) ?? Promise.resolve();
      const done = before.then(() => withPlace(work));
      lastOf.set(thread, done);
      void done.then(() => {
        if (lastOf.get(thread) === done) lastOf.delete(thread);
      });
    },

    async idle() {
      while (lastOf.size > 0) await Promise.all(lastOf.values());
    },
  };
}
