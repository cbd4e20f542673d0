import { passesGates } from "./passes-gates.js";

passesGates("corpus");
