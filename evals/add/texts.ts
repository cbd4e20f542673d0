import type { Language } from "../../src/contracts/document.js";

/** What `npm run eval:add` says. */
export interface AddTexts {
  readonly chooseFeedback: string;
  readonly alreadyCase: string;
  readonly question: string;
  readonly questionMissing: string;
  readonly language: (proposed: Language) => string;
  readonly languageWrong: string;
  readonly konsilAnswers: string;
  readonly konsilRefuses: string;
  readonly answerable: string;
  readonly yesOrNo: string;
  readonly kind: string;
  readonly chooseOne: (most: number) => string;
  readonly corrects: string;
  readonly facts: string;
  readonly fact: (number: number) => string;
  readonly factMissing: string;
  readonly factKindUnknown: (examples: string) => string;
  readonly factWrong: (kind: string, example: string) => string;
  readonly factNotInEvidence: (fact: string) => string;
  readonly passages: string;
  readonly noPassages: string;
  readonly evidence: string;
  readonly evidenceNowhere: string;
  readonly evidenceMissing: string;
  readonly never: string;
  readonly slices: string;
  readonly slice: string;
  readonly sliceWrong: string;
  readonly id: (proposed: string) => string;
  readonly idWrong: string;
  readonly idTaken: (id: string) => string;
  readonly duplicate: (id: string, slice: string) => string;
  readonly write: (file: string) => string;
  readonly notWritten: string;
  readonly written: (file: string) => string;
  readonly right: (id: string) => string;
  readonly wrong: (id: string) => string;
}

const DE: AddTexts = {
  chooseFeedback: "Welche Rückmeldung?",
  alreadyCase: "schon ein Fall",
  question: "Frage:",
  questionMissing: "Ohne Frage kein Fall.",
  language: (proposed) => `Sprache der Frage, de oder en [${proposed}]:`,
  languageWrong: "Bitte de oder en.",
  konsilAnswers: "Konsil antwortet:",
  konsilRefuses: "Konsil lehnt ab:",
  answerable: "Beantworten die Dokumente die Frage? (j/n)",
  yesOrNo: "Bitte j oder n.",
  kind: "Die Frage … (Nummer oder Name):",
  chooseOne: (most) => `Bitte eine Nummer von 1 bis ${most} oder einen Namen.`,
  corrects: "Ist auch eine Antwort richtig, die die falsche Annahme mit Beleg berichtigt? (j/n)",
  facts: "Was muss in der Antwort stehen? Eine Tatsache je Zeile, leere Zeile: fertig. Zum Beispiel:",
  fact: (number) => `Tatsache ${number}:`,
  factMissing: "Wenigstens eine Tatsache, sonst wäre jede Antwort richtig.",
  factKindUnknown: (examples) => `Bitte „Art: Wert“, zum Beispiel:\n${examples}`,
  factWrong: (kind, example) => `Das ist nichts von der Art ${kind}. Zum Beispiel: ${example}`,
  factNotInEvidence: (fact) => `Hinweis: Der Beleg nennt das nicht: ${fact}`,
  passages: "Was als Beleg in Frage kommt:",
  noPassages: "Die Suche findet nichts; fügen Sie den Beleg ein.",
  evidence: "Beleg: Nummern (1 oder 1, 3) oder eingefügter Wortlaut eines Dokuments:",
  evidenceNowhere: "Das steht so in keinem Dokument. Bitte wörtlich, am besten einen ganzen Satz.",
  evidenceMissing: "Ohne Beleg keine richtige Antwort.",
  never: "Was darf nie in der Antwort stehen? Mit | getrennt, leer: nichts:",
  slices: "In welche Datei?",
  slice: "Nummer, oder Name einer neuen (kleinbuchstaben-mit-bindestrich):",
  sliceWrong: "Bitte eine Nummer oder einen Namen wie offene-fragen.",
  id: (proposed) => `Id [${proposed}]:`,
  idWrong: "Bitte kleinbuchstaben-mit-bindestrich.",
  idTaken: (id) => `Die Id ${id} hat schon ein anderer Fall.`,
  duplicate: (id, slice) => `Diese Frage ist schon ein Fall: ${id} in ${slice}.yaml`,
  write: (file) => `An ${file} anhängen? (j/n)`,
  notWritten: "Nichts geschrieben.",
  written: (file) => `Geschrieben: ${file}`,
  right: (id) => `${id}: richtig beantwortet.`,
  wrong: (id) => `${id}: nicht richtig beantwortet:`,
};

const EN: AddTexts = {
  chooseFeedback: "Which feedback?",
  alreadyCase: "already a case",
  question: "Question:",
  questionMissing: "No case without a question.",
  language: (proposed) => `Language of the question, de or en [${proposed}]:`,
  languageWrong: "de or en, please.",
  konsilAnswers: "Konsil answers:",
  konsilRefuses: "Konsil declines:",
  answerable: "Do the documents answer the question? (y/n)",
  yesOrNo: "y or n, please.",
  kind: "The question … (number or name):",
  chooseOne: (most) => `A number from 1 to ${most}, or a name, please.`,
  corrects: "Is an answer right, too, that corrects the wrong premise with a citation? (y/n)",
  facts: "What must the answer state? One fact a line, an empty line ends. For example:",
  fact: (number) => `Fact ${number}:`,
  factMissing: "One fact at least, or else every answer would be right.",
  factKindUnknown: (examples) => `"kind: value", please, for example:\n${examples}`,
  factWrong: (kind, example) => `This is no ${kind}. For example: ${example}`,
  factNotInEvidence: (fact) => `Note: the evidence does not state ${fact}`,
  passages: "What may be the evidence:",
  noPassages: "The search finds nothing; paste the evidence.",
  evidence: "Evidence: numbers (1 or 1, 3), or pasted words of a document:",
  evidenceNowhere: "This stands so in no document. Letter by letter, please, a whole sentence at best.",
  evidenceMissing: "Without evidence no answer is right.",
  never: "What may never stand in the answer? Separated by |, empty: nothing:",
  slices: "Into which file?",
  slice: "Number, or the name of a new one (small-letters-and-hyphens):",
  sliceWrong: "A number, or a name such as open-questions, please.",
  id: (proposed) => `Id [${proposed}]:`,
  idWrong: "small-letters-and-hyphens, please.",
  idTaken: (id) => `Another case has the id ${id}.`,
  duplicate: (id, slice) => `This question is a case already: ${id} in ${slice}.yaml`,
  write: (file) => `Append to ${file}? (y/n)`,
  notWritten: "Nothing written.",
  written: (file) => `Written: ${file}`,
  right: (id) => `${id}: answered right.`,
  wrong: (id) => `${id}: not answered right:`,
};

/** A language in which to talk, with what is said in it. */
export interface Lang {
  readonly lang: Language;
  readonly texts: AddTexts;
}

export function langOf(lang: Language): Lang {
  return { lang, texts: lang === "de" ? DE : EN };
}
