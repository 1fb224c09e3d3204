/**
 * Changes a text so that no spreadsheet runs it, or a piece of it, as a formula.
 *
 * A spreadsheet reads a cell as a formula if the cell begins with `=`, `+`, `-` or `@`, or with the full-width form of
 * one of these signs. The spreadsheet may skip spaces, quotation marks and invisible characters before the sign.
 *
 * If a spreadsheet is set to another separator than the file has, it may ignore the quotation marks around a cell. It
 * then starts a new cell in the middle of the text: after a line break, `;`, `,`, a tab or `|`.
 *
 * The function inserts a single quotation mark (`'`) at each place where a formula could begin. A plain number such as
 * `-5` or `1,50` stays unchanged. A telephone number such as `+46701740605` gets the mark, because a spreadsheet would
 * otherwise drop the plus.
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
/** Characters that a spreadsheet may skip before a formula. */
const passedOver = /[\s"'\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/**
 * The positions in the text at which a cell could begin with a formula, in ascending order. The loop goes backwards,
 * because what a character begins depends on the characters after it: `follows` says whether a sign such as `=` comes
 * next.
 */
function placesOfFormulas(text: string): readonly number[] {
  const places: number[] = [];
  let follows = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    follows = beginnings.has(sign) || (follows && passedOver.test(sign));
    if (follows && (at === 0 || separators.has(text.charAt(at - 1)))) places.push(at);
  }
  // Some programs skip a tab or a line break at the start of the text, and read a formula after it.
  if (!follows && /^'*[\t\r\n]/.test(text)) places.push(0);
  return places.reverse();
}
