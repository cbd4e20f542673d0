import { describe, expect, it } from "vitest";
import { candidateOf } from "../../../tests/fakes/candidates.js";
import type { Language } from "../../contracts/document.js";
import type { Verdict } from "../phrases-framing.js";
import { viewsOf } from "../sentence-views.js";
import { understand } from "../understand.js";
import { settle } from "./claim.js";

/** What the last sentence of a text says to a question. */
function verdictOn(question: string, text: string, language: Language): Verdict | null {
  const candidate = candidateOf(text, { language });
  const views = viewsOf(candidate.passage, candidate.document);
  const view = views.at(-1);
  if (view === undefined) throw new RangeError("no sentence");
  const finding = { candidate, at: views.length - 1, view, probability: 0.9, rank: 0 };
  return settle(understand({ question }), finding)?.verdict ?? null;
}

type Case = [question: string, sentence: string, language: Language];

describe("yes, when one sentence says it all", () => {
  it.each<Case>([
    ["Hat das Zentrum Nord vier Standorte?", "Das Zentrum Nord hat vier Standorte.", "de"],
    ["Does Zentrum Nord have four sites?", "Das Zentrum Nord hat vier Standorte.", "de"],
    ["Hat das Zentrum Nord vier Standorte?", "Zentrum Nord has four sites.", "en"],
    ["Arbeiten Medtech Süd und die Klinik Nord zusammen?", "Die Klinik Nord und Medtech Süd arbeiten zusammen.", "de"],
    ["Kooperiert die Klinik Nord mit Medtech Süd?", "Die Klinik Nord kooperiert mit Medtech Süd.", "de"],
    ["Ist Vera Ott Direktorin des Zentrums Nord?", "Prof. Vera Ott ist die Direktorin des Zentrums Nord.", "de"],
    ["Is Vera Ott the director of Zentrum Nord?", "Vera Ott is the director of Zentrum Nord.", "en"],
    ["Ist Frans Muster Geschäftsführer der Klinik Nord?", "Geschäftsführer der Klinik Nord ist Frans Muster.", "de"],
    ["Beliefert Medtech Süd die Klinik Nord?", "Medtech Süd beliefert die Klinik Nord.", "de"],
    ["Is Medtech Süd active in more than 70 countries?", "Medtech Süd is active in more than 70 countries.", "en"],
    ["Stimmt es, dass Medtech Süd die Klinik Nord beliefert?", "Medtech Süd beliefert die Klinik Nord.", "de"],
    ["Behandelt das Zentrum Nord Kinder?", "Das Zentrum Nord liegt in Westheim. Es behandelt Kinder.", "de"],
    [
      "Do the hospitals in Westheim and Ostheim work together in haematology?",
      "In der Hämatologie arbeiten das Klinikum Westheim und das Klinikum Ostheim zusammen.",
      "de",
    ],
    [
      "Arbeiten Westheim und Ostheim bei Krebs zusammen?",
      "Westheim und Ostheim haben Kliniken. Die beiden arbeiten bei Krebs zusammen.",
      "de",
    ],
    ["Ist Medtech Süd in mehr als 100 Ländern aktiv?", "Medtech Süd ist in mehr als 180 Ländern aktiv.", "de"],
    ["Does Zentrum Nord have at least 20 beds?", "Zentrum Nord has 40 beds.", "en"],
    ["Hat das Zentrum Nord weniger als 50 Betten?", "Das Zentrum Nord hat 40 Betten.", "de"],
    ["Gehört Medtech Süd zu den größten Arbeitgebern?", "Medtech Süd is among the largest employers.", "en"],
    ["Leitet Vera Ott das Zentrum Nord?", "„Das hilft“, sagt Vera Ott, Direktorin des Zentrums Nord.", "de"],
    ["Is Vera Ott the director of Zentrum Nord?", "„Das hilft“, sagt Vera Ott, Direktorin des Zentrums Nord.", "de"],
    [
      "Hat die Stiftung West das Zentrum Nord ausgezeichnet?",
      "Die Stiftung West hat das Zentrum Nord und das Zentrum Ost ausgezeichnet.",
      "de",
    ],
    ["Is Medtech Süd publicly traded?", "Die Medtech Süd AG ist in Westheim an der Börse notiert.", "de"],
    ["Ist Medtech Süd börsennotiert?", "The group consists of Medtech Süd AG, listed in Frankfurt, and others.", "en"],
    [
      "Does Medtech Süd employ at least 500 people?",
      "With more than 700 employees, Medtech Süd is a large company.",
      "en",
    ],
    ["Hat Medtech Süd rund 700 Beschäftigte?", "Medtech Süd (Westheim) beschäftigt rund 700 Menschen.", "de"],
    [
      "Hat die Zusammenarbeit von Medtech Süd und der Klinik Nord schon angefangen?",
      "Die erste Phase der Zusammenarbeit von Medtech Süd und der Klinik Nord hat begonnen.",
      "de",
    ],
    [
      "Wurde das Zentrum Nord von der Stiftung West ausgezeichnet?",
      "Die Stiftung West hat das Zentrum Nord ausgezeichnet.",
      "de",
    ],
    [
      "Arbeiten Westheim und Ostheim in der Hämatologie zusammen?",
      "Westheim und Ostheim haben Kliniken. Die beiden Häuser arbeiten im Bereich der Hämatologie zusammen.",
      "de",
    ],
    ["Hat die Zusammenarbeit begonnen?", "Die Zusammenarbeit der Klinik Nord und der Medtech Süd hat begonnen.", "de"],
    [
      "Is Vera Ott a professor?",
      "„Das hilft“, sagt Vera Ott, Leiterin der Radiologie und Professorin in Westheim.",
      "de",
    ],
    ["Is Zentrum Nord a cancer centre?", "Das Zentrum Nord ist das Krebszentrum der Klinik.", "de"],
    [
      "Is cancer the first field of the cooperation?",
      "Cancer is the first field of the cooperation: they want to cure it.",
      "en",
    ],
  ])("%s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBe("yes");
  });

  it.each<Case>([
    ["Soll das Zentrum Nord eröffnet werden?", "Das Zentrum Nord soll 2027 eröffnet werden.", "de"],
    [
      "Wollen Medtech Süd und die Klinik Nord ein Zentrum bauen?",
      "Medtech Süd und die Klinik Nord wollen ein Zentrum bauen.",
      "de",
    ],
    [
      "Do Medtech Süd and Klinik Nord plan to build a centre?",
      "Medtech Süd and Klinik Nord want to build a centre.",
      "en",
    ],
    ["Ist ein Labor geplant?", "Noch geplant ist ein Labor.", "de"],
    ["Is Medtech Süd going to build a centre?", "Medtech Süd is going to build a centre.", "en"],
  ])("also when a plan is asked for: %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBe("yes");
  });
});

