/** Script of the page: the system beside its peers under the same cases. */
export const PEERS = `
/** How many times as long a peer takes, by the medians; null where that is not known. */
function latencyRatio(over, id) {
  const timed = data.timings?.sets.find((set) => set.over === over);
  const median = (milliseconds) => milliseconds?.["latency-p50"]?.value;
  const own = median(timed?.milliseconds);
  const its = median(timed?.peers.find((peer) => peer.id === id)?.milliseconds);
  return own > 0 && its !== undefined ? its / own : null;
}

function peerTable(set, words) {
  const { over, peers } = set;
  const systems = [allOf(set), ...peers].map(({ estimates }) => estimates);
  const compared = data.metrics.filter(({ id }) => peers.some(({ estimates }) => id in estimates));
  const rows = compared.map(({ id, title, better }) => ({
    cells: [
      title[state.language] + (better === "lower" ? " (" + words.less + ")" : ""),
      ...systems.map((estimates) => estimates[id] === undefined ? figure("–") : figure(...estimated(estimates[id]))),
    ],
  }));
  const ratios = peers.map(({ id }) => latencyRatio(over, id));
  const times = ratios.map((ratio) => figure(ratio === null ? "–" : number(ratio, 2)));
  const alone = peers.map(({ compared: { subjectAlone, peerAlone, p } }) =>
    figure(subjectAlone + " : " + peerAlone + " ", element("small", {}, words.pOf(p < 0.001 ? "< " + number(0.001, 3) : "= " + number(p, 3)))));
  const last = [
    ...(ratios.every((ratio) => ratio === null) ? [] : [{ cells: [words.timesAsLong, figure(number(1, 2)), ...times] }]),
    { cells: [words.alone(data.subject.name), figure("–"), ...alone] },
  ];
  const heads = peers.map(({ title, threshold }) => {
    const more = threshold === null ? [] : [" ", element("small", {}, "(" + number(threshold, 3) + ")")];
    return element("th", { scope: "col", class: "figure" }, title[state.language], ...more);
  });
  return table([words.metric, figureHead(data.subject.name), ...heads], [...rows, ...last], { class: "metrics peers" });
}

function peersSection(words) {
  const sets = data.sets.filter(({ peers }) => peers.length > 0);
  if (sets.length === 0) return [];
  return [element("section", {}, element("h2", {}, words.peers),
    element("p", { class: "note" }, words.peersNote),
    perSet(sets, words, (set) => [peerTable(set, words)]))];
}
`;
