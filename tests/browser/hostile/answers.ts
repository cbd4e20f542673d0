import { PAYLOADS, payloadsInTexts } from "./payloads.js";

/** An answer as a server that is not to be trusted may send it: payloads in every field, in a shape the widget takes. */
export function hostileAnswer() {
  const texts = payloadsInTexts(300);
  const citations = PAYLOADS.map((payload, index) => ({
    marker: index + 1,
    documentId: payload,
    title: payload,
    publisher: payload,
    publishedAt: payload,
    url: payload,
    language: payload,
    passageId: payload,
    heading: payload,
    quote: payload,
    start: index,
    end: index + 1,
  }));
  const [first = "", second = "", third = ""] = texts;
  return {
    id: `ans_${first}`,
    status: "answered",
    answer: PAYLOADS.map((payload, index) => `${payload} [${index + 1}]`).join(" "),
    language: "de",
    readAs: texts.join(" "),
    citations,
    abstention: null,
    asOf: first,
    writer: { kind: "llm", provider: first, model: texts.join(" "), prompt: second },
    warnings: texts,
    followUps: [...texts],
    timings: {},
    more: third,
  };
}

/** The same, where nothing was found: payloads in the closest passages. */
export function hostileAbstention() {
  const answer = hostileAnswer();
  const closest = answer.citations;
  return {
    ...answer,
    status: "abstained",
    citations: [],
    abstention: { reason: answer.id, message: answer.answer, closest },
  };
}

/** What an earlier script of the page may have left in the tab under our name. */
export function hostileKept() {
  const answer = hostileAnswer();
  const { citations } = answer;
  const common = { citations, parts: PAYLOADS, verdict: answer.id, failure: answer.id };
  const exchanges = [
    { ...common, question: answer.answer, state: "answered", answer },
    { ...common, question: answer.answer, state: "answered", answer: hostileAbstention() },
    ...payloadsInTexts(1000).map((question) => ({ ...common, question, state: question, answer: null })),
    { ...common, question: "x", state: "stopped", answer: null },
  ];
  return { version: 1, exchanges, draft: answer.answer, open: true };
}
