
// A bulletin's text with all that is marked in it, drawn when it is asked for.

const UNREPAIRED = "unrepaired";

/** Draw a bulletin; *chosen* is one of its figures, or -1. */
function drawBulletin(bulletin, chosen) {
  const article = document.getElementById("bulletin");
  const parts = [heading(bulletin)];
  const first = firstParagraph[bulletin];
  for (let paragraph = first; paragraph < first + BULLETINS.paragraphs[bulletin]; paragraph += 1) {
    parts.push(...passage(paragraph, chosen));
  }
  if (!BULLETINS.paragraphs[bulletin]) parts.push(make("p", { class: "note" }, "There is no text."));
  parts.push(...dropped(BULLETINS.dropped[bulletin]));
  article.replaceChildren();
  appended(article, parts);
}

function heading(bulletin) {
  const title = make("h3", {}, `${bulletin + 1}. `, chinese(nameOf(bulletin)));
  const facts = make("p", { class: "note" });
  const source = cell(BULLETINS.source, bulletin);
  const issued = cell(BULLETINS.issued, bulletin);
  if (issued) facts.append(`Issued ${issued}. `);
  if (source) facts.append("By ", chinese(source), ". ");
  facts.append(`${counted(BULLETINS.paragraphs[bulletin], "paragraph")}.`);
  return make("header", {}, title, facts);
}

/** What cleaning left out between paragraphs, folded. */
function dropped(text) {
  if (!text) return [];
  const summary = make("summary", {}, "Left out by cleaning");
  return [make("details", { class: "dropped" }, summary, chinese(text, "p"))];
}

function passage(paragraph, chosen) {
  const labels = make("p", { class: "labels" }, ...topicsOf(paragraph).map(topicChip));
  if (PARAGRAPHS.truncated[paragraph]) labels.append(make("span", { class: "cut" }, "cut off in the source"));
  const text = appended(make("p", { class: "text", lang: "zh-Hans" }), markedText(paragraph, chosen));
  const parts = [...dropped(PARAGRAPHS.dropped[paragraph])];
  if (labels.childNodes.length) parts.push(labels);
  parts.push(text);
  if (chosen >= 0 && paragraphOf[chosen] === paragraph) parts.push(card(chosen));
  return parts;
}

/** The text of a paragraph: plain, figures, and repairs within and beside figures. */
function* markedText(paragraph, chosen) {
  const text = PARAGRAPHS.text[paragraph];
  const repairs = PARAGRAPHS.repairs[paragraph] ?? [];
  let end = 0;
  const first = firstFigure[paragraph];
  for (let row = first; row < first + PARAGRAPHS.figures[paragraph]; row += 1) {
    yield* repaired(text, end, FIGURES.start[row], repairs);
    yield figureMark(row, chosen, repaired(text, FIGURES.start[row], FIGURES.end[row], repairs));
    end = FIGURES.end[row];
  }
  yield* repaired(text, end, text.length + 1, repairs);
}

function figureMark(row, chosen, inside) {
  const here = row === chosen;
  const mark = make("mark", { class: cell(FIGURES.kind, row), "data-damaged": cell(FIGURES.damaged, row) && "" });
  const unit = cell(FIGURES.unit, row) ?? "";
  const title = shown(`${cell(FIGURES.kind, row)}: ${said(row, exactly)} ${unit}`.trim());
  const attributes = { id: placeOf(row), href: `#${placeOf(row)}`, title, "aria-current": here ? "true" : null };
  mark.append(appended(make("a", attributes), inside));
  return mark;
}

/** A stretch of text with its repairs; one that crosses an end is marked on both sides of it. */
function* repaired(text, start, end, repairs) {
  let position = start;
  // repairs are in order: those of a stretch follow each other
  const passed = countFirst(repairs, ([from, to]) => to < start || (to === start && from < to));
  for (let index = passed; index < repairs.length && repairs[index][0] < end; index += 1) {
    const [from, to, ...edit] = repairs[index];
    const [left, right] = [Math.max(from, position), Math.min(to, end)];
    yield text.slice(position, left);
    yield repairMark(text.slice(left, right), edit);
    position = Math.max(position, right);
  }
  yield text.slice(position, end);
}

function repairMark(text, [rule, before, confidence]) {
  if (rule === UNREPAIRED) {
    return make("span", { class: "unrepaired", title: "Damage that could not be repaired" }, text);
  }
  const was = before ? `“${shown(before)}” stood here` : "nothing stood here";
  const title = `${was}; rule ${rule}, confidence ${Math.round(confidence * 100)}%`;
  return make("ins", { class: text ? "repair" : "repair gone", title }, text);
}
