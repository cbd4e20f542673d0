import { describe, expect, it } from "vitest";
import { caseSchema, type Fact } from "../../evals/cases/case.js";
import { gradeAnswer } from "../../evals/cases/grade-answer.js";

const EVIDENCE = "The Alpha clinic opened on 3 May 2021.";

const idOf = (document: string): string => document;

function answerable(facts: readonly Fact[], never: readonly string[] = []) {
  const read = caseSchema.parse({
    id: "opening",
    question: "When did the Alpha clinic open?",
    language: "en",
    kind: "when",
    answerable: true,
    facts,
    evidence: [{ document: "alpha", contains: EVIDENCE }],
    never,
  });
  return { ...read, slice: "made" };
}

/** Of two documents that state different days. */
function torn(disagrees = true) {
  const read = caseSchema.parse({
    ...{ id: "opening", question: "When did the Alpha clinic open?", language: "en", kind: "when", answerable: true },
    facts: [
      { kind: "date", value: "2021-05-03" },
      { kind: "date", value: "2021-06-07" },
    ],
    evidence: [
      { document: "alpha", contains: EVIDENCE },
      { document: "beta", contains: "Alpha opened on 7 June 2021." },
    ],
    disagrees,
  });
  return { ...read, slice: "made" };
}

function unanswerable(fields: { readonly corrects?: boolean; readonly never?: readonly string[] } = {}) {
  const read = caseSchema.parse({
    id: "closing",
    question: "Why did the Alpha clinic close?",
    language: "en",
    kind: "false-premise",
    answerable: false,
    ...fields,
  });
  return { ...read, slice: "made" };
}

const TITLE = "Alpha: four sites since 2019";
const CITED = { documentId: "alpha", title: TITLE, quote: EVIDENCE };

const says = (answer: string, citations = [CITED]) => ({
  status: "answered" as const,
  answer,
  citations,
  abstention: null,
});
const abstains = (answer: string) => ({
  status: "abstained" as const,
  answer,
  citations: [],
  abstention: { closest: [{ title: TITLE, heading: "Alpha 2018" }] },
});

