
// The card under a passage: all that is known of one figure.

function card(row) {
  const list = make("dl", {});
  for (const [name, value] of details(row)) {
    if (value !== null && value !== "") list.append(make("dt", {}, name), make("dd", {}, value));
  }
  const title = make("h4", {}, kindChip(cell(FIGURES.kind, row)), " ", chinese(cell(FIGURES.text, row)));
  const back = make("a", { href: "#figures" }, "Back to the table");
  const attributes = { class: `card ${cell(FIGURES.kind, row)}`, "aria-label": "Figure" };
  return make("aside", attributes, title, list, make("p", {}, back));
}

function* details(row) {
  const unit = cell(FIGURES.unit, row);
  const told = (name) => {
    const word = cell(FIGURES[name], row);
    return word === null ? null : chinese(word, "bdi", { class: name });
  };
  yield ["Value", `${said(row, exactly)} ${unit ?? ""}`.trim()];
  if (isNumber(row)) {
    yield ["In short", said(row, readably) === said(row, exactly) ? null : said(row, readably)];
    yield ["At least", lowOf(row) === null ? "open" : exactly(lowOf(row))];
    yield ["At most", highOf(row) === null ? "open" : exactly(highOf(row))];
  } else {
    yield ["As written", [cell(FIGURES.value, row), cell(FIGURES.upper, row)].filter(Boolean).join(" to ")];
  }
  yield ["Bound", cell(FIGURES.bound, row).replace("_", " ")];
  yield ["Currency", cell(FIGURES.currency, row)];
  yield ["Target", told("target")];
  yield ["Change", cell(FIGURES.change, row)];
  yield ["Raw form", told("raw")];
  yield ["Damaged", cell(FIGURES.damaged, row) ? "yes: a digit may be missing" : null];
  const reason = cell(FIGURES.reason, row);
  yield ["In totals", reason === null ? "added" : `not added: ${reasonName(reason)}`];
  yield ["Rule", cell(FIGURES.rule, row)];
}
