
// The table of figures, a page of it at a time.

const PAGE = 50;
const COLUMNS = [
  { name: "Figure", sort: "text", draw: figureCell, row: true },
  { name: "Kind", sort: "kind", draw: (row) => kindChip(cell(FIGURES.kind, row)) },
  { name: "Value", sort: "value", draw: valueCell, kind: "number" },
  { name: "Target", sort: "target", draw: (row) => chinese(cell(FIGURES.target, row) ?? "") },
  { name: "Topic", sort: "topic", draw: topicCell },
  { name: "Sentence", draw: sentenceCell, kind: "sentence" },
  { name: "Issued", sort: "issued", draw: (row) => cell(BULLETINS.issued, home(row)) ?? "", kind: "day" },
  { name: "Bulletin", sort: "bulletin", draw: bulletinCell },
];

function kindChip(kind) {
  return make("span", { class: `kind ${kind}` }, kind);
}

function figureCell(row) {
  const link = make("a", { href: `#${placeOf(row)}` }, chinese(cell(FIGURES.text, row)));
  return cell(FIGURES.damaged, row) ? [link, " ", make("small", { class: "warning" }, "damaged")] : link;
}

function valueCell(row) {
  const unit = chinese(cell(FIGURES.unit, row) ?? "");
  const change = cell(FIGURES.change, row);
  const attributes = { value: cell(FIGURES.value, row), title: shown(said(row, exactly)) };
  const value = make("data", attributes, spaced(said(row, readably)), unit);
  return change ? [value, " ", make("small", {}, change)] : value;
}

function topicCell(row) {
  return topicsOf(paragraphOf[row]).map(topicChip);
}

/** The sentence with the figure in bold. */
function sentenceCell(row) {
  const text = PARAGRAPHS.text[paragraphOf[row]];
  const [start, end, before, behind] = sentenceSpan(row);
  const [from, to] = [FIGURES.start[row], FIGURES.end[row]];
  const marked = make("b", {}, text.slice(from, to));
  const words = [before + text.slice(start, from), marked, text.slice(to, end) + behind];
  return make("bdi", { lang: "zh-Hans" }, ...words);
}

function bulletinCell(row) {
  const bulletin = home(row);
  return make("a", { href: `#b${bulletin + 1}` }, `${bulletin + 1}. `, chinese(nameOf(bulletin)));
}

/** Draw the page of the rows that a view is at. */
function drawTable(rows, view) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(1, Math.floor(Number(view.page)) || 1), pages);
  const first = (page - 1) * PAGE;
  const table = make("table", { class: "figures", "aria-rowcount": rows.length + 1 });
  table.append(make("caption", { class: "unseen" }, "Figures; the heads of columns sort"));
  table.append(make("thead", {}, headRow(view.sort)), make("tbody"));
  appended(table.tBodies[0], Array.from(rows.slice(first, first + PAGE), (row, place) => bodyRow(row, first + place)));
  const region = { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of figures" };
  const empty = make("p", { class: "note" }, COUNT ? "No figure is like that." : "There are no figures.");
  const drawn = rows.length ? [make("div", region, table), pager(page, pages)] : [empty];
  document.getElementById("rows").replaceChildren(...drawn);
}

function headRow(sort) {
  return make("tr", { "aria-rowindex": 1 }, ...COLUMNS.map((column) => head(column, sort)));
}

function head(column, sort) {
  const now = column.sort && sort.replace("-", "") === column.sort;
  const direction = sort.startsWith("-") ? "descending" : "ascending";
  const attributes = { scope: "col", class: column.kind ?? null, "aria-sort": now ? direction : null };
  if (!column.sort) return make("th", attributes, column.name);
  const next = now && direction === "ascending" ? `-${column.sort}` : column.sort;
  const arrow = make("span", { "aria-hidden": "true" }, now ? (direction === "ascending" ? " ▲" : " ▼") : "");
  return make("th", attributes, make("button", { type: "button", "data-sort": next }, column.name, arrow));
}

/** A row of the table; *place* counts from 0 over all pages, and the head is the first row. */
function bodyRow(row, place) {
  const cells = COLUMNS.map((column) => {
    const attributes = { class: column.kind ?? null, scope: column.row ? "row" : null };
    return make(column.row ? "th" : "td", attributes, ...[column.draw(row)].flat());
  });
  return make("tr", { "data-row": row, "aria-rowindex": place + 2 }, ...cells);
}

function pager(page, pages) {
  const button = (name, to) => {
    const disabled = to < 1 || to > pages || to === page ? "" : null;
    return make("button", { type: "button", "data-turn": name, "data-page": to, disabled }, name);
  };
  const say = make("span", {}, ` Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")} `);
  const nav = make("nav", { class: "pager", "aria-label": "Pages of the table" });
  nav.append(button("First", 1), button("Previous", page - 1), say, button("Next", page + 1), button("Last", pages));
  return nav;
}
