import { GLOSSARY } from "../../language/glossary/all.js";
import { COUNTRIES } from "../../language/glossary/countries.js";
import type { Finding, Term, Understood } from "../steps.js";
import type { Asked } from "./asked.js";
import { shareSaid } from "./enumeration.js";
import { sentencesOf } from "./gathered.js";

const FIELDS =
  "haematology cardiology neurology neurosurgery psychiatry radiology radiation_therapy nuclear_medicine theranostics pathology surgery orthopaedics paediatrics neonatology gynaecology obstetrics urology nephrology gastroenterology hepatology pneumology endocrinology dermatology ophthalmology dentistry anaesthesia intensive_care transplantation immunology genetics geriatrics palliative_care rehabilitation cancer imaging prevention robotics";

/** By the concept that a list is asked of, the concepts that are one of its kind. */
const KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["field", new Set(FIELDS.split(" "))],
  ["disease", new Set(GLOSSARY.filter(({ broader }) => broader === "disease").map(({ id }) => id))],
  ["country", new Set(COUNTRIES.map(({ id }) => id))],
]);

/** A sentence that names one of what is asked for has to say at least this share of what the question does. */
const SHARE = 1 / 2;

/**
 * Where the best sentence names none of what is asked for ("which disease"), the one of its document that does and says as
 * much of the question; null when there is none, or what is asked for has no known kinds.
 */
export function instanceFor({ understood, findings, evidence }: Asked): Finding | null {
  const { listed, terms } = understood;
  const kinds = kindsOf(listed);
  if (kinds.size === 0 || findings.some((it) => namesOne(it, kinds, terms))) return null;
  const [first] = findings;
  const naming = sentencesOf(evidence, first.candidate.document.id).filter((it) => namesOne(it, kinds, terms));
  const shares = naming.map((it) => shareSaid(understood, it));
  const most = Math.max(...shares);
  return most >= Math.max(SHARE, shareSaid(understood, first)) ? (naming[shares.indexOf(most)] ?? null) : null;
}

function kindsOf(listed: Understood["listed"]): ReadonlySet<string> {
  return new Set(listed?.concepts.flatMap((concept) => [...(KINDS.get(concept) ?? [])]));
}

/** One that the question does not name itself. */
function namesOne({ view }: Finding, kinds: ReadonlySet<string>, terms: readonly Term[]): boolean {
  const asked = new Set(terms.flatMap(({ concepts }) => concepts));
  return [...view.concepts].some((concept) => kinds.has(concept) && !asked.has(concept));
}