describe("no, when one sentence denies it", () => {
  it.each<Case>([
    ["Behandelt das Zentrum Nord Kinder?", "Das Zentrum Nord behandelt keine Kinder.", "de"],
    ["Ist das Zentrum Nord in Betrieb?", "Das Zentrum Nord ist noch nicht in Betrieb.", "de"],
    ["Does Zentrum Nord treat children?", "Zentrum Nord does not treat children.", "en"],
    ["Does Zentrum Nord treat children?", "Zentrum Nord doesn’t treat children.", "en"],
    ["Does Zentrum Nord have beds?", "Zentrum Nord has no beds.", "en"],
    ["Ist eine Kinderstation geplant?", "Eine Kinderstation ist nicht geplant.", "de"],
    ["Is a children's ward planned?", "No children’s ward is planned.", "en"],
  ])("%s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBe("no");
  });
});

describe("no, when one sentence excludes it", () => {
  it.each<Case>([
    ["Hat die Klinik Nord 7 Ärzte?", "Die Klinik Nord hat 5 Ärzte und 7 Betten.", "de"],
    ["Hat die Klinik Nord mehr als 7 Ärzte?", "Die Klinik Nord hat 7 Ärzte.", "de"],
    ["Hat die Klinik Nord mehr als 7 Ärzte?", "Die Klinik Nord hat 5 Ärzte und 40 Betten.", "de"],
    ["Hat Medtech Süd nur 50 Beschäftigte?", "Medtech Süd beschäftigt rund 700 Menschen.", "de"],
    ["Does Medtech Süd employ fewer than 100 people?", "Medtech Süd hat mehr als 700 Beschäftigte.", "de"],
    ["Ist Medtech Süd bloß in 20 Ländern aktiv?", "Medtech Süd is active in more than 70 countries.", "en"],
    ["Endete das Projekt am 3. Mai 2024?", "Das Projekt endete am 30. September 2024.", "de"],
    [
      "Arbeiten Medtech Süd und die Klinik Nord erst seit fünf Jahren zusammen?",
      "Medtech Süd und die Klinik Nord arbeiten seit mehr als 20 Jahren zusammen.",
      "de",
    ],
    [
      "Is the cooperation of Medtech Süd and Klinik Nord limited to a single year?",
      "Die Zusammenarbeit von Medtech Süd und der Klinik Nord ist auf mehrere Jahre angelegt.",
      "de",
    ],
    [
      "Hat die Stiftung West nur das Zentrum Nord ausgezeichnet?",
      "Die Stiftung West hat das Zentrum Nord und das Zentrum Ost ausgezeichnet.",
      "de",
    ],
    [
      "Wollen Medtech Süd und die Klinik Nord mit der Vorbeugung von Krebs beginnen?",
      "Medtech Süd and Klinik Nord initially want to focus on the prevention of heart disease.",
      "en",
    ],
  ])("%s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBe("no");
  });
});

