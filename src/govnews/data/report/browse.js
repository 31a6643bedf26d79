
// The list of bulletins beside the text.

const shelf = document.getElementById("bulletins");

function drawShelf() {
  appended(shelf, BULLETINS.name.map((_, bulletin) => shelfItem(bulletin)));
  document.getElementById("find").addEventListener("input", (event) => findBulletins(event.target.value));
  findBulletins("");
}

function shelfItem(bulletin) {
  const link = make("a", { href: `#b${bulletin + 1}` }, `${bulletin + 1}. `, chinese(nameOf(bulletin)));
  const item = make("li", {}, link);
  const main = cell(BULLETINS.shares, bulletin)[0];
  if (main) item.prepend(make("span", { class: `swatch ${DATA.topics[main[0]][2]}` }));
  const issued = cell(BULLETINS.issued, bulletin);
  if (issued) item.append(" ", make("small", {}, issued));
  return item;
}

/** Leave only the bulletins whose name, number, source or day has all terms. */
function findBulletins(text) {
  const wantedTerms = terms(text);
  let left = 0;
  [...shelf.children].forEach((item, bulletin) => {
    const named = `${item.textContent} ${cell(BULLETINS.source, bulletin) ?? ""}`.toLowerCase();
    item.hidden = !wantedTerms.every((term) => named.includes(term));
    left += item.hidden ? 0 : 1;
  });
  document.getElementById("found").textContent = counted(left, "bulletin");
}

/** Mark the bulletin that is open, and bring it into sight within the list. */
function shelve(bulletin) {
  shelf.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const item = shelf.children[bulletin];
  item.querySelector("a").setAttribute("aria-current", "true");
  shelf.scrollTop = item.offsetTop - shelf.offsetTop - shelf.clientHeight / 2;
}
