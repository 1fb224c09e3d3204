/** `basic`: letters of the GSM 7-bit alphabet (3GPP TS 23.038). `extended`: letters that take the room of two. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** How many characters fit into one SMS. */
export const smsRoom = 160;

/**
 * The length of a text in an SMS, or `undefined` if a character is not in the GSM alphabet. Such a text is sent in
 * another encoding, in which fewer characters fit.
 */
export function gsmLength(text: string): number | undefined {
  let length = 0;
  for (const character of text) {
    if (basic.includes(character)) length += 1;
    else if (extended.includes(character)) length += 2;
    else return undefined;
  }
  return length;
}
