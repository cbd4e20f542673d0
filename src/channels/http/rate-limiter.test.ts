import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimiter } from "./rate-limiter.js";

function limiterAt(requests: number, seconds: number, mostCallers = 100) {
  const clock = { ms: 0 };
  return { clock, limiter: createRateLimiter({ requests, seconds }, { now: () => clock.ms, mostCallers }) };
}

describe("a rate limiter", () => {
  it("grants a burst, counts down, and says when there is more", () => {
    const { limiter } = limiterAt(3, 60);
    const remaining = [1, 2, 3].map(() => limiter.take("a", 1).remaining);
    expect(remaining).toEqual([2, 1, 0]);
    expect(limiter.take("a", 1)).toEqual({
      allowed: false,
      limit: 3,
      remaining: 0,
      resetSeconds: 60,
      retryAfterSeconds: 20,
    });
    expect(limiter.take("b", 1).allowed).toBe(true);
  });

  it("grants again after the time that it named, and not a second before", () => {
    const { limiter, clock } = limiterAt(2, 10);
    limiter.take("a", 2);
    const { retryAfterSeconds } = limiter.take("a", 1);
    clock.ms = (retryAfterSeconds - 1) * 1000;
    expect(limiter.take("a", 1).allowed).toBe(false);
    clock.ms = retryAfterSeconds * 1000;
    expect(limiter.take("a", 1).allowed).toBe(true);
  });

  it("takes all of a cost or nothing", () => {
    const { limiter } = limiterAt(5, 60);
    expect(limiter.take("a", 6)).toMatchObject({ allowed: false, remaining: 5 });
    expect(limiter.take("a", 5)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it("never grants more than a burst and what the time brings", () => {
    const step = fc.record({ wait: fc.integer({ min: 0, max: 5000 }), cost: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { limiter, clock } = limiterAt(10, 7);
        let granted = 0;
        for (const { wait, cost } of steps) {
          clock.ms += wait;
          if (limiter.take("a", cost).allowed) granted += cost;
          expect(granted).toBeLessThanOrEqual(10 + (clock.ms / 1000) * (10 / 7) + 1e-6);
        }
      }),
    );
  });

  it("is not misled by a clock that goes back", () => {
    const { limiter, clock } = limiterAt(1, 60);
    clock.ms = 100_000;
    limiter.take("a", 1);
    clock.ms = 0;
    expect(limiter.take("a", 1)).toMatchObject({ allowed: false, remaining: 0 });
  });

  it("forgets whoever was silent longest where there are too many", () => {
    const { limiter } = limiterAt(1, 60, 2);
    for (const caller of ["a", "b", "c"]) limiter.take(caller, 1);
    expect(limiter.take("c", 1).allowed).toBe(false);
    expect(limiter.take("b", 1).allowed).toBe(false);
    expect(limiter.take("a", 1).allowed).toBe(true);
  });
});
