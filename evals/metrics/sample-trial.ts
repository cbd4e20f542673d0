import type { Citation } from "../../src/contracts/answer.js";
import { caseSchema } from "../cases/case.js";
import type { Trial } from "../trial.js";

export interface Sample {
  /** Fields of a case; what is left out makes an answerable one about Alpha. */
  readonly testCase?: Readonly<Record<string, unknown>>;
  readonly answer?: string;
  /** By marker, from 1: document and quotation. */
  readonly quotes?: readonly (readonly [documentId: string, quote: string])[];
  readonly excerpts?: readonly (string | null)[];
  readonly status?: "answered" | "partial" | "abstained";
  readonly language?: "de" | "en";
  readonly title?: string | null;
  readonly found?: Trial["found"];
  readonly over?: Trial["over"];
  readonly ms?: number;
  readonly confidence?: number | null;
}

const ANSWERABLE = {
  id: "sample",
  question: "When did the Alpha clinic open?",
  language: "en",
  kind: "when",
  answerable: true,
  facts: [{ kind: "date", value: "2021-05-03" }],
  evidence: [{ document: "alpha", contains: "opened on 3 May 2021" }],
};

const UNANSWERABLE = { ...ANSWERABLE, kind: "unstated", answerable: false, facts: undefined, evidence: undefined };

/** A trial to compute by hand. The case of a refusal is read like one of a file, and so has to be a whole one. */
export function sampleTrial(sample: Sample = {}): Trial {
  const { testCase = {}, answer = "", quotes = [], status = "answered", language = "en", title = null } = sample;
  const citations = quotes.map(([documentId, quote], at) => citation(at + 1, documentId, quote, title));
  const refused = status === "abstained";
  const whole = testCase.answerable === false ? UNANSWERABLE : ANSWERABLE;
  return {
    testCase: { ...caseSchema.parse(withoutUndefined({ ...whole, ...testCase })), slice: "samples" },
    answer: {
      id: "ans_1",
      status,
      answer,
      language,
      citations: refused ? [] : citations,
      abstention: refused ? { reason: "no_evidence", message: answer, closest: citations } : null,
      asOf: null,
      writer: { kind: "extract" },
      warnings: [],
      followUps: [],
      timings: { understandMs: 0, retrieveMs: 0, judgeMs: 0, composeMs: 0, groundMs: 0, totalMs: 0 },
    },
    excerpts: [...(sample.excerpts ?? quotes.map(([, quote]) => quote))],
    found: sample.found ?? null,
    ms: sample.ms ?? 0,
    confidence: sample.confidence ?? null,
    over: sample.over ?? "corpus",
    idOf: (document) => document,
  };
}

export function sampleRefusal(sample: Omit<Sample, "status"> = {}): Trial {
  return sampleTrial({ answer: "The documents do not answer this question.", ...sample, status: "abstained" });
}

/** Of a case that the documents do not answer. */
export const UNANSWERED = { answerable: false } as const;

function citation(marker: number, documentId: string, quote: string, title: string | null): Citation {
  const known = { publisher: null, publishedAt: null, url: null, language: null, heading: null };
  return { ...known, marker, documentId, title, passageId: `${documentId}#0`, quote, start: 0, end: quote.length };
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
