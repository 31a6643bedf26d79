
// Numbers: decimal texts of any length, never rounded but for reading.

/** Take a decimal text apart: "-12.50" is -1250 with 2 places. */
function decimal(text) {
  const [whole, part = ""] = text.split(".");
  return { digits: BigInt(whole + part), places: part.length };
}

/** The digits of a number with more places: 12.5 with 3 places is 12500. */
function scaled(number, places) {
  return number.digits * 10n ** BigInt(places - number.places);
}

/** Compare two decimal texts. */
function compareNumbers(one, other) {
  const [first, second] = [Number(one), Number(other)];
  if (first !== second) return first - second;
  const [left, right] = [decimal(one), decimal(other)];
  const places = Math.max(left.places, right.places);
  const [a, b] = [scaled(left, places), scaled(right, places)];
  return a < b ? -1 : Number(a > b);
}

/** Write digits with places as a decimal text, without zeros that say nothing. */
function written(digits, places) {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const part = places ? text.slice(-places).replace(/0+$/, "") : "";
  return sign + text.slice(0, text.length - places) + (part && `.${part}`);
}

/** All digits, grouped: 50270000 is 50,270,000. */
function exactly(text) {
  const number = decimal(text);
  const [whole, part] = written(number.digits, number.places).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

const LARGE = [[8, "亿"], [4, "万"]];

/** To two decimals of 亿 or 万, halves rounded up; a small number exactly. */
function readably(text) {
  const { digits, places } = decimal(text);
  const size = digits < 0n ? -digits : digits;
  for (const [zeros, name] of LARGE) {
    const unit = 10n ** BigInt(zeros + places);
    if (size >= unit) {
      const hundredths = (size * 200n + unit) / (2n * unit);
      return (digits < 0n ? "-" : "") + exactly(written(hundredths, 2)) + name;
    }
  }
  return exactly(text);
}

/** A number before its unit: 5027万元 is one word, 26 个 are two. */
function spaced(text) {
  return /[万亿]$/.test(text) ? text : `${text} `;
}

/** Whether the value of a figure is a number: that of a date is none. */
function isNumber(row) {
  return cell(FIGURES.kind, row) !== "date" && /^-?\d+(\.\d+)?$/.test(cell(FIGURES.value, row));
}

/** What a figure says, in words; the numbers by *write*. */
function said(row, write) {
  const ends = [cell(FIGURES.value, row), cell(FIGURES.upper, row)].filter((end) => end !== null);
  const bound = cell(FIGURES.bound, row);
  const before = ["exact", "range"].includes(bound) ? "" : `${bound.replace("_", " ")} `;
  if (!isNumber(row)) return before + (cell(FIGURES.resolved, row) ?? ends.join(" to "));
  return before + ends.map(write).join(" to ");
}
