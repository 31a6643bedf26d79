"use strict";
// The scripts of the report. They follow each other in one element: what is named in one is
// known in those behind it. Positions in texts count in UTF-16, as JavaScript does.

/** All that the page knows: columns with one entry a bulletin, a paragraph or a figure. */
const DATA = JSON.parse(document.getElementById("data").textContent);
document.getElementById("data").remove();

const BULLETINS = DATA.bulletins;
const PARAGRAPHS = DATA.paragraphs;
const FIGURES = DATA.figures;
const COUNT = FIGURES.start.length;

/** The paragraph of each figure, and the bulletin of each paragraph. */
const paragraphOf = owners(PARAGRAPHS.figures, COUNT);
const bulletinOf = owners(BULLETINS.paragraphs, PARAGRAPHS.text.length);
/** The first figure of each paragraph, and the first paragraph of each bulletin. */
const firstFigure = starts(PARAGRAPHS.figures);
const firstParagraph = starts(BULLETINS.paragraphs);

function starts(counts) {
  let sum = 0;
  return counts.map((count) => (sum += count) - count);
}

function owners(counts, length) {
  const owner = new Int32Array(length);
  let next = 0;
  counts.forEach((count, index) => {
    owner.fill(index, next, next + count);
    next += count;
  });
  return owner;
}

/** What stands in a row of a column whose words are kept once. */
function cell(column, row) {
  return column.words[column.at[row]];
}

/** The bulletin of a figure, from 0. */
function home(row) {
  return bulletinOf[paragraphOf[row]];
}

/** The place of a figure within its bulletin, from 1. */
function numberOf(row) {
  return row - firstFigure[firstParagraph[home(row)]] + 1;
}

/** The figure with a number within a bulletin, or -1. */
function figureAt(bulletin, number) {
  const row = BULLETINS.paragraphs[bulletin] ? firstFigure[firstParagraph[bulletin]] + number - 1 : -1;
  return row >= 0 && row < COUNT && number > 0 && home(row) === bulletin ? row : -1;
}

/** Where the passage of a figure is, as the end of a link. */
function placeOf(row) {
  return `b${home(row) + 1}-f${numberOf(row)}`;
}

/** What a bulletin is called, without the folder that all are in. */
function nameOf(bulletin) {
  return (BULLETINS.name[bulletin] ?? "").slice(DATA.folder.length) || "no name";
}

/** The topics of a paragraph: [label, Chinese name, class]. */
function topicsOf(paragraph) {
  return cell(PARAGRAPHS.topics, paragraph).map((topic) => DATA.topics[topic]);
}

/** How many entries fit, where all that fit stand in front: most need not be looked at. */
function countFirst(list, fits) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The sentence of a figure, or of an endless one what is around it: where it starts and ends in
 * its paragraph, and the signs of what was cut off before and behind it.
 */
function sentenceSpan(row) {
  if (FIGURES.excerpts[row]) return FIGURES.excerpts[row];
  const paragraph = paragraphOf[row];
  const begins = PARAGRAPHS.sentences[paragraph];
  const index = Math.max(1, countFirst(begins, (begin) => begin <= FIGURES.start[row]));
  return [begins[index - 1] ?? 0, begins[index] ?? PARAGRAPHS.text[paragraph].length, "", ""];
}

function sentenceOf(row) {
  const [start, end, before, behind] = sentenceSpan(row);
  return before + PARAGRAPHS.text[paragraphOf[row]].slice(start, end) + behind;
}

const OPEN_BELOW = new Set(["under", "at_most", "nearly"]);
const OPEN_ABOVE = new Set(["over", "at_least"]);

/** The least and the most that a figure can be, as texts; null where that is open. */
function lowOf(row) {
  return OPEN_BELOW.has(cell(FIGURES.bound, row)) ? null : cell(FIGURES.value, row);
}

function highOf(row) {
  const bound = cell(FIGURES.bound, row);
  if (bound === "range") return cell(FIGURES.upper, row);
  return OPEN_ABOVE.has(bound) ? null : cell(FIGURES.value, row);
}
