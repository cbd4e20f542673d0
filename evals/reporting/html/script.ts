/** Script of the page: what it shows, in the language that was chosen. */
export const SCRIPT = `
const data = JSON.parse(document.getElementById("data").textContent);
const state = {
  language: navigator.language.toLowerCase().startsWith("de") ? "de" : "en",
  by: "slice", metric: data.metrics[0].id,
  search: "",
  filters: { set: "", slice: "", kind: "", language: "" },
};

function labelled(label, field, attributes = {}) {
  field.id = "choose-" + field.name;
  return element("div", { class: "control", ...attributes }, element("label", { for: field.id }, label), field);
}

/** A labelled select that keeps what was chosen in \`kept\`, and so beyond a change of the language. */
function choice(label, kept, name, options, onChange) {
  const select = element("select", { name });
  select.append(...options.map(([value, text]) => element("option", { value }, text)));
  select.value = kept[name];
  select.addEventListener("change", () => {
    kept[name] = select.value;
    onChange();
  });
  return labelled(label, select);
}

const nameOf = (set, words) => words.sets[set] ?? set;
const allOf = ({ groups }) => groups.find(({ by }) => by === "all");
const card = (title, ...content) => element("section", { class: "card" }, element("h3", {}, title), ...content);
const perSet = (sets, words, shown) =>
  element("div", { class: "sets" }, ...sets.map((set) => card(words.over(nameOf(set.over, words)), ...shown(set))));

function tiles(words) {
  const passed = data.gates.filter((gate) => gate.passed).length;
  const first = data.metrics[0];
  const tile = (label, value, more, failed = false) => element("div", { class: failed ? "tile failed" : "tile" },
    element("span", {}, label), element("b", {}, value), element("small", {}, more));
  const rights = data.sets.flatMap((set) => {
    const estimate = allOf(set).estimates[first.id];
    if (estimate === undefined) return [];
    const { value, low, high, trials } = estimate;
    const interval = "[" + percent(low) + "; " + percent(high) + "] " + words.of(trials);
    return [tile(first.title[state.language] + ", " + nameOf(set.over, words), percent(value) + " %", interval)];
  });
  const failed = data.sets.reduce((sum, set) => sum + set.failed.length, 0);
  const asked = data.sets.reduce((sum, set) => sum + allOf(set).cases, 0);
  const gates = words.gatesPassed(passed, data.gates.length);
  return element("div", { class: "tiles" }, ...rights,
    tile(words.gates, passed === data.gates.length ? "✓ " + words.passed : "✗ " + words.failed, gates, passed < data.gates.length),
    tile(words.failedCases, String(failed), words.ofCases(failed, asked)));
}

function gatesSection(words) {
  const found = ({ bound, faults }) => {
    if (bound === null) return words.faults(faults.length);
    return words.bound(bound.measured === null ? words.nothing : percent(bound.measured), percent(bound.value));
  };
  const failed = data.gates.filter((gate) => !gate.passed);
  const rows = [...failed, ...data.gates.filter((gate) => gate.passed)].map((gate) => ({
    cells: [
      element("th", { scope: "row" }, gate.title[state.language] + " ", element("small", {}, "(" + nameOf(gate.over, words) + ")")),
      found(gate),
      element("td", { class: gate.passed ? "state" : "state failed" }, gate.passed ? "✓ " + words.passed : "✗ " + words.failed),
    ],
  }));
  const reasons = failed.filter(({ faults }) => faults.length > 0).map(({ title, over, faults }) =>
    element("div", {},
      element("h3", {}, title[state.language] + " – " + nameOf(over, words)),
      list(faults.map((it) => it.case + ": " + it.fault), { class: "reason", lang: "en" })));
  const all = element("details", { class: "card gates" },
    element("summary", {}, words.gatesPassed(data.gates.length - failed.length, data.gates.length)),
    table([words.gateAndSet, words.found, words.result], rows));
  all.open = failed.length > 0;
  return element("section", {}, element("h2", {}, words.gates), ...reasons, all);
}

function groupsSection(words) {
  const chart = element("div", {});
  const draw = () => chart.replaceChildren(perSet(data.sets, words, (set) => [groupChart(set, state.by, state.metric, words)]));
  const metrics = data.metrics.map(({ id, title, better }) =>
    [id, title[state.language] + (better === "lower" ? " (" + words.less + ")" : "")]);
  draw();
  return element("section", {}, element("h2", {}, words.groups),
    element("div", { class: "controls" },
      choice(words.metric, state, "metric", metrics, draw),
      choice(words.by, state, "by", Object.entries(words.bys), draw)),
    element("p", { class: "note" }, words.groupsNote), chart);
}

function latencySection(words) {
  if (data.timings === null) return [];
  const { at, atOnce, sets } = data.timings;
  const greatest = Math.max(...sets.flatMap(({ milliseconds }) => Object.values(milliseconds).map(({ high }) => high)));
  const when = new Intl.DateTimeFormat(state.language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(at)) + " UTC";
  return [element("section", {}, element("h2", {}, words.latency),
    element("p", { class: "note" }, words.latencyNote(when, atOnce)),
    perSet(sets, words, (set) => [latencyChart(set, greatest, words)]))];
}

function metricsSection(words) {
  const rows = data.metrics.map(({ id, title, better }) => ({
    cells: [
      title[state.language] + (better === "lower" ? " (" + words.less + ")" : ""),
      ...data.sets.map((set) => {
        const estimate = allOf(set).estimates[id];
        if (estimate === undefined) return figure("–");
        return figure(...estimated(estimate), " ", element("small", {}, words.of(estimate.trials)));
      }),
    ],
  }));
  const since = data.sets.flatMap(({ over, sinceBaseline }) => {
    if (sinceBaseline === null) return [];
    const { won, lost, cases, p } = sinceBaseline;
    const named = [[words.won, won], [words.lost, lost]].filter(([, ids]) => ids.length > 0);
    return [element("p", { class: "note since" },
      nameOf(over, words) + ". " + words.since(won.length, lost.length, cases, number(p, 3)),
      ...named.map(([name, ids]) => " " + name + ": " + ids.join(", ") + "."))];
  });
  const head = [words.metric, ...data.sets.map(({ over }) => figureHead(nameOf(over, words)))];
  return element("section", {}, element("h2", {}, words.metrics), element("div", { class: "card" }, table(head, rows, { class: "metrics" })), ...since);
}

function languageSwitch(words) {
  const buttons = [["de", "Deutsch"], ["en", "English"]].map(([code, name]) => {
    const button = element("button", { type: "button", lang: code, "aria-pressed": String(code === state.language) }, name);
    button.addEventListener("click", () => {
      state.language = code;
      show();
      document.querySelector(".languages [aria-pressed='true']").focus();
    });
    return button;
  });
  return element("div", { class: "languages", role: "group", "aria-label": words.languages }, ...buttons);
}

function show() {
  const words = texts[state.language];
  document.documentElement.lang = state.language;
  document.title = words.title(data.subject.name);
  document.getElementById("top").replaceChildren(
    element("div", {}, element("h1", {}, document.title),
      element("p", { class: "note" }, words.about(data.subject.version, data.selection ?? words.allCases))),
    languageSwitch(words));
  document.getElementById("report").replaceChildren(
    tiles(words), gatesSection(words), groupsSection(words),
    element("section", {}, element("h2", {}, words.confusion), element("p", { class: "note" }, words.confusionNote),
      perSet(data.sets, words, (set) => [confusionTable(set, words)])),
    ...peersSection(words), reliabilitySection(words),
    ...latencySection(words), metricsSection(words), failedSection(words));
}

/** On paper nothing can be unfolded. */
addEventListener("beforeprint", () => {
  for (const node of document.querySelectorAll("details")) node.open = true;
});

show();
`;
