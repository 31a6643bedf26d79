
// The rows that are shown as a CSV file.

/** What a spreadsheet would run: it gets an apostrophe in front. Numbers and dates run nothing. */
const FORMULA =
  /^(?:[=+@＝＋＠\t\r\n]|(?!--\p{Nd}{2}(?:-\p{Nd}{2})?$|---\p{Nd}{2}$)[-－](?!(?:\p{Nd}[\p{L}\p{N}_.,%％‰℃]*)?$))/u;

const FIELDS = {
  bulletin: (row) => BULLETINS.name[home(row)],
  issued: (row) => cell(BULLETINS.issued, home(row)),
  paragraph: (row) => paragraphOf[row] - firstParagraph[home(row)],
  topic: (row) => topicsOf(paragraphOf[row])[0]?.[0],
  kind: (row) => cell(FIGURES.kind, row),
  text: (row) => cell(FIGURES.text, row),
  value: (row) => ofNumber(row, cell(FIGURES.value, row)),
  upper: (row) => ofNumber(row, cell(FIGURES.upper, row)),
  low: (row) => ofNumber(row, lowOf(row)),
  high: (row) => ofNumber(row, highOf(row)),
  date: (row) => ofDate(row, cell(FIGURES.value, row)),
  date_end: (row) => ofDate(row, cell(FIGURES.upper, row)),
  ...Object.fromEntries(
    ["bound", "unit", "currency", "target", "change", "resolved", "damaged", "rule"].map(
      (name) => [name, (row) => cell(FIGURES[name], row)],
    ),
  ),
  left_out: (row) => cell(FIGURES.reason, row),
  sentence: sentenceOf,
  passage: (row) => `#${placeOf(row)}`,
};

function ofNumber(row, text) {
  return isNumber(row) ? text : null;
}

function ofDate(row, text) {
  return isNumber(row) ? null : text;
}

function harmless(text) {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell; quoted where it holds what ends a cell. */
function csvCell(value) {
  const text = harmless(String(value ?? ""));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The file begins with a mark by which spreadsheets know UTF-8. */
function csv(rows) {
  const lines = [Object.keys(FIELDS).join(",")];
  for (const row of rows) lines.push(Object.values(FIELDS).map((field) => csvCell(field(row))).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function download(rows) {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  make("a", { href: url, download: "figures.csv" }).click();
  // the browser reads it before long; kept, it would stay in memory with the page
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
