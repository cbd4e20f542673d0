import type { ConceptGroup } from "./concept-group.js";

/** Kinds of places and directions. */
export const PLACES: readonly ConceptGroup[] = [
  {
    id: "country",
    de: ["=Staaten", "=Länder", "=Ländern", "=Nation", "=Nationen", "=Land", "=Landes"],
    en: ["country", "countries", "=nation", "=nations"],
  },
  {
    id: "federal_state",
    de: ["Bundesland", "Bundesländer", "Freistaat"],
    en: ["federal state", "U.S. state", "province"],
  },
  { id: "city", de: ["Stadt", "Städte", "städtisch", "Großstadt", "Ort"], en: ["city", "cities", "town", "urban"] },
  { id: "district", de: ["Bezirk", "Stadtteil", "=Kreis"], en: ["district", "borough", "neighborhood"] },
  { id: "capital_city", de: ["Hauptstadt", "Landeshauptstadt"], en: ["capital city"] },
  { id: "site", de: ["Standort", "Betriebsstätte", "Werk"], en: ["site", "location", "production plant", "sites"] },
  {
    id: "factory",
    broader: "site",
    de: ["Fabrik", "Produktionsstätte", "Produktionsstandort"],
    en: ["factory", "factories", "production site", "manufacturing plant"],
  },
  { id: "area", de: ["Fläche", "Gelände", "Areal"], en: ["surface area", "=grounds"] },
  { id: "nearby", de: ["=Nähe", "=nahe", "nahegelegen"], en: ["near", "nearby", "=vicinity", "close to"] },
  { id: "world", de: ["Welt"], en: ["world"] },
  { id: "abroad", de: ["Ausland", "ausländisch"], en: ["abroad", "foreign", "overseas"] },
  { id: "border", de: ["Grenze"], en: ["border"] },
  { id: "street", de: ["Straße", "Allee"], en: ["street", "avenue"] },
  { id: "birth", de: ["=geboren", "=gebürtig"], en: ["born"] },
  { id: "place_of_birth", de: ["Geburtsort"], en: ["birthplace", "native of"] },
  { id: "parking", de: ["Parkplatz", "Parkhaus"], en: ["=parking", "car park", "parking lot"] },
  { id: "traffic", de: ["Verkehr", "Transport", "Beförderung"], en: ["traffic", "transport", "transportation"] },
  { id: "east", de: ["Osten", "östlich"], en: ["east", "eastern"] },
  { id: "west", de: ["Westen", "westlich"], en: ["west", "western"] },
  { id: "north", de: ["Norden", "nördlich"], en: ["north", "northern"] },
  { id: "south", de: ["Süden", "südlich"], en: ["south", "southern"] },
];
