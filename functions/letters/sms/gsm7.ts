/** The GSM 7-bit alphabet (3GPP TS 23.038). A character of `extended` counts as two characters. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** How many characters of the GSM alphabet fit into one SMS. */
export const smsRoom = 160;

/**
 * How many characters of an SMS the text uses. `undefined` if a character is not in the GSM alphabet: such a text needs
 * another encoding, with fewer characters in an SMS.
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
