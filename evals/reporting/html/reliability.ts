/** Script of the page: how sure the system was, against how often the documents answered. */
export const RELIABILITY = `
/** A square from 0 to 1 both ways. Hidden from screen readers: its numbers stand in the table below. */
function reliabilityCurve({ bins }, words) {
  const x = (share) => 26 + 180 * share;
  const y = (share) => 186 - 170 * share;
  const line = (from, to, name) => drawn("line", { x1: x(from[0]), y1: y(from[1]), x2: x(to[0]), y2: y(to[1]), class: name });
  const text = (content, attributes) => drawn("text", attributes, content);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((at) => [
    line([0, at], [1, at], "grid"), line([at, 0], [at, 1], "grid"),
    text(number(100 * at, 0), { x: 22, y: y(at) + 2.5, "text-anchor": "end" }),
    text(number(100 * at, 0), { x: x(at), y: 197, "text-anchor": "middle" }),
  ]);
  const points = bins.map(({ expected, observed }) => x(expected) + "," + y(observed.value)).join(" ");
  const marks = bins.flatMap(({ expected, observed: { value, low, high } }) => [
    line([expected, low], [expected, high], "whisker"),
    drawn("circle", { cx: x(expected), cy: y(value), r: 3, class: "point" }),
  ]);
  return drawn("svg", { class: "curve", viewBox: "0 0 216 214", "aria-hidden": "true" },
    ...grid, line([0, 0], [1, 1], "reference"), drawn("polyline", { points, class: "path" }), ...marks,
    text(words.observed, { x: 2, y: 8 }),
    text(words.expected, { x: x(1), y: 210, "text-anchor": "end" }));
}

function reliabilityCard({ reliability }, words) {
  if (reliability === null) return [element("p", {}, words.confidenceUnknown)];
  const rows = reliability.bins.map(({ expected, observed }) => ({
    cells: [percent(expected), figure(String(observed.trials)), figure(...estimated(observed))],
  }));
  return [
    reliabilityCurve(reliability, words),
    element("p", {}, words.calibrationError + ": ", ...estimated(reliability.calibrationError)),
    element("details", {},
      element("summary", {}, words.asTable),
      table([words.expected, figureHead(words.casesHead), figureHead(words.observed)], rows, { class: "chart" })),
  ];
}

function reliabilitySection(words) {
  return element("section", {}, element("h2", {}, words.reliability),
    element("p", { class: "note" }, words.reliabilityNote),
    perSet(data.sets, words, (set) => reliabilityCard(set, words)));
}
`;
