import { covers, type Quantity } from "../language/quantities.js";
import type { AnswerKind, SentenceView, Term, Understood } from "./steps.js";

const KINDS: Partial<Record<AnswerKind, readonly Quantity["kind"][]>> = {
  number: ["number"],
  amount: ["amount"],
  percent: ["percent"],
  duration: ["duration"],
  date: ["date", "year"],
};

/** Something that a sentence may be taken to answer. */
export interface Value {
  readonly kind: Quantity["kind"] | "person";
  /** Of a person the last name, in small letters. */
  readonly normal: string;
  /** How the figure is qualified. */
  readonly bound: "exact" | "about" | "least" | "most";
}

/** The values of the asked kind in a sentence, those apart that the question names, and the years that figures are of. */
export function valuesIn({ kind, terms }: Understood, view: SentenceView): Value[] {
  if (kind === "person") return personsIn(terms, view);
  const kinds = KINDS[kind] ?? [];
  const asked = terms.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
  const found = view.quantities.filter(
    (quantity) => kinds.includes(quantity.kind) && !asked.some((it) => covers(it, quantity)),
  );
  return found.map((quantity) => qualified(quantity, view.text));
}

/** A quantity with what stands before it: "more than 70,000". */
export function qualified({ kind, normal, start }: Quantity, text: string): Value {
  const before = text.slice(Math.max(0, start - LOOKED_BACK), start);
  const bound = BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? "exact";
  return { kind, normal, bound };
}

/** In UTF-16 code units. */
const LOOKED_BACK = 24;
const BOUNDS: readonly (readonly [RegExp, Value["bound"]])[] = [
  [/(?:mehr als|über|mindestens|wenigstens|more than|over|at least|exceeding|from)\s*$/iu, "least"],
  [/(?:bis zu|höchstens|maximal|unter|weniger als|up to|at most|less than|under|fewer than)\s*$/iu, "most"],
  [
    /(?:rund|etwa|ca\.|circa|ungefähr|gut|knapp|fast|nahezu|annähernd|around|about|approximately|roughly|some|nearly|almost|just under)\s*$/iu,
    "about",
  ],
];

function personsIn(terms: readonly Term[], view: SentenceView): Value[] {
  const asked = new Set(terms.map(({ surface }) => surface.toLowerCase()));
  return view.names.flatMap(({ kind, surface }): Value[] => {
    const last = surface.toLowerCase().split(/\s+/).at(-1) ?? "";
    return kind === "person" && !asked.has(last) ? [{ kind: "person", normal: last, bound: "exact" }] : [];
  });
}

/** "Around 72,000" may be 72,400. */
const ABOUT = 0.02;

/** Whether two values cannot both be true of one thing at one time. */
export function contradict(one: Value, other: Value): boolean {
  if (one.kind === "person" || one.kind === "date" || one.kind === "year") return !agree(one, other);
  const [a, b] = [Number.parseFloat(one.normal), Number.parseFloat(other.normal)];
  const [unit, otherUnit] = [unitOf(one.normal), unitOf(other.normal)];
  // Amounts in two currencies, or lengths in two units, cannot be compared here.
  if (unit !== otherUnit || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  const [low, high] = rangeOf(one.bound, a);
  const [otherLow, otherHigh] = rangeOf(other.bound, b);
  return low > otherHigh || otherLow > high;
}

function agree(one: Value, other: Value): boolean {
  if (one.normal === other.normal) return true;
  if (one.kind === "person") return false;
  const [a, b] = [asQuantity(one), asQuantity(other)];
  return a !== null && b !== null && (covers(a, b) || covers(b, a));
}

function asQuantity({ kind, normal }: Value): Pick<Quantity, "kind" | "normal"> | null {
  return kind === "person" ? null : { kind, normal };
}

function unitOf(normal: string): string {
  return normal.replace(/^[\d.]+\s*/, "");
}

/** What a figure so qualified may really be. */
function rangeOf(bound: Value["bound"], figure: number): readonly [low: number, high: number] {
  if (bound === "least") return [figure, Number.POSITIVE_INFINITY];
  if (bound === "most") return [Number.NEGATIVE_INFINITY, figure];
  const room = bound === "about" ? ABOUT * figure : 0;
  return [figure - room, figure + room];
}
