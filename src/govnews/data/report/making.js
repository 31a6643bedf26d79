
// Elements: whatever comes from the data goes in as text, and is never read as markup.

/** Make an element; strings among its children become text that can be shown. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value);
  }
  return appended(element, children);
}

/** Append children one by one: as arguments of one call they could be more than fit on the stack. */
function appended(element, children) {
  for (const child of children) element.append(typeof child === "string" ? shown(child) : child);
  return element;
}

/** What cannot be shown, and what would turn the direction of all that follows. */
const UNSHOWN =
  /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}-\u{9f}\u{d800}-\u{dfff}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** The text with a replacement character for each of those. */
function shown(text) {
  return text.replace(UNSHOWN, "\ufffd");
}

/** An element with Chinese text, which turns nothing around it from right to left. */
function chinese(text, tag = "bdi", attributes = {}) {
  return make(tag, { lang: "zh-Hans", ...attributes }, text);
}

/** A topic in both languages, with its colour. */
function topicChip([label, name, colour]) {
  const chip = make("span", { class: "topic" }, make("span", { class: `swatch ${colour}` }));
  chip.append(make("bdi", {}, label));
  if (name) chip.append(" ", chinese(name));
  return chip;
}

/** Make what is called for say how many there are. */
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
