import type { QuantityKind } from "../../src/language/quantities.js";
import { type Fact, factSchema } from "../cases/case.js";
import { statedQuantities } from "../cases/stated-quantities.js";

type FactKind = Fact["kind"];

/** What a fact is called when it is typed, by its kind. */
const NAMES: Readonly<Record<string, FactKind>> = {
  ...{ date: "date", datum: "date" },
  ...{ number: "number", zahl: "number" },
  ...{ percent: "percent", prozent: "percent" },
  ...{ amount: "amount", betrag: "amount" },
  ...{ duration: "duration", dauer: "duration" },
  ...{ person: "person", name: "name", text: "text" },
  ...{ verdict: "verdict", urteil: "verdict" },
};

/** One a kind, as it may be typed; shown to whoever types. */
export const FACT_EXAMPLES: Readonly<Record<FactKind, { readonly de: string; readonly en: string }>> = {
  date: { de: "datum: 9. Februar 2026", en: "date: 9 February 2026" },
  number: { de: "zahl: 74.000", en: "number: 74,000" },
  percent: { de: "prozent: 12,5", en: "percent: 12.5" },
  amount: { de: "betrag: 23,4 Milliarden Euro", en: "amount: 23.4 billion euros" },
  duration: { de: "dauer: 20 Jahre", en: "duration: 20 years" },
  person: { de: "person: Dr. Vorname Nachname", en: "person: Dr. First Last" },
  name: { de: "name: Institut Aurora | Aurora Institute", en: "name: Aurora Institute | Institut Aurora" },
  text: { de: "text: Radiologie | radiology", en: "text: radiology | Radiologie" },
  verdict: { de: "urteil: ja", en: "verdict: yes" },
};

const VERDICTS: Readonly<Record<string, string>> = { ja: "yes", nein: "no", geplant: "planned" };

/**
 * Titles in front of a name, the last one in the group; an answer may then say "Dr. Last" in place of the first name. What
 * is written small belongs to the title before it: "Dr. med.", "Dr. h. c.".
 */
const TITLES =
  /^(?:((?:Univ\.-)?Prof\.?|Professor(?:in)?|Dr\.?(?:-Ing\.)?|Doktor|PD|Sir|Dame|Herr|Frau|Mr\.?|Mrs\.?|Ms\.?)\s+(?:\p{Ll}{1,5}\.\s*)*)+/u;
const MINUS = /^(?:[-−–]|minus\s+)(?=.)/i;

/** Why a fact was not understood. `unknown_kind`: no known kind before the colon; `bad_value`: no value of that kind. */
export type FactRefusal = { readonly why: "unknown_kind" } | { readonly why: "bad_value"; readonly kind: FactKind };

/**
 * A fact as it is typed, "kind: value", in German or English notation: "betrag: 23,4 Mrd. Euro". Forms of a name or a text
 * that count alike are separated by "|".
 */
export function readFact(typed: string): Fact | FactRefusal {
  const [, name = "", value = ""] = /^\s*(\p{L}+)\s*[:= ]\s*([\s\S]*?)\s*$/u.exec(typed) ?? [];
  const key = name.toLowerCase();
  const kind = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
  if (kind === undefined) return { why: "unknown_kind" };
  const read = factSchema.safeParse(fieldsOf(kind, value));
  return read.success ? read.data : { why: "bad_value", kind };
}

/** What the schema then accepts or not. */
function fieldsOf(kind: FactKind, value: string): object {
  const variants = value.split("|").map((it) => it.trim());
  switch (kind) {
    case "date":
      return { kind, value: wholeQuantity(value, ["date", "year"]) };
    case "number":
      return { kind, value: signed(value, (figure) => wholeQuantity(figure, ["number", "year"])) };
    case "percent":
      return {
        kind,
        value: signed(value, (figure) => wholeQuantity(figure, ["percent", "number"])?.replace(/%$/, "")),
      };
    case "amount": {
      const amountOf = (figure: string) => wholeQuantity(figure, ["amount"])?.split(" ") ?? [];
      return { kind, value: signed(value, (figure) => amountOf(figure)[0]), unit: amountOf(unsigned(value))[1] };
    }
    case "duration":
      return { kind, value: wholeQuantity(value, ["duration"]) };
    case "person": {
      const title = TITLES.exec(value)?.[1];
      return { kind, value: value.replace(TITLES, ""), ...(title === undefined ? {} : { title }) };
    }
    case "name":
    case "text":
      return { kind, value: variants };
    case "verdict": {
      const key = value.toLowerCase();
      return { kind, value: Object.hasOwn(VERDICTS, key) ? VERDICTS[key] : key };
    }
  }
}

/** The one form of what was typed, when all of it is one quantity of these kinds. */
function wholeQuantity(value: string, kinds: readonly QuantityKind[]): string | undefined {
  const [found, ...more] = statedQuantities(value);
  if (found === undefined || more.length > 0 || found.surface !== value || !kinds.includes(found.kind))
    return undefined;
  return found.normal;
}

/** `NaN`, which no schema takes, where there is no number behind the sign. */
function signed(value: string, normalOf: (figure: string) => string | undefined): number {
  const normal = normalOf(unsigned(value));
  if (normal === undefined) return Number.NaN;
  return MINUS.test(value) ? -Number(normal) : Number(normal);
}

function unsigned(value: string): string {
  return value.replace(MINUS, "");
}
