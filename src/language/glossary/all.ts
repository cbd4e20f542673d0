import { ACTIONS } from "./actions.js";
import { CARE } from "./care.js";
import { COLLABORATION } from "./collaboration.js";
import type { ConceptGroup } from "./concept-group.js";
import { CONTRACTS } from "./contracts.js";
import { COUNTRIES } from "./countries.js";
import { DISEASES } from "./diseases.js";
import { MEDICINE } from "./medicine.js";
import { MONEY } from "./money.js";
import { ORGANISATIONS } from "./organisations.js";
import { PEOPLE } from "./people.js";
import { PLACES } from "./places.js";
import { POSITIONS } from "./positions.js";
import { QUALITIES } from "./qualities.js";
import { REGIONS_AND_CITIES } from "./regions-and-cities.js";
import { RESEARCH } from "./research.js";
import { TECHNOLOGY } from "./technology.js";
import { TIME } from "./time.js";

/** The whole vocabulary. */
export const GLOSSARY: readonly ConceptGroup[] = [
  ...POSITIONS,
  ...DISEASES,
  ...CONTRACTS,
  ...PEOPLE,
  ...ORGANISATIONS,
  ...COLLABORATION,
  ...MONEY,
  ...TIME,
  ...MEDICINE,
  ...CARE,
  ...TECHNOLOGY,
  ...RESEARCH,
  ...ACTIONS,
  ...QUALITIES,
  ...PLACES,
  ...COUNTRIES,
  ...REGIONS_AND_CITIES,
];
