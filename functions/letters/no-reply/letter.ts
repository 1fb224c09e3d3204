import { localDate } from '#domain/clock/deadline.ts';
import { askedAt } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that says that we closed the case because the person did not reply. If the person replies now, the case is
 * reopened.
 */
export type Content = {
  readonly kind: 'no-reply';
  readonly askedAbout: 'identity' | 'clarification';
  readonly askedDate: LetterDate;
  readonly statusLink: string;
};

function content(source: LetterSource): Content {
  const { state, statusLink } = source;
  const zone = state.common.facts.timeZone;
  // If no question of staff is open, the person has not entered the code for the proof of identity. The letter then
  // says that we asked about identity.
  const open = state.common.askings.filter(({ answeredAt }) => answeredAt === null);
  const about = open.some((one) => one.about === 'identity') ? 'identity' : (open.at(-1)?.about ?? 'identity');
  return { kind: 'no-reply', askedAbout: about, askedDate: localDate(askedAt(state.common, about), zone), statusLink };
}

function samples(): readonly Content[] {
  return [
    { kind: 'no-reply', askedAbout: 'identity', askedDate: '2026-11-23', statusLink },
    { kind: 'no-reply', askedAbout: 'clarification', askedDate: '2026-11-23', statusLink },
  ];
}

export const noReply = { content, samples, swedish, english };
