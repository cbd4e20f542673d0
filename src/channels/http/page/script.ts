/** Browser module `/page/page.js`: the conversation. */
export const SCRIPT = `import { button, createReply, element } from "./answer.js";
import { ask, call, useKey } from "./stream.js";
import { texts } from "./texts.js";

const byId = (id) => document.getElementById(id);
const [form, question, send, stop] = ["ask", "question", "send", "stop"].map(byId);
const [conversation, status, examples, keyForm] = ["conversation", "status", "examples", "key-form"].map(byId);

/** Turns that the next question may refer to; the server keeps none. */
const REMEMBERED = 8;
let history = [];
let running = null;
let partners = [];

let language = localStorage.getItem("konsil-language");
if (!Object.hasOwn(texts, language ?? "")) language = navigator.language.toLowerCase().startsWith("de") ? "de" : "en";

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = language;
  const words = texts[language];
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = words[node.dataset.text];
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", words[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = words[node.dataset.placeholder];
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === language));
  }
  showExamples();
}

function showExamples() {
  const questions = partners.map(([a, b], index) => texts[language].exampleQuestions[index](a, b));
  examples.querySelector(".chips").replaceChildren(...questions.map((text) => button(text, () => start(text))));
  examples.hidden = questions.length === 0 || conversation.childElementCount > 0;
}

/** Questions about partners that the documents name, whatever the corpus is. */
async function findExamples() {
  try {
    const { documents } = await (await call("/v1/documents?limit=20")).json();
    partners = documents.filter((known) => known.partners.length > 1).slice(0, 3).map((known) => known.partners);
    showExamples();
  } catch {
    // Without examples the page works just as well.
  }
}

async function start(text) {
  if (running || text.trim() === "") return;
  const words = texts[language];
  const reply = createReply(words, language);
  const turn = element("article", { class: "turn" }, element("h2", { class: "asked" }, text), reply.root);
  conversation.append(turn);
  turn.scrollIntoView({ block: "start", behavior: "smooth" });
  byId("welcome").hidden = true;
  byId("again").hidden = false;
  examples.hidden = true;
  status.textContent = words.waiting;
  const mine = new AbortController();
  setRunning(mine);
  try {
    await ask({ question: text, history }, (event) => {
      reply.hear(event);
      if (event.type === "answer.finished") finish(turn, text, event.answer, reply);
    }, mine.signal);
  } catch (error) {
    if (mine.signal.aborted) reply.stop();
    else fail(error, reply, text);
  } finally {
    if (running === mine) setRunning(null);
  }
}

function finish(turn, text, answer, reply) {
  reply.finish(answer);
  status.textContent = answer.answer;
  history = [...history, { role: "user", content: text }, { role: "assistant", content: answer.answer }].slice(-REMEMBERED);
  if (answer.followUps.length === 0) return;
  const chips = answer.followUps.map((next) => button(next, () => start(next)));
  turn.append(
    element("section", { class: "further" },
      element("h2", {}, texts[language].further),
      element("div", { class: "chips" }, ...chips)),
  );
}

function fail(error, reply, text) {
  const { problems } = texts[language];
  const code = error.code ?? "offline";
  const message = problems[code] ?? problems.other;
  reply.fail(message, error.requestId);
  status.textContent = message;
  question.value ||= text;
  if (code === "unauthorized") {
    keyForm.hidden = false;
    byId("key").focus();
  }
}

function setRunning(controller) {
  running = controller;
  send.hidden = running !== null;
  stop.hidden = running === null;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (running) return;
  const text = question.value.trim();
  question.value = "";
  start(text);
});
question.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
stop.addEventListener("click", () => {
  running?.abort();
  question.focus();
});
byId("again").addEventListener("click", () => {
  running?.abort();
  history = [];
  conversation.replaceChildren();
  byId("welcome").hidden = false;
  byId("again").hidden = true;
  showExamples();
  question.focus();
});
keyForm.addEventListener("submit", (event) => {
  event.preventDefault();
  useKey(byId("key").value.trim());
  keyForm.hidden = true;
  findExamples();
  form.requestSubmit();
});
for (const choice of document.querySelectorAll("[data-language]")) {
  choice.addEventListener("click", () => {
    localStorage.setItem("konsil-language", choice.dataset.language);
    speak(choice.dataset.language);
  });
}
byId("reader-close").addEventListener("click", () => byId("reader").close());

speak(language);
findExamples();
`;
