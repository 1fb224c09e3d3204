/**
 * Returns the text as a CSV cell that no spreadsheet runs as a formula. A cell is read as a formula if it begins with
 * `=`, `+`, `-` or `@`, or with a full-width form of these signs. Spaces, quotation marks and invisible characters may
 * precede the sign. A cell begins at the start of the text. In a spreadsheet that expects another separator, a cell
 * also begins inside the text: after a line break, `;`, `,`, a tab or `|`. Such a spreadsheet ignores quotation marks.
 * At each place where a formula could begin, the function inserts a single quotation mark (`'`). It changes nothing
 * else. A plain number, such as `-5` or `1,50`, is no formula and stays unchanged. A telephone number such as
 * `+46701740605` gets the mark, because a spreadsheet would read it as a number and lose the plus.
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
  // If the text begins with a tab or a line break, some programs look for a formula behind it.
  if (!follows && /^'*[\t\r\n]/.test(text)) places.push(0);
  return places.reverse();
}
