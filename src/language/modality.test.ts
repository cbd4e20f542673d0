import { describe, expect, it } from "vitest";
import { type Modality, modalityOf } from "./modality.js";

const CASES: Readonly<Record<Modality, readonly string[]>> = {
  stated: [
    "Das Zentrum Nord hat vier Standorte.",
    "In der Hämatologie arbeiten beide Kliniken bereits zusammen.",
    "Die Geräte werden in der Klinik eingesetzt.",
    "Die Plattform wird seit 2020 ausgebaut.",
    "The clinic has four sites.",
    "The partnership is now being expanded to prevention.",
    "The plan covers four sites.",
    "The clinic opened in May.",
    "Medtech Süd is committed to research.",
  ],
  planned: [
    "Das Zentrum soll 2027 eröffnet werden.",
    "Beide Partner wollen ein Zentrum errichten.",
    "Medtech Süd und die Klinik werden ein Zentrum errichten.",
    "Noch geplant ist das Zentrum.",
    "Die Partner planen den Aufbau eines Zentrums.",
    "Die Partner streben einen neuen Standard an.",
    "Ziel ist es, die Diagnostik zu verbessern.",
    "The projects are also to develop digital twins.",
    "Both partners plan to build a centre.",
    "They want to look at heart disease.",
    "They are going to set up joint projects.",
    "The partners will work more closely together.",
    "They’ll build a centre.",
    "Digital twins are planned as part of the research.",
  ],
  negated: [
    "Das Zentrum ist keine bestehende Einrichtung.",
    "Das Zentrum ist noch nicht in Betrieb.",
    "The clinic does not have a children's ward.",
    "The clinic doesn’t treat children.",
    "No patient was harmed.",
    "Eine Kinderstation ist nicht geplant.",
    "There are no plans for a second centre.",
  ],
  possible: ["Die Therapie kann simuliert werden.", "The therapies can be simulated."],
  open: [
    "Das Zentrum könnte 2027 eröffnen.",
    "Vera Ott erwartet bessere Diagnosen.",
    "Wenn das Zentrum eröffnet, kommen Patienten.",
    "Das Zentrum soll nicht vergrößert werden.",
    "Das Zentrum zählt sich zu den größten.",
    "Das Gerät wird dort betrieben.",
    "Das Zentrum wird größer.",
    "Das Zentrum arbeitet nicht nur mit Medtech Süd.",
    "Medtech Süd bestreitet eine Zusammenarbeit.",
    "The clinic denies that it treats children.",
    "Is the centre open?",
    "It may open next year.",
    "The centre would be the largest.",
    "The clinic counts itself among the leading ones.",
  ],
};

describe("modalityOf", () => {
  const cases = Object.entries(CASES).flatMap(([modality, clauses]) => clauses.map((clause) => [clause, modality]));

  it.each(cases)("%s – is %s", (clause, modality) => {
    expect(modalityOf(clause)).toBe(modality);
  });
});
