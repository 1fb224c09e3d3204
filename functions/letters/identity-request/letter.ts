import type { LetterOf } from '#domain/case/letters/letters.ts';
import type { AskReason } from '#domain/case/vocabulary.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { askedTime, found } from '../case-parts.ts';
import { questionWords } from '../kept-words.ts';
import type { AtLeastOne, AskedTime, ProofMethod } from '../parts.ts';
import { statusLink, resting, running, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that asks for a further proof of identity (Art. 12(6)). */
export type Content = {
  readonly kind: 'identity-request';
  readonly why: Exclude<AskReason, 'large-amount' | 'request-not-understood'>;
  /** What staff wrote about their doubt in this case. Empty if `why` says enough. */
  readonly explanation: string;
  readonly methods: AtLeastOne<ProofMethod>;
  /** How many days after the end of the case we keep the data about the check of identity (Art. 13(2)(a)). */
  readonly keptDays: number;
  readonly time: AskedTime;
  readonly statusLink: string;
};

function content(source: LetterSource, letter: LetterOf<'identity-request'>): Content {
  const { state, written, statusLink, controller } = source;
  const asking = found(state.common.askings.find(({ id }) => id === letter.of));
  const { why } = asking;
  if (why === 'large-amount' || why === 'request-not-understood')
    throw new Error('the reason for the question is not a doubt about identity');
  const { question, methods } = questionWords(written, asking.text);
  return {
    kind: 'identity-request',
    why,
    explanation: question,
    methods: source.methodsAsked(methods),
    keptDays: policyOf(source.organisation, controller.id).profileDays,
    time: askedTime(state.common, asking),
    statusLink,
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'identity-request',
      why: 'sensitive-data',
      explanation: '',
      methods: [{ method: 'e-id', name: 'BankID' }, { method: 'letter-code' }, { method: 'document-check' }],
      keptDays: 1825,
      time: resting,
      statusLink,
    },
    {
      kind: 'identity-request',
      why: 'contact-not-known',
      explanation: t({
        sv: 'Du skriver för någon annans räkning',
        en: 'You write on behalf of somebody else',
      }),
      methods: [
        { method: 'email-code' },
        { method: 'login', name: 'Mina sidor' },
        { method: 'order-details' },
        { method: 'mandate' },
      ],
      keptDays: 30,
      time: running,
      statusLink,
    },
    {
      kind: 'identity-request',
      why: 'several-people-match',
      explanation: '',
      methods: [{ method: 'order-details' }],
      keptDays: 1825,
      time: running,
      statusLink,
    },
    {
      kind: 'identity-request',
      why: 'contradicting-details',
      explanation: '',
      methods: [{ method: 'login', name: 'Mina sidor' }],
      keptDays: 1825,
      time: running,
      statusLink,
    },
  ];
}

export const identityRequest = { content, samples, swedish, english };
