import type { Language } from '#domain/language.ts';
import { gsmLength, smsRoom } from './gsm7.ts';

/** The text of an SMS with a code, beside the controller's name. */
export interface CodeSms {
  readonly oneTimeCode: string;
  readonly minutes: number;
}

// It does not name the purpose of the code, so that a reader of the telephone learns of no request. It has no link, so
// that people do not get used to links in SMS.
const words: Readonly<Record<Language, (code: CodeSms) => string>> = {
  sv: ({ oneTimeCode, minutes }) =>
    `: Din kod är ${oneTimeCode}. Den gäller i ${minutes} minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.`,
  en: ({ oneTimeCode, minutes }) =>
    `: Your code is ${oneTimeCode}. It works for ${minutes} minutes. We never ask for this code by phone. Not you? Ignore this.`,
};

/** The SMS with a one-time code. It fits into one SMS, if the sender's name has letters of the GSM alphabet. */
export function codeSms(language: Language, sender: string, code: CodeSms): string {
  const rest = words[language](code);
  return `${fitted(sender, smsRoom - (gsmLength(rest) ?? 0))}${rest}`;
}

/** The name, shortened to the available length. */
function fitted(name: string, room: number): string {
  const length = gsmLength(name);
  if (length === undefined || length <= room) return name;
  const characters = [...name];
  while ((gsmLength(characters.join('')) ?? 0) > room - 3) characters.pop();
  return `${characters.join('').trimEnd()}...`;
}
