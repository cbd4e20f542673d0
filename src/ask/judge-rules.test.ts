import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import { DOUBTS, RULES } from "./judge-rules.js";
import { weigh } from "./judge-signals.js";
import { understand } from "./understand.js";

/** The rules and doubts that the first sentence of a German text breaks as the answer to a question. */
function broken(question: string, text: string): string[] {
  const understood = understand({ question });
  const evidence = { candidates: [candidateOf(text)], frequencies: new Map(), passages: 1 };
  const [weighed] = weigh(understood, evidence);
  if (weighed === undefined) return expect.unreachable("it cannot answer at all");
  const all = Object.entries({ ...RULES, ...DOUBTS });
  return all.filter(([, rule]) => !rule(understood, weighed)).map(([name]) => name);
}

const STAFF = "Das Klinikum Nordtal hat 2.400 Beschäftigte.";
const REVENUE = "Der Umsatz der Nordtal Health AG betrug im Geschäftsjahr 2023 rund 3,4 Milliarden Euro.";
const SPEECH = "Dr. Vera Ott betont, dass Teamarbeit wichtig ist.";

const DIRECTOR = "Dr. Vera Ott ist die Direktorin des Klinikums Nordtal.";
const LUNGS = "Das Lungenzentrum soll 64 Betten haben.";
const THEMES = "Das Klinikum Nordtal will drei Themen bearbeiten: Bildgebung, Prävention, Modelle für Patienten.";

describe("a near miss breaks a rule", () => {
  it.each([
    ["holdsTheForm", "Wie viele Betten hat das Klinikum Nordtal?", "Das Klinikum Nordtal liegt in Kiel."],
    ["holdsTheForm", "Was sagt Vera Ott?", "Dr. Vera Ott ist die Direktorin des Klinikums."],
    ["holdsTheForm", "Was plant das Klinikum Nordtal?", "Das Klinikum Nordtal liegt in Kiel."],
    ["holdsTheNumbers", "Wie hoch war der Umsatz der Nordtal Health AG 2021?", REVENUE],
    ["holdsTheNames", "Was sagt Dr. Jana Keller?", SPEECH],
    ["holdsTheWholeName", "Wie hoch war der Umsatz der Nordtal Energy AG?", REVENUE],
    ["holdsTheMeasure", "Wie hoch war der Gewinn der Nordtal Health AG 2023?", REVENUE],
    ["holdsTheRestriction", "Wie viele Beschäftigte hat das Klinikum Nordtal in Bayern?", STAFF],
    ["holdsTheRestriction", "Wie viele der Beschäftigten des Klinikums Nordtal sind Frauen?", STAFF],
    ["holdsTheRestriction", "Wie viel Umsatz machte die Nordtal Health AG mit Software?", REVENUE],
    [
      "holdsTheEvent",
      "Wann wurde das Klinikum Nordtal gegründet?",
      "Das Klinikum Nordtal feierte am 3. Mai 2020 ein Fest.",
    ],
    ["holdsTheOwner", "Wie hoch war der Umsatz des Klinikums Südhang?", REVENUE],
    [
      "holdsTheLocation",
      "Wo liegt die Nordtal Health AG?",
      "Die Nordtal Health AG wird in Frankfurt an der Börse gehandelt.",
    ],
    [
      "holdsTheRole",
      "Wer ist Finanzvorstand des Klinikums Nordtal?",
      "Dr. Vera Ott ist die Direktorin des Klinikums Nordtal.",
    ],
    ["holdsTheRole", "Wer leitet das WTZ Südhang?", "Dr. Vera Ott ist die Direktorin des WTZ Nordtal."],
    ["holdsTheDeed", "Wer finanziert das Klinikum Nordtal?", "Dr. Vera Ott besuchte das Klinikum Nordtal."],
    ["holdsTheSpeaker", "Was sagt Dr. Jana Keller?", SPEECH],
    ["holdsTheSubject", "Was sagt Vera Ott über Kinder?", SPEECH],
    ["holdsTheReason", "Warum wurde das Klinikum verkauft?", "Das Klinikum wurde am 3. Mai 2020 verkauft."],
    [
      "holdsWhatIsClaimed",
      "Arbeitet das Klinikum mit Borealis zusammen?",
      "Das Klinikum arbeitet mit vielen zusammen.",
    ],
    ["holdsTheNow", "Ist Vera Ott noch Direktorin des Klinikums?", "Dr. Vera Ott ist die Direktorin des Klinikums."],
    [
      "holdsTheAlready",
      "Auf welchem Gebiet kooperieren sie bereits?",
      "Sie bauen ihre Kooperation in der Onkologie aus.",
    ],
    ["holdsTheDirection", "Bis wann gilt der Vertrag?", "Der Vertrag gilt, wie am 3. Mai 2020 angekündigt."],
    ["holdsTheMeasure", "Wie viel Geld fließt in das Vorhaben der Nordtal Health AG?", REVENUE],
    ["holdsTheForm", "Wie viele Betten genau hat das Klinikum?", "Mehr als die Hälfte der Betten hat das Klinikum."],
    [
      "holdsTheRole",
      "Wie heißt die Pflegedirektorin des Klinikums Nordtal?",
      "Dr. Vera Ott ist die Direktorin des Klinikums Nordtal.",
    ],
    [
      "namesTheHolder",
      "Wer ist Direktor des Klinikums Nordtal?",
      "Der Direktor des Klinikums Nordtal geht in Ruhestand.",
    ],
    [
      "namesAnother",
      "Mit welchen Unternehmen arbeitet das Klinikum Nordtal zusammen?",
      "Das Klinikum Nordtal arbeitet mit führenden Unternehmen zusammen.",
    ],
    ["namesAnother", "Wie heißt das neue Programm des Klinikums?", "Das Klinikum bekommt ein neues Programm."],
    ["holdsWhatIsWritten", "Welche Adresse hat das Klinikum Nordtal?", "Das Klinikum Nordtal liegt in Kiel."],
    ["holdsTheDirection", "Wie lange soll die Kooperation dauern?", "Die Kooperation besteht seit 20 Jahren."],
    ["countsWhatIsAsked", "Wie viele Patienten behandelt das Klinikum Nordtal?", THEMES],
    [
      "countsWhatIsAsked",
      "Wie viele Forschungsprojekte plant das Klinikum Nordtal?",
      "Die Forschung am Klinikum Nordtal hat drei Ziele.",
    ],
    ["holdsTheUnit", "Wie viele Beschäftigte hat die Hautklinik des Klinikums Nordtal?", STAFF],
    ["holdsTheUnit", "How many employees does the heart centre of Klinikum Nordtal have?", STAFF],
    ["holdsTheUnit", "Wer leitet die Klinik für Urologie des Klinikums Nordtal?", DIRECTOR],
    ["holdsTheUnit", "Who heads the department of dermatology at Klinikum Nordtal?", DIRECTOR],
    ["countsTheWhole", "Wie viele Betten hat das Klinikum Nordtal?", LUNGS],
    ["countsTheWhole", "How many beds does Klinikum Nordtal have?", LUNGS],
    ["countsTheWhole", "Wie viele Betten hat das Herzzentrum des Klinikums Nordtal?", LUNGS],
  ])("%s: %s", (rule, question, text) => expect(broken(question, text)).toContain(rule));

  it.each([
    ["holdsWhatIsListed", "Welche Telefonnummer hat das Klinikum?", "Das Klinikum liegt in Kiel."],
    ["holdsWhatIsAskedFor", "Was ist Theranostik?", "Das Klinikum liegt in der Stadt Kiel."],
    ["holdsWhatHappenedThen", "Wann wurde die neue Klinik gebaut?", "Die Klinik wurde am 3. Mai 2020 verkauft."],
    ["holdsWhatSomebodyDid", "Wer gewann den Preis?", "Dr. Vera Ott besuchte das Klinikum."],
  ])("or gives reason to doubt, %s: %s", (doubt, question, text) => expect(broken(question, text)).toContain(doubt));
});

