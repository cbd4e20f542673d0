import type { Edit } from "./broken-copy.js";
import type { Asked } from "./evaluate-copy.js";

/** A known way to break Konsil, and what of the evaluation has to notice. */
export interface Mutant extends Asked {
  readonly id: string;
  /** What Konsil does wrong then. */
  readonly breaks: string;
  /** The gate that has to fail. Slices are enough for one that every case has to pass; a bound of the baseline needs all. */
  readonly gate: string;
  /** A type error in them would not be seen: they are run and not compiled. */
  readonly edits: readonly Edit[];
}

export const MUTANTS: readonly Mutant[] = [
  {
    id: "judge-always-yes",
    breaks: "Where the judge would refuse, it takes the best sentence for an answer.",
    gate: "abstention-recall",
    over: "corpus",
    edits: [
      {
        file: "src/ask/judge.ts",
        from: "  return refusal(understood,",
        to: '  if (ranked.length > 0) return answerable(ranked.slice(0, 1), "answers");\n  return refusal(understood,',
      },
    ],
  },
  {
    id: "judge-always-no",
    breaks: "Where the judge has found an answer, it refuses.",
    gate: "over-refusal",
    over: "corpus",
    edits: [
      {
        file: "src/ask/judge.ts",
        from: 'return { verdict: "answerable", findings, manner };',
        to: 'return { verdict: "no", reason: "no_evidence", missing: [], closest: findings, probability: 0 };',
      },
    ],
  },
  {
    id: "wrong-documents-quote",
    breaks:
      "Every quotation is a passage of another document than the one that answers: verbatim, and beside the point.",
    gate: "right-document",
    over: "corpus",
    edits: [
      {
        file: "src/ask/ask.ts",
        from: "? answered(told)",
        to: `? answered({
        ...told,
        citations: told.citations.map((it) => {
          const candidate = evidence.candidates.find(({ document }) => document.id !== it.documentId);
          if (candidate === undefined) return it;
          const { text: quote, start, end } = candidate.passage;
          return citationOf({ candidate, quote, start, end }, it.marker);
        }),
      })`,
      },
    ],
  },
  {
    id: "language-ignored",
    breaks:
      "Konsil speaks German whatever it is asked in, and says that it has answered in the language of the question.",
    gate: "answer-language",
    over: "corpus",
    edits: [
      {
        file: "src/ask/understand.ts",
        from: 'const language = request.language ?? completed.language ?? "de";',
        to: 'const language = "de";',
      },
      {
        file: "src/ask/ask.ts",
        from: "language: understood.language, writer:",
        to: 'language: understood.detected ?? "de", writer:',
      },
    ],
  },
  {
    id: "history-ignored",
    breaks: "Each question is read as if nothing had been said before.",
    gate: "fact-accuracy",
    over: "corpus",
    edits: [
      {
        file: "src/ask/understand.ts",
        from: "completeAsked(question, history)",
        to: "completeAsked(question, [])",
      },
    ],
  },
  {
    id: "offset-by-one",
    breaks: "A citation points one character behind its quotation.",
    gate: "citations",
    over: "corpus",
    slices: ["spelling"],
    edits: [
      {
        file: "src/ask/ground.ts",
        from: "heading, quote, start, end };",
        to: "heading, quote, start: start + 1, end: end + 1 };",
      },
    ],
  },
  {
    id: "marker-swapped",
    breaks: "Where an answer has several citations, their markers are given out in the wrong order.",
    gate: "grounded",
    over: "corpus",
    slices: ["siemens-healthineers", "two-partnerships"],
    edits: [
      {
        file: "src/ask/ask.ts",
        from: "    citations: [...citations],",
        to: "    citations: citations.map((it) => ({ ...it, marker: citations.length + 1 - it.marker })),",
      },
    ],
  },
  {
    id: "number-changed",
    breaks: "The last digit of each sentence is one higher in the answer than in its quotation.",
    gate: "grounded",
    over: "corpus",
    slices: ["spelling"],
    edits: [
      {
        file: "src/ask/render.ts",
        from: "[withoutMarkers(text),",
        to: "[withoutMarkers(text).replace(/\\d(?=\\D*$)/, (digit) => String((Number(digit) + 1) % 10)),",
      },
    ],
  },
  {
    id: "negation-dropped",
    breaks: 'The answer leaves out each "not" of its quotations.',
    gate: "grounded",
    over: "corpus",
    slices: ["planned-and-done"],
    edits: [
      {
        file: "src/ask/render.ts",
        from: "[withoutMarkers(text),",
        to: '[withoutMarkers(text).replace(/(?<!\\p{L})(?:nicht|keine?|not) /giu, ""),',
      },
    ],
  },
  {
    id: "filter-ignored",
    breaks: "A question that is for some documents only is answered from all.",
    gate: "never",
    over: "corpus",
    slices: ["filters"],
    edits: [
      { file: "src/ask/ask.ts", from: "const options = { filter, ...", to: "const options = { filter: undefined, ..." },
    ],
  },
  {
    id: "deleted-document-answers",
    breaks: "A document that is deleted stays in the library, although the deletion is confirmed.",
    gate: "never",
    over: "changed",
    slices: ["removed"],
    edits: [
      {
        file: "src/ingest/ingest.ts",
        from: "inTurn(() => library.remove(documentId))",
        to: "inTurn(async () => (await library.document(documentId)) !== null)",
      },
    ],
  },
  {
    id: "boilerplate-cited",
    breaks:
      "What surrounds the article of a saved page, as a cookie banner, a newsletter, teasers, is read as part of it.",
    gate: "furniture",
    over: "changed",
    slices: ["teasers"],
    edits: [
      {
        file: "src/ingest/clean.ts",
        from: 'furniture.has(at) ? "furniture" :',
        to: "",
      },
    ],
  },
];
