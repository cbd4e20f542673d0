export interface ThreadQueue {
  /** Runs the work after everything that was added for this thread before it. The work does not throw. */
  add(thread: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** One answer at a time in a thread. */
export function createThreadQueue(): ThreadQueue {
  const lastOf = new Map<string, Promise<void>>();
  return {
    add(thread, work) {
      const done = (lastOf.get(thread) ?? Promise.resolve()).then(work);
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
