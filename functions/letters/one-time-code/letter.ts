import { codeMinutes } from '#domain/case/identity/code-rules.ts';
import type { LetterOf } from '#domain/case/letters/letters.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { found } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

export type Content =
  /** The letter with a one-time code. A posted code is valid for days, a mailed code for minutes. */
  | ({
      readonly kind: 'one-time-code';
      readonly purpose: 'identity' | 'download';
      readonly oneTimeCode: string;
      readonly statusLink: string;
    } & (
      | { readonly sentTo: 'email' | 'phone'; readonly minutes: number }
      | { readonly sentTo: 'post'; readonly lastDay: LetterDate }
    ))
  /** A code that confirms a contact address. A stranger may own the address, so the letter has no link to the case. */
  | {
      readonly kind: 'one-time-code';
      readonly purpose: 'contact';
      readonly oneTimeCode: string;
      readonly sentTo: 'email';
      readonly minutes: number;
    };

function content(source: LetterSource, letter: LetterOf<'one-time-code'>): Content {
  const { state, statusLink } = source;
  const zone = state.common.facts.timeZone;
  const challenge = found(state.common.challenges.find(({ id }) => id === letter.of));
  const { purpose, via } = challenge;
  const oneTimeCode = source.oneTimeCode(letter.of);
  if (purpose === 'contact')
    return { kind: 'one-time-code', purpose, oneTimeCode, sentTo: 'email', minutes: codeMinutes };
  const common = { kind: 'one-time-code', purpose, oneTimeCode, statusLink } as const;
  switch (via) {
    case 'post':
      return { ...common, sentTo: 'post', lastDay: localDate(challenge.expiresAt, zone) };
    case 'sms':
      return { ...common, sentTo: 'phone', minutes: codeMinutes };
    case 'email':
      return { ...common, sentTo: 'email', minutes: codeMinutes };
  }
}

function samples(): readonly Content[] {
  return [
    { kind: 'one-time-code', purpose: 'identity', oneTimeCode: '042137', sentTo: 'email', minutes: 10, statusLink },
    { kind: 'one-time-code', purpose: 'download', oneTimeCode: '042137', sentTo: 'email', minutes: 10, statusLink },
    { kind: 'one-time-code', purpose: 'identity', oneTimeCode: '042137', sentTo: 'phone', minutes: 10, statusLink },
    {
      kind: 'one-time-code',
      purpose: 'identity',
      oneTimeCode: '042137',
      sentTo: 'post',
      lastDay: '2026-12-08',
      statusLink,
    },
    { kind: 'one-time-code', purpose: 'contact', oneTimeCode: '042137', sentTo: 'email', minutes: 10 },
  ];
}

export const oneTimeCode = { content, samples, swedish, english };
