/** Script of the page: elements, tables, and bars with whiskers. Text enters as text nodes only. */
export const CHARTS = `
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function drawn(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Rows are lists of cells; the first cell of each is its header. A string or a node becomes a cell, a cell stays. */
function table(head, rows, attributes = {}) {
  const cell = (content, tag, more) => content instanceof HTMLTableCellElement ? content : element(tag, more, content);
  const columns = head.map((it) => cell(it, "th", { scope: "col" }));
  const body = rows.map(({ cells, attributes: ofRow = {} }) =>
    element("tr", ofRow, ...cells.map((it, at) => at === 0 ? cell(it, "th", { scope: "row" }) : cell(it, "td", {}))));
  return element("table", attributes,
    element("thead", {}, element("tr", {}, ...columns)),
    element("tbody", {}, ...body));
}

const unseenHead = () => element("td", {});
const figureHead = (text) => element("th", { scope: "col", class: "figure" }, text);
const figure = (...content) => element("td", { class: "figure" }, ...content);

/**
 * A bar from 0 to \`greatest\`, stretched to the width of its cell. Hidden from screen readers: its numbers stand beside.
 * \`low\` and \`high\` draw the whisker, \`reference\` a dashed line.
 */
function bar({ value, low, high, reference, greatest = 1 }) {
  const at = (amount) => (100 * Math.min(amount, greatest)) / greatest;
  const line = (x1, x2, y1, y2, name) => drawn("line", { x1, x2, y1, y2, class: name });
  const parts = [
    drawn("rect", { class: "track", x: 0, y: 3, width: 100, height: 12 }),
    drawn("rect", { class: "value", x: 0, y: 3, width: at(value), height: 12 }),
  ];
  if (reference !== undefined) parts.push(line(at(reference), at(reference), 0, 18, "reference"));
  if (low !== undefined) {
    parts.push(line(at(low), at(high), 9, 9, "whisker"));
    for (const end of [low, high]) parts.push(line(at(end), at(end), 5, 13, "whisker"));
  }
  return drawn("svg", { class: "bar", viewBox: "0 0 100 18", preserveAspectRatio: "none", "aria-hidden": "true" }, ...parts);
}

const barCell = (estimate) => element("td", { class: "bar-cell" }, bar(estimate));

function number(value, digits = 1) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(state.language, options).format(value);
}
const percent = (share) => number(100 * share);

/** Value and interval; \`shown\` writes a number. */
function estimated({ value, low, high }, shown = percent) {
  return [shown(value) + " ", element("small", {}, "[" + shown(low) + "; " + shown(high) + "]")];
}

/** One metric of every group of a set, all cases first. */
function groupChart({ groups }, by, metric, words) {
  const all = groups.find((group) => group.by === "all").estimates[metric];
  const rows = groups.filter((group) => group.by === "all" || group.by === by).map((group) => {
    const estimate = group.estimates[metric];
    const name = group.by === "all" ? words.all : words.languageNames[group.name] ?? group.name;
    const header = element("th", { scope: "row" }, name + " ", element("small", {}, "(" + (estimate?.trials ?? 0) + ")"));
    const shown = estimate === undefined
      ? [element("td", { class: "bar-cell" }), figure("–")]
      : [barCell({ ...estimate, reference: all?.value }), figure(...estimated(estimate))];
    return { cells: [header, ...shown], attributes: group.by === "all" ? { class: "of-all" } : {} };
  });
  return table([words.groupAndCases, unseenHead(), figureHead(words.value)], rows, { class: "chart" });
}

function confusionTable({ groups }, words) {
  const { confusion } = groups.find((group) => group.by === "all");
  const row = (name, { answered, declined }, wrong) => {
    const cell = (kind, count) => {
      const share = count / Math.max(1, answered + declined);
      const attributes = kind === wrong ? { class: "fault" } : {};
      return element("td", attributes, element("b", {}, String(count)), " ", element("small", {}, percent(share) + " %"), bar({ value: share }));
    };
    return { cells: [name, cell("answered", answered), cell("declined", declined)] };
  };
  const rows = [
    row(words.answerable, confusion.answerable, "declined"),
    row(words.unanswerable, confusion.unanswerable, "answered"),
  ];
  return table([unseenHead(), words.answered, words.declined], rows, { class: "confusion" });
}

function latencyChart({ milliseconds }, greatest, words) {
  const whole = (value) => number(value, 0);
  const rows = Object.entries(milliseconds).map(([id, estimate]) => ({
    cells: [words.quantiles[id] ?? id, barCell({ ...estimate, greatest }), figure(...estimated(estimate, whole))],
  }));
  return table([words.metric, unseenHead(), figureHead("ms")], rows, { class: "chart" });
}
`;
