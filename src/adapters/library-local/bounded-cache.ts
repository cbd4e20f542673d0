export interface BoundedCache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  clear(): void;
}

/** Forgets about what was used longest ago once the weights (each 1 when not told otherwise) add up to more than the capacity. */
export function createBoundedCache<K, V>(capacity: number, weigh: (value: V) => number = () => 1): BoundedCache<K, V> {
  // A Map iterates in the order of insertion: the first entry is the one used longest ago.
  const entries = new Map<K, V>();
  let weight = 0;

  function drop(key: K): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(value);
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // While there is plenty of room the order does not matter, and keeping it is what costs time.
      if (weight > capacity / 2) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      drop(key);
      entries.set(key, value);
      weight += weigh(value);
      for (const oldest of entries.keys()) {
        if (weight <= capacity) break;
        drop(oldest);
      }
    },
    clear() {
      entries.clear();
      weight = 0;
    },
  };
}
