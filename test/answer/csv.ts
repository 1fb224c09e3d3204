/** The cells of a CSV text (RFC 4180) with this separator, row by row. Throws if the text is not CSV. */
export function parseCsv(text: string, separator: ';' | ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\r') at += 1;
      const plain = text.slice(start, at);
      if (/["\n]/.test(plain)) throw new Error('a quotation mark or line break stands bare');
      return plain;
    }
    const parts: string[] = [];
    do {
      const end = text.indexOf('"', at + 1);
      if (end < 0) throw new Error('a quoted cell does not end');
      parts.push(text.slice(at + 1, end));
      at = end + 1;
    } while (text[at] === '"');
    return parts.join('"');
  };
  while (at < text.length) {
    row.push(cell());
    if (text[at] === separator) at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error('a cell ends in no separator and no line end');
  }
  if (row.length > 0) throw new Error('the last line has no end');
  return rows;
}

/** The text without the marks that `inert.ts` adds. A mark is removed wherever a formula could begin. */
export function withoutMarks(cell: string): string {
  const passedOver = String.raw`[\s"'\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]`;
  const mark = new RegExp(
    String.raw`(?<=^|[;,\t|\n\r\v\f\u0085\u2028\u2029])'(?=${passedOver}*[=+\-@＝＋－＠﹦﹢﹣﹫])|^'(?='*[\t\r\n])`,
    'g',
  );
  return cell.replaceAll(mark, '');
}
