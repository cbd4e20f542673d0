import { COUNTRIES } from "../../language/glossary/countries.js";
import { DIAGNOSIS_AND_TREATMENT } from "../../language/glossary/diagnosis-and-treatment.js";
import { DISEASES } from "../../language/glossary/diseases.js";
import { IMAGING } from "../../language/glossary/imaging.js";
import { MEDICINE } from "../../language/glossary/medicine.js";
import { POSITIONS } from "../../language/glossary/positions.js";
import { PROFESSIONS } from "../../language/glossary/professions.js";
import { REGIONS_AND_CITIES } from "../../language/glossary/regions-and-cities.js";

/** Concepts of places. */
export const PLACE_CONCEPTS: ReadonlySet<string> = new Set([...COUNTRIES, ...REGIONS_AND_CITIES].map(({ id }) => id));

/**
 * Concepts that make all the difference, and that the glossary knows by their words in both languages: what a source does
 * not name among them, it does not speak of, however near another one lies.
 */
export const TOPIC_CONCEPTS: ReadonlySet<string> = new Set([
  ...PLACE_CONCEPTS,
  ...["second_time", "minute", "hour", "day", "week", "month", "quarter", "decade", "century"],
  ...[...DISEASES, ...DIAGNOSIS_AND_TREATMENT, ...IMAGING, ...MEDICINE, ...POSITIONS, ...PROFESSIONS].map(
    ({ id }) => id,
  ),
]);