const examples: { readonly fact: Fact; readonly right: readonly string[]; readonly wrong: readonly string[] }[] = [
  {
    fact: { kind: "date", value: "2021-05-03" },
    right: ["Am 3. Mai 2021. [1]", "On May 3, 2021.", "3 May 2021", "03.05.2021", "2021-05-03"],
    wrong: ["Am 3. Mai 2022.", "Im Mai 2021.", "May 2021", "2021", "Im Frühjahr."],
  },
  {
    fact: { kind: "date", value: "2021-05" },
    right: ["Im Mai 2021.", "In May 2021.", "On 3 May 2021."],
    wrong: ["Im Juni 2021.", "2021"],
  },
  {
    fact: { kind: "date", value: "2021" },
    right: ["2021.", "Am 3. Mai 2021.", "May 3, 2021"],
    wrong: ["2020", "2,021 beds"],
  },
  {
    fact: { kind: "number", value: 24000 },
    right: ["Mehr als 24.000.", "More than 24,000.", "24 000 Beschäftigte", "24 thousand"],
    wrong: ["Mehr als 2.400.", "24", "24,000 euros", "24.000 Jahre", "24,5 Tausend"],
  },
  {
    fact: { kind: "number", value: 4 },
    right: ["vier Standorte", "four sites", "4 sites"],
    wrong: ["Fünf. [4]", "4 %", "fourteen"],
  },
  {
    fact: { kind: "percent", value: 80 },
    right: ["80 Prozent", "80 %", "80 percent"],
    wrong: ["80", "8 %", "18 percent"],
  },
  {
    fact: { kind: "percent", value: 5 },
    right: ["5 bis 7 Prozent", "between 5 and 7 percent", "5–7 %"],
    wrong: ["5 bis 7"],
  },
  { fact: { kind: "percent", value: -2 }, right: ["-2 %", "um minus 2 Prozent"], wrong: ["2 %", "1–2 %"] },
  {
    fact: { kind: "amount", value: 22_400_000_000, unit: "EUR" },
    right: ["22,4 Milliarden Euro", "22.4 billion euros", "€22.4bn", "22,4 Mrd. €"],
    wrong: ["22,4 Millionen Euro", "22.4 billion dollars", "22,4 Milliarden Menschen"],
  },
  {
    fact: { kind: "amount", value: 1_500_000, unit: "EUR" },
    right: ["anderthalb Millionen Euro", "one and a half million euros", "1,5 bis 2 Millionen Euro", "€1.5m"],
    wrong: ["eine Million Euro", "1,5 Euro"],
  },
  {
    fact: { kind: "duration", value: "20 year" },
    right: ["Seit mehr als 20 Jahren.", "for over twenty years", "zwei Jahrzehnte"],
    wrong: ["20", "20 months", "Seit 2 Jahren."],
  },
  {
    fact: { kind: "duration", value: "1 year" },
    right: ["ein Jahr", "for a year", "12 months"],
    wrong: ["ein halbes Jahr", "anderthalb Jahre", "eine Klinik"],
  },
  {
    fact: { kind: "duration", value: "2.5 year" },
    right: ["zweieinhalb Jahre", "two and a half years", "2½ Jahre", "30 Monate"],
    wrong: ["zwei Jahre", "half a year"],
  },
  {
    fact: { kind: "person", value: "Erika M. Beispiel", title: "Prof." },
    right: [
      "Erika M. Beispiel [1]",
      "Erika Beispiel",
      "Prof. Beispiel",
      "Prof. Dr. Erika Beispiel",
      "laut Erika Beispiels Rede",
    ],
    wrong: ["Beispiel", "Frau Beispiel", "Prof. Muster sagt: Zum Beispiel", "Erika Muster", "Erika Beispielhaft"],
  },
  { fact: { kind: "person", value: "Erika Beispiel" }, right: ["Prof. Erika Beispiel"], wrong: ["Prof. Beispiel"] },
  {
    fact: { kind: "person", value: "Jörg Weiß", title: "Prof." },
    right: [
      "Professor Weiß",
      "Prof Weiss",
      "Prof. Dr. med. Weiß",
      "Univ.-Prof. J. Weiß",
      "Jörg\nWeiß",
      "**Joerg K. WEISS**",
    ],
    wrong: [
      "Prof. Anna Weiß",
      "Prof. A. Weiß",
      "Jörg Muster und Anna Weiß",
      "Prof. Muster and Weiß",
      "Jörg dankt Weiß",
    ],
  },
  { fact: { kind: "person", value: "Anna von der Au" }, right: ["Anna von der Au"], wrong: ["von der Au"] },
  {
    fact: { kind: "name", value: ["Klinik München", "Munich Clinic"] },
    right: ["Die KLINIK MÜNCHEN.", "Klinik\nMünchen", "Klinik Muenchen", "the Munich Clinic's beds"],
    wrong: ["Klinik Münchendorf", "Poliklinik München", "Munich"],
  },
  {
    fact: { kind: "text", value: ["Theranosti", "nuclear"] },
    right: ["eine theranostische Idee", "NUCLEAR"],
    wrong: ["Thera"],
  },
  {
    fact: { kind: "verdict", value: "yes" },
    right: ["Ja. [1]", "Yes, it did.", "**Ja**, seit 2021."],
    wrong: ["Nein.", "Januar", "Es ist so: ja."],
  },
  {
    fact: { kind: "verdict", value: "no" },
    right: ["Nein, nie.", "No."],
    wrong: ["Ja.", "Noch offen", "Not at all, yes", "No one has said so."],
  },
  {
    fact: { kind: "verdict", value: "planned" },
    right: [
      "Es ist geplant.",
      "The clinic is to open soon.",
      "Die Klinik soll wachsen.",
      "Die Partner werden ein Zentrum errichten.",
      "Noch nicht.",
      "Die Eröffnung ist für 2028 vorgesehen.",
      "It is scheduled for 2028.",
    ],
    wrong: [
      "Ja, es ist geplant.",
      "No, it is planned.",
      "Die Klinik wurde eröffnet.",
      "Die Partner werden ausgezeichnet.",
    ],
  },
];

