/**
 * Text for a cell of CSV that no spreadsheet runs as a formula. A spreadsheet reads a cell as a formula if it begins
 * with `=`, `+`, `-` or `@`, also in their full-width forms and behind spaces, quotation marks and invisible
 * characters. A cell begins at the beginning of the text. If a spreadsheet expects another separator than ours, it
 * ignores quotation marks, and a cell also begins after a line break, `;`, `,`, a tab or `|` in the text. At each such
 * place a single quotation mark (`'`) is inserted, and nothing else is changed. A plain number, such as `-5` or `1,50`,
 * is no formula and stays. A telephone number such as `+46701740605` gets the mark: without it a spreadsheet would
 * calculate with it and lose the plus.
 */
export function inert(text: string): string {
  if (plainNumber.test(text)) return text;
  const places = placesOfFormulas(text);
  if (places.length === 0) return text;
  const parts = places.map((place, index) => text.slice(place, places[index + 1]));
  return `${text.slice(0, places[0])}'${parts.join("'")}`;
}

const plainNumber = /^-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;
const beginnings = new Set('=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b');
const separators = new Set(';,\t|\n\r\v\f\u0085\u2028\u2029');
/** Characters before a formula that a spreadsheet may skip. */
const passedOver = /[\s"'\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** The places in the text at which a cell could begin with a formula, in order. Reads the text once, from its end. */
function placesOfFormulas(text: string): readonly number[] {
  const places: number[] = [];
  let follows = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    follows = beginnings.has(sign) || (follows && passedOver.test(sign));
    if (follows && (at === 0 || separators.has(text.charAt(at - 1)))) places.push(at);
  }
  // A tab or a line break before a formula makes some programs look at the text behind it.
  if (!follows && /^'*[\t\r\n]/.test(text)) places.push(0);
  return places.reverse();
}
