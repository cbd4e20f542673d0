import { KonsilError } from "./contracts/errors.js";

/**
 * A port before the thing behind it is open: every method throws `index_not_ready` until `get` returns the real one,
 * and calls that one from then on. It lets the server answer health checks while a large library opens.
 */
export function untilOpen<Port extends object>(get: () => Port | null): Port {
  const call =
    (name: string | symbol) =>
    async (...args: unknown[]): Promise<unknown> => {
      const port = get();
      if (port === null) throw new KonsilError("index_not_ready", "The index is being opened; try again in a moment");
      const method: unknown = Reflect.get(port, name);
      if (typeof method !== "function") throw new TypeError(`${String(name)} is no method`);
      return Reflect.apply(method, port, args);
    };
  return new Proxy({} as Port, { get: (_, name) => call(name) });
}
