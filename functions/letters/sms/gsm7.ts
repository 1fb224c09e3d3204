/** Letters of the GSM 7-bit alphabet (3GPP TS 23.038), and those that take the room of two. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** Characters of one SMS. */
export const smsRoom = 160;

/** How much room a text takes in an SMS; `undefined` where it holds other letters, which make every letter take more. */
export function gsmLength(text: string): number | undefined {
  let length = 0;
  for (const character of text) {
    if (basic.includes(character)) length += 1;
    else if (extended.includes(character)) length += 2;
    else return undefined;
  }
  return length;
}
