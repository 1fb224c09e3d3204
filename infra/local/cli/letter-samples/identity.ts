import { lastDay, resting, running, statusLink } from './fixed.ts';
import type { SamplesOf, Translate } from './parts.ts';

/** Who asks. */
export function identitySamples(
  t: Translate,
): SamplesOf<
  | 'identity-request'
  | 'cannot-identify'
  | 'one-time-code'
  | 'identity-not-proven'
  | 'deceased'
  | 'contact-changed'
  | 'new-link'
  | 'confirm-on-page'
> {
  return {
    'identity-request': [
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
        methods: [{ method: 'email-code' }, { method: 'login' }, { method: 'order-details' }, { method: 'mandate' }],
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
        methods: [{ method: 'login' }],
        keptDays: 1825,
        time: running,
        statusLink,
      },
    ],
    'cannot-identify': [
      {
        kind: 'cannot-identify',
        lastDay,
        why: 'not-tied-to-anybody',
        explanation: t({
          sv: 'Svaren i enkäten samlades in utan namn',
          en: 'The answers of the survey were collected without names',
        }),
        wouldHelp: [t({ sv: 'dag och tid då du svarade', en: 'the day and time at which you answered' })],
      },
      {
        kind: 'cannot-identify',
        lastDay,
        why: 'not-tied-to-what-was-given',
        explanation: '',
        wouldHelp: [
          t({ sv: 'ordernummer', en: 'an order number' }),
          t({ sv: 'tid och plats för inspelningen', en: 'the time and place of the recording' }),
        ],
      },
    ],
    'one-time-code': [
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
    ],
    'identity-not-proven': [
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
        alternatives: [{ method: 'email-code' }, { method: 'login' }, { method: 'mandate' }],
        statusLink,
      },
    ],
    deceased: [
      {
        kind: 'deceased',
        estateRoute: t({
          sv: 'Enligt våra villkor kan dödsboet säga upp medlemskapet och få en slutfaktura',
          en: 'Under our terms the estate can end the membership and have a final invoice',
        }),
        estateContact: 'dodsbo@nordvik.example',
      },
    ],
    'contact-changed': [{ kind: 'contact-changed', changedDate: '2026-11-26' }],
    'new-link': [{ kind: 'new-link', statusLink }],
    'confirm-on-page': [{ kind: 'confirm-on-page', statusLink }],
  };
}
