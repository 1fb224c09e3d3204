import { lastDay, resting, running, statusLink } from './fixed.ts';
import type { SamplesOf, Translate } from './parts.ts';

/** Who asks. */
export function identitySamples(
  t: Translate,
): SamplesOf<'M2' | 'M5' | 'M23' | 'M25' | 'M28' | 'CONTACT' | 'LINK' | 'CONFIRM'> {
  return {
    M2: [
      {
        code: 'M2',
        why: 'sensitive-data',
        explanation: '',
        methods: [{ method: 'e-id', name: 'BankID' }, { method: 'letter-code' }, { method: 'document-check' }],
        keptDays: 1825,
        time: resting,
        statusLink,
      },
      {
        code: 'M2',
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
        code: 'M2',
        why: 'several-people-match',
        explanation: '',
        methods: [{ method: 'order-details' }],
        keptDays: 1825,
        time: running,
        statusLink,
      },
      {
        code: 'M2',
        why: 'contradicting-details',
        explanation: '',
        methods: [{ method: 'login' }],
        keptDays: 1825,
        time: running,
        statusLink,
      },
    ],
    M5: [
      {
        code: 'M5',
        lastDay,
        why: 'not-tied-to-anybody',
        explanation: t({
          sv: 'Svaren i enkäten samlades in utan namn',
          en: 'The answers of the survey were collected without names',
        }),
        wouldHelp: [t({ sv: 'dag och tid då du svarade', en: 'the day and time at which you answered' })],
      },
      {
        code: 'M5',
        lastDay,
        why: 'not-tied-to-what-was-given',
        explanation: '',
        wouldHelp: [
          t({ sv: 'ordernummer', en: 'an order number' }),
          t({ sv: 'tid och plats för inspelningen', en: 'the time and place of the recording' }),
        ],
      },
    ],
    M23: [
      { code: 'M23', purpose: 'identity', oneTimeCode: '042137', sentTo: 'email', minutes: 10, statusLink },
      { code: 'M23', purpose: 'download', oneTimeCode: '042137', sentTo: 'email', minutes: 10, statusLink },
      { code: 'M23', purpose: 'identity', oneTimeCode: '042137', sentTo: 'phone', minutes: 10, statusLink },
      { code: 'M23', purpose: 'identity', oneTimeCode: '042137', sentTo: 'post', lastDay: '2026-12-08', statusLink },
      { code: 'M23', purpose: 'contact', oneTimeCode: '042137', sentTo: 'email', minutes: 10 },
    ],
    M25: [
      {
        code: 'M25',
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
        code: 'M25',
        why: 'proof-does-not-match',
        askedDate: '2026-11-23',
        alternatives: [{ method: 'email-code' }, { method: 'login' }, { method: 'mandate' }],
        statusLink,
      },
    ],
    M28: [
      {
        code: 'M28',
        estateRoute: t({
          sv: 'Enligt våra villkor kan dödsboet säga upp medlemskapet och få en slutfaktura',
          en: 'Under our terms the estate can end the membership and have a final invoice',
        }),
        estateContact: 'dodsbo@nordvik.example',
      },
    ],
    CONTACT: [{ code: 'CONTACT', changedDate: '2026-11-26' }],
    LINK: [{ code: 'LINK', statusLink }],
    CONFIRM: [{ code: 'CONFIRM', statusLink }],
  };
}