describe("planned, never yes, when it is to come", () => {
  it.each<Case>([
    [
      "Haben Medtech Süd und die Klinik Nord ein Zentrum gebaut?",
      "Medtech Süd und die Klinik Nord wollen ein Zentrum bauen.",
      "de",
    ],
    ["Hat das Zentrum Nord vier Standorte?", "Das Zentrum Nord soll vier Standorte haben.", "de"],
    [
      "Errichten Medtech Süd und die Klinik Nord ein Zentrum?",
      "Medtech Süd und die Klinik Nord werden ein Zentrum errichten.",
      "de",
    ],
    ["Does Medtech Süd build a centre?", "Medtech Süd plans to build a centre.", "en"],
    ["Has Medtech Süd built a centre?", "Medtech Süd is going to build a centre.", "en"],
    ["Have the partners developed digital twins?", "The partners want to develop digital twins.", "en"],
    ["Have the partners developed digital twins?", "The partners are also to develop digital twins.", "en"],
  ])("%s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBe("planned");
  });
});

describe("no verdict", () => {
  it.each<Case>([
    ["Beliefert die Klinik Nord Medtech Süd?", "Medtech Süd beliefert die Klinik Nord.", "de"],
    [
      "Arbeitet Medtech Süd mit Westheim zusammen?",
      "Medtech Süd arbeitet in Westheim mit der Klinik Nord zusammen.",
      "de",
    ],
    ["Is Zentrum Nord the director of Vera Ott?", "Vera Ott is the director of Zentrum Nord.", "en"],
    [
      "Leitet Vera Ott das Zentrum Nord?",
      "„Das hilft“, sagt Vera Ott, Leiterin der Abteilung Westheim am Zentrum Nord.",
      "de",
    ],
    [
      "Leitet Vera Ott das Zentrum Nord?",
      "„Das hilft“, sagt Vera Ott, stellvertretende Leiterin des Zentrums Nord.",
      "de",
    ],
    [
      "Arbeiten Vera Ott und Medtech Süd zusammen?",
      "Medtech Süd und die Klinik Nord arbeiten nach Angaben von Vera Ott zusammen.",
      "de",
    ],
    ["Is Northland Medicine in Westheim?", "Northland University School of Medicine is in Westheim.", "en"],
    ["Ist Vera Ott in Westheim?", "Vera Meier und Jan Ott sind in Westheim.", "de"],
    ["Is Medtech Süd a health system?", "Medtech Süd is committed to improving access to healthcare.", "en"],
    ["Is a digital twin a person?", "A digital twin is a copy of a person.", "en"],
    ["Beliefert die Klinik das Institut?", "Das Institut beliefert die Klinik.", "de"],
    ["Beliefert Medtech Süd die Klinik Nord?", "Medtech Süd wird von der Klinik Nord beliefert.", "de"],
    ["Does Medtech Süd supply Klinik Nord?", "Klinik Nord supplies Medtech Süd.", "en"],
    ["Does Medtech Süd supply Klinik Nord?", "Medtech Süd is supplied by Klinik Nord.", "en"],
    ["Does Medtech Süd supply Klinik Nord?", "Medtech Süd supplies the partners of Klinik Nord.", "en"],
    ["Is Medtech Süd a partner of Klinik Nord?", "A supplier of Medtech Süd is a partner of Klinik Nord.", "en"],
    ["Is Vera Ott the director of Zentrum Nord?", "Vera Ott is the successor of the director of Zentrum Nord.", "en"],
    [
      "Leitet Frans Muster das Zentrum Nord?",
      "Vera Ott leitet das Zentrum Nord und Frans Muster die Klinik West.",
      "de",
    ],
  ])("when somebody else may be the one: %s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBeNull();
  });

  it.each<Case>([
    ["Hat die Klinik Nord 7 Ärzte?", "Die Klinik Nord hat 5 Betten und das Institut West 7 Ärzte.", "de"],
    ["Hat die Klinik 7 Ärzte?", "Die Klinik hat 5 Betten und das Institut 7 Ärzte.", "de"],
    ["Hat die Klinik Nord 7 Ärzte?", "Die Klinik Nord hat 5 Betten und entlässt 7 Ärzte.", "de"],
    [
      "Is Medtech Süd directly present in 180 countries?",
      "Medtech Süd is directly present in 70 countries and active in 180 countries.",
      "en",
    ],
    ["Has Medtech Süd bought clinics?", "Medtech Süd has bought devices and operates clinics.", "en"],
    ["Hat die Klinik Nord 7 Ärzte?", "Die Klinik Nord hat mehr als 7 Ärzte.", "de"],
    [
      "Is Medtech Süd active in 70 countries?",
      "Medtech Süd has a presence in 70 countries and is active in 180 countries.",
      "en",
    ],
    ["Are both robots in use?", "The first robot is in use since 2025.", "en"],
    ["Ist die Zusammenarbeit abgeschlossen?", "Die erste Phase der Zusammenarbeit ist abgeschlossen.", "de"],
    ["Ist der Vertrag auf ein Jahr angelegt?", "Der Vertrag ist auf mehrere Jahre angelegt.", "de"],
    ["Ist das Zentrum Nord ein Krebszentrum?", "Das Zentrum Nord ist ein Spitzenzentrum.", "de"],
    [
      "Arbeitet die Klinik Nord mit Medtech Süd zusammen?",
      "Die Zusammenarbeit der Klinik Nord mit Medtech Süd soll wachsen.",
      "de",
    ],
    ["Hat die Klinik Nord nur 7 Ärzte?", "Die Klinik Nord hat 5 Ärzte in Westheim.", "de"],
    ["Dauert der Vertrag der Klinik Nord ein Jahr?", "Den Vertrag der Klinik Nord gibt es seit drei Jahren.", "de"],
    ["Hat nur das Institut West die Klinik Nord beliefert?", "Das Institut West hat die Klinik Nord beliefert.", "de"],
    ["Hat die Klinik Nord mehr als 7 Ärzte?", "Die Klinik Nord hat weniger als 9 Ärzte.", "de"],
    ["Hat die Klinik Nord mehr als 7 Ärzte?", "Die Klinik Nord hat mehr als 5 Ärzte.", "de"],
    ["Hat Medtech Süd mehr als 20 Millionen Euro Umsatz?", "Medtech Süd hat 30 Millionen Dollar Umsatz.", "de"],
  ])("when it belongs to something else: %s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBeNull();
  });

  it.each<Case>([
    ["Behandelt das Zentrum Nord Kinder?", "Das Zentrum Nord könnte Kinder behandeln.", "de"],
    ["Behandelt das Zentrum Nord Kinder?", "Vera Ott erwartet, dass das Zentrum Nord Kinder behandelt.", "de"],
    ["Behandelt das Zentrum Nord Kinder?", "Wenn das Geld reicht, behandelt das Zentrum Nord Kinder.", "de"],
    ["Behandelt das Zentrum Nord Kinder?", "Das Zentrum Nord behandelt nicht nur Kinder.", "de"],
    [
      "Kooperiert die Klinik Nord mit Medtech Süd?",
      "Die Klinik Nord hat die Kooperation mit Medtech Süd beendet.",
      "de",
    ],
    [
      "Kooperiert die Klinik Nord mit Medtech Süd?",
      "Die Klinik Nord bestreitet eine Kooperation mit Medtech Süd.",
      "de",
    ],
    ["Does Zentrum Nord treat children?", "The clinic denies that Zentrum Nord treats children.", "en"],
    ["Do Zentrum Nord and Medtech Süd cooperate?", "The cooperation of Zentrum Nord and Medtech Süd has failed.", "en"],
    ["Does Zentrum Nord treat children?", "Zentrum Nord may treat children.", "en"],
    [
      "Is Vera Ott the director of Zentrum Nord?",
      "It is not true that Vera Ott is the director of Zentrum Nord.",
      "en",
    ],
    [
      "Ist Vera Ott Direktorin des Zentrums Nord?",
      "Gerüchten zufolge: Vera Ott ist die Direktorin des Zentrums Nord.",
      "de",
    ],
    [
      "Behandelt das Zentrum Nord Kinder?",
      "Es ist nicht wahr, dass Vera Ott sagt, dass das Zentrum Nord Kinder behandelt.",
      "de",
    ],
    ["Does Zentrum Nord treat children?", "It is not true that Zentrum Nord treats children.", "en"],
    ["Is Zentrum Nord the largest hospital?", "Zentrum Nord is one of the largest hospitals.", "en"],
    [
      "Ist das Zentrum Nord das größte Krankenhaus?",
      "Das Zentrum Nord zählt sich zu den größten Krankenhäusern.",
      "de",
    ],
  ])("when the sentence hedges: %s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBeNull();
  });

  it.each<Case>([
    ["Ist Medtech Süd nur in Deutschland aktiv?", "Medtech Süd ist in Deutschland aktiv.", "de"],
    ["Behandelt das Zentrum Nord alle Kinder?", "Das Zentrum Nord behandelt Kinder.", "de"],
    ["Is Vera Ott the director of Zentrum Nord?", "Vera Ott is the deputy director of Zentrum Nord.", "en"],
    ["Ist Vera Ott Direktorin des Zentrums Nord?", "Vera Ott war Direktorin des Zentrums Nord.", "de"],
    ["Is Vera Ott the director of Zentrum Nord?", "Vera Ott was the director of Zentrum Nord.", "en"],
    ["Arbeitet Medtech Süd ohne die Klinik Nord?", "Medtech Süd arbeitet mit der Klinik Nord.", "de"],
    ["Ist das Zentrum Nord geplant oder in Betrieb?", "Das Zentrum Nord ist in Betrieb.", "de"],
    ["Behandelt das Zentrum Nord keine Kinder?", "Das Zentrum Nord behandelt Kinder.", "de"],
    ["Behandelt das Zentrum Nord Krebs?", "Das Zentrum Nord behandelt Krebspatienten.", "de"],
    ["Behandelt das Zentrum Nord Kinder in Westheim?", "Das Zentrum Nord behandelt Kinder.", "de"],
    ["Treats the hospital children?", "The hospital does not treat children with cancer and adults.", "en"],
    ["Is Zentrum Nord a hospital?", "Zentrum Nord is not a university hospital.", "en"],
    ["Ist ein Zentrum geplant?", "Das Zentrum soll wachsen.", "de"],
    ["Soll das Zentrum Nord wachsen?", "Das Netzwerk des Zentrums Nord soll wachsen.", "de"],
  ])("when the question says more, or something else: %s – %s", (question, sentence, language) => {
    expect(verdictOn(question, sentence, language)).toBeNull();
  });
});
