
// The order of the rows: each column is ranked once, when it is first sorted by.

const collator = new Intl.Collator("zh", { numeric: true });
const EMPTY = -1;

/** What each column that can be sorted ranks its rows by. */
const RANKS = {
  text: () => rankedWords(FIGURES.text, (row) => FIGURES.text.at[row]),
  kind: () => rankedWords(FIGURES.kind, (row) => FIGURES.kind.at[row]),
  target: () => rankedWords(FIGURES.target, (row) => FIGURES.target.at[row]),
  topic: () => rankedTopics(),
  issued: () => rankedWords(BULLETINS.issued, (row) => BULLETINS.issued.at[home(row)]),
  bulletin: () => Int32Array.from({ length: COUNT }, (_, row) => home(row)),
  value: () => rankedValues(),
};
const orders = new Map();

/** All rows by a column; what is empty comes last in either direction. */
function orderBy(column, descending) {
  const key = `${descending ? "-" : ""}${column}`;
  if (!orders.has(key)) orders.set(key, ordered(RANKS[column](), descending, column === "value"));
  return orders.get(key);
}

/**
 * Sort rows by rank and place: both fit into one number, which is sorted without a function.
 * Where numbers come first, dates stay behind them in either direction.
 */
function ordered(ranks, descending, numbersFirst) {
  const last = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  const numbers = numbersFirst
    ? ranks.reduce((most, rank, row) => (isNumber(row) ? Math.max(most, rank + 1) : most), 0)
    : 0;
  const turned = (rank) => (rank < numbers ? numbers - 1 - rank : last + numbers - rank);
  const keys = Float64Array.from(ranks, (rank, row) => {
    const place = rank === EMPTY ? last + 1 : descending ? turned(rank) : rank;
    return place * COUNT + row;
  });
  return Uint32Array.from(keys.sort(), (key) => key % COUNT);
}

/** Rank each row by its word. */
function rankedWords(column, wordOf) {
  const rank = ranksOf(column.words, collator.compare);
  return Int32Array.from({ length: COUNT }, (_, row) => rank[wordOf(row)]);
}

/** The rank of each of the words; null has none. */
function ranksOf(words, compare) {
  const sorted = words.map((_, index) => index).filter((index) => words[index] !== null);
  sorted.sort((one, other) => compare(words[one], words[other]));
  const ranks = new Int32Array(words.length).fill(EMPTY);
  sorted.forEach((index, rank) => (ranks[index] = rank));
  return ranks;
}

function rankedTopics() {
  const names = PARAGRAPHS.topics.words.map((list) =>
    list.length ? list.map((topic) => DATA.topics[topic][0]).join(" ") : null,
  );
  const rank = ranksOf(names, collator.compare);
  return Int32Array.from(paragraphOf, (paragraph) => rank[PARAGRAPHS.topics.at[paragraph]]);
}

/** Numbers by size, then dates by the day that they mean. */
function rankedValues() {
  const rows = Array.from({ length: COUNT }, (_, row) => row);
  const key = (row) =>
    isNumber(row) ? cell(FIGURES.value, row) : cell(FIGURES.resolved, row) ?? cell(FIGURES.value, row);
  const numbers = [...new Set(rows.filter(isNumber).map(key))].sort(compareNumbers);
  const dates = [...new Set(rows.filter((row) => !isNumber(row)).map(key))].sort();
  const ofNumber = new Map(numbers.map((number, rank) => [number, rank]));
  const ofDate = new Map(dates.map((date, rank) => [date, numbers.length + rank]));
  return Int32Array.from(rows, (row) => (isNumber(row) ? ofNumber : ofDate).get(key(row)));
}
