import { createHmac } from 'node:crypto';

// Only this many bytes at the start of a mail are searched for a Message-ID header.
const headerBytes = 64 * 1024;

/**
 * The id of a mail, 40 hex digits. A mail that is sent again has the same id, so it causes no second case. For a mail
 * without a Message-ID the id also depends on the day of arrival, so the same text on another day is a new mail. The
 * hash uses a secret key, so that the sender of a mail cannot compute its id.
 */
export function messageIdOf(
  mail: { readonly from: string; readonly recipients: readonly string[]; readonly pieces: readonly Uint8Array[] },
  receivedAt: Date,
  key: string,
): string {
  const { from, recipients, pieces } = mail;
  const day = hasMessageId(pieces) ? '' : receivedAt.toISOString().slice(0, 10);
  const hash = createHmac('sha256', key);
  hash.update(`${JSON.stringify(['smtp', from, [...recipients].sort(), day])}\n`);
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, 40);
}

function hasMessageId(pieces: readonly Uint8Array[]): boolean {
  let start = '';
  for (const piece of pieces) {
    start += Buffer.from(piece.subarray(0, headerBytes - start.length)).toString('latin1');
    if (start.length >= headerBytes) break;
  }
  const [header = ''] = start.split(/\r?\n\r?\n/, 1);
  return /^message-id[ \t]*:[ \t]*\S/im.test(header);
}
