
// The page: what is asked for stands in its address, so that a view can be shared.
// #b12-f3?kind=money is the third figure of the twelfth bulletin, and a table of money.

const form = document.getElementById("filters");
let view = { ...DEFAULTS };
let rows = [];

/** Take the address apart: where to go, and what to show, if it says so. */
function address() {
  const [, place, query] = /^#?([^?]*)(?:\?(.*))?$/su.exec(location.hash);
  return { place, asked: query === undefined ? null : new URLSearchParams(query) };
}

/** Write the view into the address, in place of the one that stands there. */
function note() {
  const query = new URLSearchParams(Object.entries(view).filter(([name, value]) => value !== DEFAULTS[name]));
  const hash = `#${address().place}${query.size ? `?${query}` : ""}`;
  if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
}

let noting = 0;

/** Change what is shown; a change that is no turn of the page begins at the first. */
function show(changes) {
  view = { ...view, page: "1", ...changes };
  rows = wanted(view);
  drawTable(rows, view);
  drawSums(rows);
  document.getElementById("count").textContent =
    `${rows.length.toLocaleString("en")} of ${counted(COUNT, "figure")}`;
  document.getElementById("download").disabled = !rows.length;
  clearTimeout(noting);
  // browsers refuse an address that changes with every key
  noting = setTimeout(note, 150);
}

function fillForm() {
  for (const field of form.elements) if (field.name) field.value = view[field.name];
  // a choice that there is not leaves a select empty: the view still is what was asked for
}

/** Go to a bulletin, a figure of it, or a part of the page. */
function go(place) {
  const found = /^b(\d+)(?:-f(\d+))?$/.exec(place);
  const bulletin = found ? Number(found[1]) - 1 : -1;
  if (bulletin < 0 || bulletin >= BULLETINS.name.length) {
    document.getElementById(place)?.scrollIntoView();
    return;
  }
  const chosen = found[2] ? figureAt(bulletin, Number(found[2])) : -1;
  openBulletin(bulletin, chosen);
  const target = document.getElementById(chosen < 0 ? "bulletin" : placeOf(chosen));
  target.scrollIntoView({ block: chosen < 0 ? "start" : "center" });
  target.focus({ preventScroll: true });
}

function openBulletin(bulletin, chosen) {
  drawBulletin(bulletin, chosen);
  shelve(bulletin);
}

/** Follow the address; where it says nothing of the view, that stays, and is written into it. */
function follow() {
  const { place, asked } = address();
  if (asked) {
    const named = Object.keys(DEFAULTS).filter((name) => asked.has(name));
    view = { ...DEFAULTS, ...Object.fromEntries(named.map((name) => [name, asked.get(name)])) };
    fillForm();
    show({ page: view.page });
  } else {
    note();
  }
  go(place);
}

/** Fill a select: all, then pairs of a value and what it is called. */
function fill(name, pairs) {
  const options = pairs.map(([value, title]) => make("option", { value }, title));
  appended(form.elements[name], [make("option", { value: "" }, "all"), ...options]);
}

function fillSelects() {
  const topics = DATA.topics.map(([label, name]) => [label, name ? `${label} ${name}` : label]);
  const units = FIGURES.unit.words.filter((unit) => unit).sort(collator.compare);
  fill("topic", [...topics, [NO_TOPIC, "no topic"]]);
  fill("kind", FIGURES.kind.words.map((kind) => [kind, kind]));
  fill("unit", units.map((unit) => [unit, unit]));
  fill("show", Object.entries(SHOWS).map(([key, [title]]) => [key, title]));
}

function listen() {
  form.addEventListener("input", ({ target }) => show({ [target.name]: target.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => show({ ...DEFAULTS }));
  document.getElementById("download").addEventListener("click", () => download(rows));
  document.getElementById("rows").addEventListener("click", ({ target }) => {
    const { sort, page, turn: name } = target.closest("button")?.dataset ?? {};
    if (sort) turn({ sort }, `[data-sort$="${sort.replace("-", "")}"]`);
    else if (page) turn({ page }, `[data-turn=${name}]`, `[data-turn=${NEIGHBOURS[name]}]`);
    else if (!target.closest("a") && getSelection().isCollapsed) target.closest("tr")?.querySelector("a")?.click();
  });
  addEventListener("hashchange", follow);
}

/** Where the focus goes from a button that leads no further. */
const NEIGHBOURS = { First: "Next", Previous: "Next", Next: "Previous", Last: "Previous" };

/** Show something else, and give the focus back to what stands where it was, or beside that. */
function turn(changes, ...selectors) {
  show(changes);
  const [again] = selectors.flatMap((each) => [...document.querySelectorAll(`#rows ${each}:enabled`)]);
  (again ?? document.querySelector("#rows .scroll")).focus({ preventScroll: true });
}

fillSelects();
drawShelf();
listen();
form.hidden = false;
document.querySelector(".browse").hidden = false;
show({});
if (BULLETINS.name.length) openBulletin(0, -1);
follow();
