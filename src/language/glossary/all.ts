import { ACTIONS } from "./actions.js";
import { AIMS_AND_OPINIONS } from "./aims-and-opinions.js";
import { CARE } from "./care.js";
import { CHANGE } from "./change.js";
import { COLLABORATION } from "./collaboration.js";
import type { ConceptGroup } from "./concept-group.js";
import { CONTRACTS } from "./contracts.js";
import { COUNTRIES } from "./countries.js";
import { DIAGNOSIS_AND_TREATMENT } from "./diagnosis-and-treatment.js";
import { DISEASES } from "./diseases.js";
import { IMAGING } from "./imaging.js";
import { MARKETS } from "./markets.js";
import { MEDIA } from "./media.js";
import { MEDICINE } from "./medicine.js";
import { MONEY } from "./money.js";
import { ORGANISATIONS } from "./organisations.js";
import { PEOPLE } from "./people.js";
import { PLACES } from "./places.js";
import { POSITIONS } from "./positions.js";
import { PROFESSIONS } from "./professions.js";
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
  ...PROFESSIONS,
  ...ORGANISATIONS,
  ...COLLABORATION,
  ...MONEY,
  ...MARKETS,
  ...TIME,
  ...MEDICINE,
  ...CARE,
  ...DIAGNOSIS_AND_TREATMENT,
  ...TECHNOLOGY,
  ...IMAGING,
  ...RESEARCH,
  ...MEDIA,
  ...ACTIONS,
  ...AIMS_AND_OPINIONS,
  ...CHANGE,
  ...QUALITIES,
  ...PLACES,
  ...COUNTRIES,
  ...REGIONS_AND_CITIES,
];