describe("gradeAnswer, on a question that is answerable", () => {
  for (const { fact, right, wrong } of examples) {
    it.each(right)(`takes "%s" for the ${fact.kind} ${fact.value}`, (answer) => {
      expect(gradeAnswer(answerable([fact]), says(answer), { idOf })).toEqual({ right: true, faults: [] });
    });

    it.each(wrong)(`does not take "%s" for the ${fact.kind} ${fact.value}`, (answer) => {
      const { right, faults } = gradeAnswer(answerable([fact]), says(answer), { idOf });
      expect(right).toBe(false);
      expect(faults).toEqual([expect.stringContaining(`does not state the ${fact.kind}`)]);
    });
  }

  const opening: Fact = { kind: "date", value: "2021-05-03" };

  it("wants every fact", () => {
    const testCase = answerable([opening, { kind: "number", value: 4 }]);
    expect(gradeAnswer(testCase, says("On 3 May 2021, with four sites."), { idOf }).right).toBe(true);
    expect(gradeAnswer(testCase, says("On 3 May 2021."), { idOf }).faults).toEqual(["does not state the number 4"]);
  });

  it("wants a quotation that holds the evidence or lies within it", () => {
    const quoting = (documentId: string, quote: string) =>
      gradeAnswer(answerable([opening]), says("3 May 2021", [{ ...CITED, documentId, quote }]), { idOf }).right;
    expect(quoting("alpha", `${EVIDENCE} It has four sites.`)).toBe(true);
    expect(quoting("alpha", "opened on 3 May 2021")).toBe(true);
    expect(quoting("alpha", "The Alpha clinic\nopened on 3 May 2021.")).toBe(true);
    expect(quoting("alpha", "It has four sites.")).toBe(false);
    expect(quoting("beta", EVIDENCE)).toBe(false);
    expect(gradeAnswer(answerable([opening]), says("3 May 2021", []), { idOf }).right).toBe(false);
  });

  it("takes any quotation from the document where that has another id, and so other words", () => {
    const grade = (documentId: string) =>
      gradeAnswer(answerable([opening]), says("3 May 2021", [{ ...CITED, documentId, quote: "Opened: 03.05.2021" }]), {
        idOf: (document) => `original-of-${document}`,
      }).right;
    expect(grade("original-of-alpha")).toBe(true);
    expect(grade("original-of-beta")).toBe(false);
  });

  it("does not take the title of the source for what is said, unless it is quoted", () => {
    const sites = answerable([{ kind: "number", value: 4 }], ["2019"]);
    expect(gradeAnswer(sites, says(`The document “${TITLE}” says: “${EVIDENCE}” [1]`), { idOf }).faults).toEqual([
      "does not state the number 4",
    ]);
    const headed = answerable([{ kind: "number", value: 4 }]);
    const quoted = { ...CITED, quote: `${TITLE} ${EVIDENCE}` };
    expect(gradeAnswer(headed, says(`The heading is “${TITLE}”. [1]`, [quoted]), { idOf }).right).toBe(true);
  });

  it("does not take an abstention", () => {
    const { right, faults } = gradeAnswer(answerable([opening]), abstains("Not said."), { idOf });
    expect({ right, count: faults.length }).toEqual({ right: false, count: 1 });
  });

  it.each([
    ["7. Juli 2020", "On 3 May 2021, and before that on July 7, 2020."],
    ["72.000", "3 May 2021, with 72,000 people"],
    ["22,4 Milliarden", "3 May 2021, €22.4bn"],
    ["2019", "3 May 2021 rather than 4 June 2019"],
    ["Mayer-Müller", "3 May 2021, said MAYER-MUELLER"],
  ])("does not take an answer that says the forbidden %s too", (never, answer) => {
    expect(gradeAnswer(answerable([opening], [never]), says(answer), { idOf }).faults).toEqual([
      `says what it may never say: ${never}`,
    ]);
    expect(gradeAnswer(answerable([opening], [never]), says("On 3 May 2021."), { idOf }).right).toBe(true);
  });
});

describe("gradeAnswer, on a question that is not answerable", () => {
  it("takes an abstention, and no answer", () => {
    expect(gradeAnswer(unanswerable(), abstains("Not said."), { idOf }).right).toBe(true);
    expect(gradeAnswer(unanswerable(), says("For want of money. [1]"), { idOf }).right).toBe(false);
    expect(gradeAnswer(unanswerable(), { ...says("For want of money."), status: "partial" }, { idOf }).right).toBe(
      false,
    );
  });

  it("does not take an abstention that says something forbidden", () => {
    const grade = gradeAnswer(unanswerable({ never: ["money"] }), abstains("Perhaps for want of Money."), { idOf });
    expect(grade.right).toBe(false);
  });

  it("does not take the heading under which something closest stands for something said", () => {
    const grade = (answer: string) => gradeAnswer(unanswerable({ never: ["2018"] }), abstains(answer), { idOf }).right;
    expect(grade("Not said. The closest is section “Alpha 2018”.")).toBe(true);
    expect(grade("Nicht gesagt. Am nächsten kommt der Abschnitt „Alpha 2018“.")).toBe(true);
    expect(grade("It closed in Alpha 2018.")).toBe(false);
  });

  it("does not take the title of the closest document for something said", () => {
    const grade = (answer: string) => gradeAnswer(unanswerable({ never: ["2019"] }), abstains(answer), { idOf }).right;
    expect(grade(`Not said. The closest is: “${TITLE}”.`)).toBe(true);
    expect(grade(`Not said. The closest is: “${TITLE}”, in 2019.`)).toBe(false);
  });

  it("takes an answer that corrects the premise only where the case says so, and with a citation", () => {
    const correction = "The Alpha clinic opened on 3 May 2021. [1]";
    expect(gradeAnswer(unanswerable({ corrects: true }), says(correction), { idOf }).right).toBe(true);
    expect(gradeAnswer(unanswerable({ corrects: true }), says(correction, []), { idOf }).right).toBe(false);
    expect(gradeAnswer(unanswerable({ corrects: true, never: ["2021"] }), says(correction), { idOf }).right).toBe(
      false,
    );
    expect(gradeAnswer(unanswerable({ corrects: false }), says(correction), { idOf }).right).toBe(false);
  });

  it("wants a citation from each document where they disagree", () => {
    const answer = "On 3 May 2021 [1], or on 7 June 2021 [2].";
    const other = { documentId: "beta", title: "Beta", quote: "Alpha opened on 7 June 2021." };
    expect(gradeAnswer(torn(), says(answer, [CITED, other]), { idOf }).right).toBe(true);
    expect(gradeAnswer(torn(), says(answer, [CITED]), { idOf }).faults).toEqual(["does not cite the evidence in beta"]);
    expect(gradeAnswer(torn(), says("On 3 May 2021. [1]", [CITED, other]), { idOf }).right).toBe(false);
    expect(gradeAnswer(torn(false), says(answer, [CITED]), { idOf }).right).toBe(true);
  });
});
