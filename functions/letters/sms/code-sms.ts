import type { Language } from '#domain/language.ts';
import { gsmLength, smsRoom } from './gsm7.ts';

/** The variable parts of an SMS with a code, apart from the sender's name. */
export interface CodeSms {
  readonly oneTimeCode: string;
  readonly minutes: number;
}

// The SMS does not say what the code is for, because somebody else may read it and learn of the request. The SMS has no
// link, because fraudsters often use links in SMS.
const words: Readonly<Record<Language, (code: CodeSms) => string>> = {
  sv: ({ oneTimeCode, minutes }) =>
    `: Din kod är ${oneTimeCode}. Den gäller i ${minutes} minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.`,
  en: ({ oneTimeCode, minutes }) =>
    `: Your code is ${oneTimeCode}. It works for ${minutes} minutes. We never ask for this code by phone. Not you? Ignore this.`,
};

/**
 * Writes the SMS with a one-time code. The text fits into one SMS if the sender's name has only characters of the GSM
 * alphabet.
 */
export function codeSms(language: Language, sender: string, code: CodeSms): string {
  const rest = words[language](code);
  return `${fitted(sender, smsRoom - (gsmLength(rest) ?? 0))}${rest}`;
}

/** Shortens the sender's name until it has at most `room` characters of an SMS. */
function fitted(name: string, room: number): string {
  const length = gsmLength(name);
  if (length === undefined || length <= room) return name;
  const characters = [...name];
  while ((gsmLength(characters.join('')) ?? 0) > room - 3) characters.pop();
  return `${characters.join('').trimEnd()}...`;
}
