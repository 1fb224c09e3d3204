import type { Language } from '#domain/language.ts';
import { gsmLength, smsRoom } from './gsm7.ts';

/** What the text of an SMS with a code needs beside the controller's name. */
export interface CodeSms {
  readonly oneTimeCode: string;
  readonly minutes: number;
}

// The SMS does not name the purpose of the code, so that somebody else who reads it does not learn of the request. It
// has no link, so that people do not get used to links in SMS.
const words: Readonly<Record<Language, (code: CodeSms) => string>> = {
  sv: ({ oneTimeCode, minutes }) =>
    `: Din kod är ${oneTimeCode}. Den gäller i ${minutes} minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.`,
  en: ({ oneTimeCode, minutes }) =>
    `: Your code is ${oneTimeCode}. It works for ${minutes} minutes. We never ask for this code by phone. Not you? Ignore this.`,
};

/**
 * The SMS with a one-time code. If the sender's name has only letters of the GSM alphabet, the text fits into one SMS.
 */
export function codeSms(language: Language, sender: string, code: CodeSms): string {
  const rest = words[language](code);
  return `${fitted(sender, smsRoom - (gsmLength(rest) ?? 0))}${rest}`;
}

/** The sender's name, shortened until its length is at most `room`. */
function fitted(name: string, room: number): string {
  const length = gsmLength(name);
  if (length === undefined || length <= room) return name;
  const characters = [...name];
  while ((gsmLength(characters.join('')) ?? 0) > room - 3) characters.pop();
  return `${characters.join('').trimEnd()}...`;
}
