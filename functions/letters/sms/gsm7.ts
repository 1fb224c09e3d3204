/** Letters of the GSM 7-bit alphabet (3GPP TS 23.038), and those that count as two. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** Characters of one SMS. */
export const smsRoom = 160;

/** The length of a text in an SMS; `undefined` if it contains other letters, which make every letter longer. */
export function gsmLength(text: string): number | undefined {
  let length = 0;
  for (const character of text) {
    if (basic.includes(character)) length += 1;
    else if (extended.includes(character)) length += 2;
    else return undefined;
  }
  return length;
}
