
// Which rows are wanted.

/** What is asked for where there is no topic: no label is shown with such a character. */
const NO_TOPIC = "\0";
/** What may be asked for beside words: how each is called, and what its rows have. */
const SHOWS = {
  added: ["added to totals", (row) => cell(FIGURES.reason, row) === null],
  left: ["left out of totals", (row) => cell(FIGURES.reason, row) !== null],
  damaged: ["damaged", (row) => cell(FIGURES.damaged, row)],
};
/** How a view begins. */
const DEFAULTS = { q: "", target: "", topic: "", kind: "", unit: "", show: "", sort: "bulletin", page: "1" };

/** The rows that a view shows, in its order. */
function wanted(view) {
  const descending = view.sort.startsWith("-");
  const column = view.sort.replace("-", "");
  const order = orderBy(Object.hasOwn(RANKS, column) ? column : "bulletin", descending);
  const tests = [...testsOf(view)];
  return tests.length ? order.filter((row) => tests.every((test) => test(row))) : order;
}

function* testsOf(view) {
  if (view.kind) yield isWord(FIGURES.kind, view.kind);
  if (view.unit) yield isWord(FIGURES.unit, view.unit);
  if (view.topic) yield hasTopic(view.topic);
  if (Object.hasOwn(SHOWS, view.show)) yield SHOWS[view.show][1];
  for (const term of terms(view.target)) yield holds(FIGURES.target, term);
  for (const term of terms(view.q)) yield tells(term);
}

/** Words to look for: each must be found. */
function terms(text) {
  return text.toLowerCase().split(/\s+/u).filter(Boolean);
}

function isWord(column, word) {
  const index = column.words.indexOf(word);
  return (row) => column.at[row] === index;
}

function hasTopic(label) {
  const fits = (list) =>
    label === NO_TOPIC ? !list.length : list.some((topic) => DATA.topics[topic][0] === label);
  const mask = PARAGRAPHS.topics.words.map(fits);
  return (row) => mask[PARAGRAPHS.topics.at[paragraphOf[row]]];
}

function holds(column, term) {
  const mask = column.words.map((word) => word !== null && word.toLowerCase().includes(term));
  return (row) => mask[column.at[row]];
}

/** Whether a figure's text, target, sentence or bulletin has a term. */
function tells(term) {
  const inText = holds(FIGURES.text, term);
  const inTarget = holds(FIGURES.target, term);
  const named = BULLETINS.name.map((name) => (name ?? "").toLowerCase().includes(term));
  const near = PARAGRAPHS.text.map((text) => text.toLowerCase().includes(term));
  return (row) =>
    named[home(row)] ||
    inText(row) ||
    inTarget(row) ||
    (near[paragraphOf[row]] && sentenceOf(row).toLowerCase().includes(term));
}
