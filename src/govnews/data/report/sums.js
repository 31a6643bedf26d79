
// What the rows that are shown come to: only what may be added, exactly.

const SEEN_SUMS = 8;

/** The sorts of figures that are added to each other, and the sort of each figure. */
const SORTS = [];
const sortOf = sorted();
/** Value and high end of each figure that may be added, in whole units of its sort's last place. */
const amounts = new Array(COUNT);
const highs = new Array(COUNT);
weigh();

function sorted() {
  const known = new Map();
  const { kind, unit, currency } = FIGURES;
  return Int32Array.from({ length: COUNT }, (_, row) => {
    const key = `${kind.at[row]} ${unit.at[row]} ${currency.at[row]}`;
    if (!known.has(key)) {
      known.set(key, SORTS.length);
      SORTS.push({ kind: cell(kind, row), unit: cell(unit, row), places: 0 });
    }
    return known.get(key);
  });
}

function weigh() {
  const numberOf = { value: FIGURES.value.words.map(parsed), upper: FIGURES.upper.words.map(parsed) };
  const ends = (row) =>
    ["value", "upper"].map((name) => numberOf[name][FIGURES[name].at[row]]).filter(Boolean);
  const added = [...sortOf.keys()].filter((row) => cell(FIGURES.reason, row) === null);
  for (const row of added) {
    const sort = SORTS[sortOf[row]];
    for (const end of ends(row)) sort.places = Math.max(sort.places, end.places);
  }
  for (const row of added) {
    const { places } = SORTS[sortOf[row]];
    const [value, upper = value] = ends(row).map((end) => scaled(end, places));
    [amounts[row], highs[row]] = [value, cell(FIGURES.bound, row) === "range" ? upper : value];
  }
}

function parsed(text) {
  return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? decimal(text) : null;
}

/** Add up rows: a sum for each sort, the commonest first, and how many were left out by reason. */
function addedUp(rows) {
  const sums = new Map();
  const left = new Map();
  for (const row of rows) {
    const reason = cell(FIGURES.reason, row);
    if (reason === null) add(sums, row);
    else left.set(reason, (left.get(reason) ?? 0) + 1);
  }
  return { sums: [...sums.values()].sort((one, other) => other.figures - one.figures), left };
}

function add(sums, row) {
  const sort = SORTS[sortOf[row]];
  if (!sums.has(sort)) sums.set(sort, { sort, figures: 0, value: 0n, low: 0n, high: 0n, open: false });
  const sum = sums.get(sort);
  const bound = cell(FIGURES.bound, row);
  sum.figures += 1;
  sum.value += amounts[row];
  if (!OPEN_BELOW.has(bound)) sum.low += amounts[row];
  if (OPEN_ABOVE.has(bound)) sum.open = true;
  else sum.high += highs[row];
}

/** Show what the rows come to. */
function drawSums(rows) {
  const { sums, left } = addedUp(rows);
  const items = sums.map(sumItem);
  const list = make("ul", { class: "sums", "aria-label": "Totals of the figures shown" });
  appended(list, items.slice(0, SEEN_SUMS));
  const parts = [list];
  if (items.length > SEEN_SUMS) {
    const more = make("ul", { class: "sums", "aria-label": "Totals of further units" });
    appended(more, items.slice(SEEN_SUMS));
    const summary = make("summary", {}, counted(items.length - SEEN_SUMS, "further unit"));
    parts.push(make("details", {}, summary, more));
  }
  const why = [...left].map(([reason, number]) => `${number.toLocaleString("en")} ${reasonName(reason)}`);
  if (why.length) parts.push(make("p", { class: "note" }, `Not added: ${why.join(", ")}.`));
  document.getElementById("sums").replaceChildren(...parts);
}

function reasonName(reason) {
  return reason === "not_additive" ? "without a sum" : reason.replaceAll("_", " ");
}

function sumItem({ sort, figures, ...sum }) {
  const text = (name) => written(sum[name], sort.places);
  const item = make("li", { class: sort.kind, "data-unit": sort.unit ?? "" });
  const amount = make("data", { value: text("value"), title: exactly(text("value")) });
  amount.append(make("b", {}, spaced(readably(text("value")))), chinese(sort.unit ?? ""));
  item.append(amount, " ", make("small", {}, interval(sum, text)), " ");
  item.append(make("small", { class: "of" }, `${sort.kind}, ${counted(figures, "figure")}`));
  return item;
}

function interval(sum, text) {
  if (sum.open) return sum.low === sum.value ? "or more" : `${readably(text("low"))} or more`;
  return sum.low === sum.high ? "" : `${readably(text("low"))} to ${readably(text("high"))}`;
}
