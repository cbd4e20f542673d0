const QUOTE = "Professorin Annalen Bleckmann ist die Direktorin des WTZ Münster.";

const citation = {
  marker: 1,
  documentId: "muenster-osnabrueck",
  title: "Universitätsklinikum Münster und Klinikum Osnabrück: Kooperation in der Onkologie",
  publisher: null,
  publishedAt: null,
  url: null,
  language: "de",
  passageId: "muenster-osnabrueck#4",
  heading: "Wer sagt was",
  quote: QUOTE,
  start: 2210,
  end: 2210 + QUOTE.length,
};

const answer = {
  id: "ans_01KB0Q3ZQ7V5N8M2R4T6W9XYCD",
  status: "answered",
  answer: `${QUOTE} [1]`,
  language: "de",
  citations: [citation],
  abstention: null,
  asOf: null,
  writer: { kind: "extract" },
  warnings: [],
  followUps: ["Welche Kliniken kooperieren in der Onkologie?"],
  timings: { understandMs: 1, retrieveMs: 9, judgeMs: 1, composeMs: 2, groundMs: 1, totalMs: 14 },
};

const passage = {
  documentId: citation.documentId,
  passageId: citation.passageId,
  title: citation.title,
  publisher: null,
  publishedAt: null,
  url: null,
  language: "de",
  heading: citation.heading,
  text: QUOTE,
  start: citation.start,
  end: citation.end,
  score: 0.91,
  scores: { vector: 0.92, words: 0.84 },
};

const document = {
  id: "ten-years-together",
  title: "Ten years together",
  publisher: "Example Hospital",
  publishedAt: "2026-02-09",
  url: "https://example.org/ten-years-together",
  language: "en",
  partners: ["Example Hospital", "Example Imaging"],
  kind: "press-release",
  length: 61,
  passages: 1,
  sha256: "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
  ingestedAt: "2026-02-10T08:30:00.000Z",
  metadata: {},
};

const feedback = {
  id: "fb_3f2a6c1e-0000-4000-8000-6894a57f9324",
  at: "2026-02-10T08:30:00.000Z",
  answerId: answer.id,
  verdict: "wrong",
};

const problem = {
  type: "urn:konsil:problem:invalid_request",
  title: "The request is not valid",
  status: 422,
  code: "invalid_request",
  detail: "The body is not valid at question: must not be empty",
  errors: [{ path: "question", message: "must not be empty" }],
};

const question = "Wer ist die Direktorin des WTZ Münster?";

/** What a body looks like, by the name of its schema in the OpenAPI document. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  Answer: answer,
  AskBatchRequest: { questions: [{ question }, { question: "Who is the director of WTZ Münster?" }] },
  AskEvent: { type: "text.delta", text: answer.answer },
  AskRequest: { question, filter: { publishedAfter: "2024-01-01" } },
  BatchAnswers: { answers: [answer, { problem }] },
  Document: document,
  DocumentList: { documents: [document], nextCursor: null },
  FeedbackList: {
    feedback: [{ ...feedback, comment: null, question, history: [], answer, documents: [citation.documentId] }],
    nextCursor: null,
  },
  FeedbackReceipt: { feedback },
  FeedbackRequest: { answerId: answer.id, verdict: "wrong", comment: "The dossier gives another name.", question },
  FoundPassages: { passages: [passage] },
  Health: { status: "ok", version: "0.1.0" },
  Problem: problem,
  Readiness: { ready: true, model: "ready", index: "ready", documents: 9, passages: 120 },
  SearchRequest: { query: "Direktorin WTZ Münster", limit: 5 },
  StoredDocument: { document },
};
