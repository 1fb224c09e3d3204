import { localDate } from '#domain/clock/deadline.ts';
import { askedAt } from '../case-parts.ts';
import type { LetterDate, AtLeastOne, ProofMethod } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that the person has not proven their identity (Art. 12(6), 12(4)). */
export type Content = {
  readonly kind: 'identity-not-proven';
  readonly why: 'no-proof-came' | 'proof-does-not-match';
  readonly askedDate: LetterDate;
  readonly alternatives: AtLeastOne<ProofMethod>;
  readonly statusLink: string;
};

function content(source: LetterSource): Content {
  const { state, statusLink } = source;
  const zone = state.common.facts.timeZone;
  return {
    kind: 'identity-not-proven',
    why: state.common.challenges.some(({ tries }) => tries > 0) ? 'proof-does-not-match' : 'no-proof-came',
    askedDate: localDate(askedAt(state.common, 'identity'), zone),
    alternatives: source.otherProofs(),
    statusLink,
  };
}

function samples(): readonly Content[] {
  return [
    {
      kind: 'identity-not-proven',
      why: 'no-proof-came',
      askedDate: '2026-11-23',
      alternatives: [
        { method: 'e-id', name: 'BankID' },
        { method: 'letter-code' },
        { method: 'document-check' },
        { method: 'order-details' },
      ],
      statusLink,
    },
    {
      kind: 'identity-not-proven',
      why: 'proof-does-not-match',
      askedDate: '2026-11-23',
      alternatives: [{ method: 'email-code' }, { method: 'login', name: 'Mina sidor' }, { method: 'mandate' }],
      statusLink,
    },
  ];
}

export const identityNotProven = { content, samples, swedish, english };
