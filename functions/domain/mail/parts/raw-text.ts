/** The bytes of a mail, changed so that they can be decoded. */
export interface Decodable {
  readonly bytes: Uint8Array;
  /** Whether every declared charset is known. */
  readonly certain: boolean;
}

/**
 * Makes three kinds of raw mail readable: a mail whose line ends are CR only, a UTF-8 mail that declares ASCII, and a
 * mail that declares no charset and is not UTF-8. The latter is read as Windows-1252, as browsers do.
 */
export function decodable(raw: Uint8Array): Decodable {
  const bytes = withLineEnds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const labels = [...bytes.toString('latin1').matchAll(contentType)].flatMap(([field]) => {
    const label = /\bcharset\*?\d*\s*=\s*["']?([\w.:+-]{1,40})/i.exec(field)?.[1];
    return label === undefined ? [] : [label.toLowerCase()];
  });
  const certain = labels.every(isKnown);
  const utf8 = isUtf8(bytes);
  // The decoder reads a mail that declares ASCII as Windows-1252, which includes ASCII. If such a mail is UTF-8, its
  // declaration is changed to UTF-8.
  if (labels.some(isAscii) && utf8) return { bytes: withLabels(bytes, isAscii, 'utf-8'), certain };
  if (labels.length > 0 || utf8) return { bytes, certain };
  return { bytes: Buffer.from(new TextDecoder('windows-1252').decode(bytes), 'utf8'), certain };
}

function isAscii(label: string): boolean {
  return /^(?:us-)?ascii$/.test(label);
}

function withLabels(bytes: Buffer, isMeant: (label: string) => boolean, instead: string): Buffer {
  const text = bytes
    .toString('latin1')
    .replace(contentType, (field) =>
      field.replace(/(\bcharset\s*=\s*["']?)([\w.:+-]{1,40})/i, (whole, before: string, label: string) =>
        isMeant(label.toLowerCase()) ? `${before}${instead}` : whole,
      ),
    );
  return Buffer.from(text, 'latin1');
}

/** A Content-Type field with its continuation lines. */
const contentType = /^content-type[ \t]*:[^\n]{0,2000}(?:\n[ \t]+[^\n]{0,2000}){0,20}/gim;

/** If a mail has no LF, CR is its line end. Otherwise a CR alone ends no line, and no header field begins after it. */
function withLineEnds(bytes: Buffer): Buffer {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether a charset can be decoded. UTF-7 is excluded: no browser and no mail program reads it any more. */
function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label.replace(/^x-/, '')).encoding !== 'replacement';
  } catch {
    return false;
  }
}
