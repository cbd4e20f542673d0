/** Script of the page: the failed cases, and how they are searched. */
export const CASES = `
const failedCases = () => data.sets.flatMap(({ over, failed }) => failed.map((result) => ({ ...result, set: over })));

function factText({ kind, value, unit, title }, words) {
  const stated = [title, [value].flat().join(words.or), unit].filter((part) => part !== undefined);
  return (words.kinds[kind] ?? kind) + ": " + stated.join(" ");
}

const list = (items, attributes = {}) => element("ul", attributes, ...items.map((it) => element("li", {}, it)));

function quotation({ marker, documentId, title, quote }) {
  const source = "[" + marker + "] " + (title === null ? documentId : title + " (" + documentId + ")");
  return element("blockquote", {}, quote, element("cite", {}, source));
}

/** Pairs of a term and what is said to it; pairs without content are left out. */
function goldOf({ gold }, words) {
  if (!gold.answerable) return [[words.facts, [gold.corrects ? words.goldCorrects : words.goldNone]]];
  const evidence = gold.evidence.map(({ document: id, contains }) => "“" + contains + "” (" + id + ")");
  return [
    [words.facts, gold.facts.length === 0 ? [] : [list(gold.facts.map((fact) => factText(fact, words)))]],
    [words.evidence, evidence.length === 0 ? [] : [list(evidence)]],
  ];
}

function failedCase(result, words) {
  const { id, set, slice, kind, language, history, filter, question, readAs, status, answer, answerLanguage, gold, faults } = result;
  const spoken = (text, lang) => element("span", { lang }, text);
  const pairs = [
    [words.reason, [list(faults, { class: "reason", lang: "en" })]],
    [words.history, history.length === 0 ? [] : [list(history.map(({ role, content }) => words.roles[role] + ": " + content))]],
    [words.filter, filter === null ? [] : [JSON.stringify(filter)]],
    [words.readAs, readAs === null ? [] : [spoken(readAs, language)]],
    [words.answer + " (" + words.statuses[status] + ")", [spoken(answer, answerLanguage)]],
    [words.quotes, result.citations.map(quotation)],
    [words.closest, result.closest.map(quotation)],
    ...goldOf(result, words),
    [words.never, gold.never.length === 0 ? [] : [list(gold.never)]],
  ];
  const filled = pairs.filter(([, content]) => content.length > 0);
  const tags = [words.sets[set] ?? set, slice, kind, words.languageNames[language]];
  const node = element("details", { class: "case", "data-case": id },
    element("summary", {},
      element("h3", {}, id),
      element("p", { lang: language }, question),
      list(tags, { class: "tags" })),
    element("div", { class: "body" },
      element("dl", {}, ...filled.flatMap(([term, content]) => [element("dt", {}, term), element("dd", {}, ...content)]))));
  return { node, result, searched: node.textContent.toLowerCase() };
}

/** Every word of the search has to stand in the case. */
function isShown({ result, searched }) {
  const words = state.search.toLowerCase().split(" ").filter((word) => word !== "");
  return Object.entries(state.filters).every(([name, chosen]) => chosen === "" || result[name] === chosen) &&
    words.every((word) => searched.includes(word));
}

function failedSection(words) {
  const entries = failedCases().map((result) => failedCase(result, words));
  const heading = element("h2", { id: "failed" }, words.failedCases);
  if (entries.length === 0) return element("section", {}, heading, element("p", {}, words.noneFailed));
  const status = element("p", { role: "status", class: "note" });
  const narrow = () => {
    for (const entry of entries) entry.node.hidden = !isShown(entry);
    const shown = entries.filter(({ node }) => !node.hidden).length;
    status.textContent = words.casesShown(shown, entries.length);
  };
  const search = element("input", { type: "search", name: "search", autocomplete: "off" });
  search.value = state.search;
  search.addEventListener("input", () => {
    state.search = search.value;
    narrow();
  });
  const names = { set: words.sets, language: words.languageNames };
  const filters = Object.keys(state.filters).map((name) => {
    const values = [...new Set(entries.map(({ result }) => result[name]))].sort();
    const options = [["", words.any], ...values.map((value) => [value, names[name]?.[value] ?? value])];
    return choice(words[name], state.filters, name, options, narrow);
  });
  const folding = (text, open) => {
    const button = element("button", { type: "button" }, text);
    button.addEventListener("click", () => {
      for (const { node } of entries) node.open = open;
    });
    return button;
  };
  narrow();
  return element("section", {}, heading,
    element("div", { class: "controls", role: "search" },
      labelled(words.search, search, { class: "control search" }),
      ...filters, folding(words.open, true), folding(words.close, false)),
    status, ...entries.map(({ node }) => node));
}
`;
