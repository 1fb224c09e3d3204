import type { Language } from '#domain/language.ts';
import { gsmLength, smsRoom } from './gsm7.ts';

/** What an SMS with a code says besides the controller's name. */
export interface CodeSms {
  readonly oneTimeCode: string;
  readonly minutes: number;
}

// Says nothing of what the code is for: whoever sees the telephone learns of no request. No link: people should get
// used to none.
const words: Readonly<Record<Language, (code: CodeSms) => string>> = {
  sv: ({ oneTimeCode, minutes }) =>
    `: Din kod är ${oneTimeCode}. Den gäller i ${minutes} minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.`,
  en: ({ oneTimeCode, minutes }) =>
    `: Your code is ${oneTimeCode}. It works for ${minutes} minutes. We never ask for this code by phone. Not you? Ignore this.`,
};

/** The SMS that brings a one-time code; one and no more, as long as the sender's name has ordinary letters. */
export function codeSms(language: Language, sender: string, code: CodeSms): string {
  const rest = words[language](code);
  return `${fitted(sender, smsRoom - (gsmLength(rest) ?? 0))}${rest}`;
}

/** The name, cut where it is longer than the room. */
function fitted(name: string, room: number): string {
  const length = gsmLength(name);
  if (length === undefined || length <= room) return name;
  const characters = [...name];
  while ((gsmLength(characters.join('')) ?? 0) > room - 3) characters.pop();
  return `${characters.join('').trimEnd()}...`;
}