describe("a sentence that answers breaks none", () => {
  it.each([
    ["Wie viele Beschäftigte hat das Klinikum Nordtal?", STAFF],
    ["Wie viele Menschen arbeiten im Klinikum Nordtal?", STAFF],
    ["Mitarbeiterzahl Klinikum Nordtal", STAFF],
    ["Wie hoch war der Umsatz der Nordtal Health AG 2023?", REVENUE],
    ["How high was the revenue of Nordtal Health AG in fiscal year 2023?", REVENUE],
    ["Wie viele Frauen arbeiten im Klinikum Nordtal?", "Im Klinikum Nordtal arbeiten 900 Frauen."],
    ["Wo liegt das Klinikum Nordtal?", "Das Klinikum Nordtal liegt in Hamburg."],
    ["Where is Klinikum Nordtal?", "Das Klinikum Nordtal ist ein Krankenhaus in Hamburg."],
    ["Wer leitet das Klinikum Nordtal?", "Dr. Vera Ott ist die Direktorin des Klinikums Nordtal."],
    ["Was sagt Vera Ott über Teamarbeit?", SPEECH],
    ["Was sagt Heidi Ott über Heilung?", "„Heilung braucht Zeit“, sagt Heidi Ott, Ärztin in Kiel."],
    ["Arbeiten Nordtal und Südhang zusammen?", "In der Forschung arbeiten Nordtal und Südhang zusammen."],
    ["Wie lange soll die Kooperation dauern?", "Die Kooperation ist auf mehrere Jahre angelegt."],
    ["Warum wurde das Klinikum verkauft?", "Das Klinikum wurde verkauft, weil es zu klein war."],
    ["Was ist im Klinikum Nordtal geplant?", "Im Klinikum Nordtal soll ein Labor entstehen."],
    ["Wie viele Beschäftigte hat das Klinikum Nordtal derzeit?", STAFF],
    ["Wie viele Betten soll das Lungenzentrum haben?", LUNGS],
    ["Wie viele Betten soll das Zentrum haben?", LUNGS],
    ["How many beds will the lung centre have?", LUNGS],
    ["Wie viele Patienten behandelt das Klinikum Nordtal?", "Behandelt werden im Klinikum Nordtal 900 Patienten."],
  ])("%s", (question, text) => expect(broken(question, text)).toEqual([]));
});

it("takes no part of a house that is counted itself for the one that is asked about", () => {
  const wards = "Das Klinikum Nordtal hat vier Stationen für die Jüngsten.";
  expect(broken("Wie viele Kinderstationen hat das Klinikum Nordtal?", wards)).not.toContain("holdsTheUnit");
});
