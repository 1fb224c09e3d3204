import { lastDay, statusLink } from './fixed.ts';
import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** The answer. */
export function answerSamples(
  t: Translate,
): SamplesOf<'answer-ready' | 'portable-data' | 'recipients' | 'supplement-ready'> {
  const { binders, missing, others } = sampleParts(t);
  return {
    'answer-ready': [
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'package',
        statusLink,
        availableUntil: '2026-12-04',
        missing: [],
        leftOut: [],
      },
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'package',
        statusLink,
        availableUntil: '2026-12-04',
        missing,
        leftOut: [others],
      },
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: true,
        uncertain: 0,
        missing: [],
        statusLink,
      },
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: false,
        uncertain: 0,
        missing,
        statusLink,
      },
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'nothing-held',
        address: null,
        othersGiven: false,
        uncertain: 0,
        missing: [{ title: binders, outcome: 'stronger-proof' }],
        statusLink,
      },
      {
        kind: 'answer-ready',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: false,
        uncertain: 3,
        missing: [],
        statusLink,
      },
    ],
    'portable-data': [
      {
        kind: 'portable-data',
        delivery: 'file',
        statusLink,
        availableUntil: '2026-12-15',
        formats: ['JSON', 'CSV'],
        leftOut: [],
      },
      {
        kind: 'portable-data',
        delivery: 'transferred',
        to: 'Fjällbutiken i Exempel AB',
        confirmedOn: '2026-12-02',
        leftOut: [others],
      },
    ],
    recipients: [
      {
        kind: 'recipients',
        recipients: [
          { name: 'HubSpot Ireland Limited', told: null },
          { name: 'Intuit Mailchimp', told: { on: '2026-12-01' } },
          {
            name: 'Fjällfrakt i Exempel AB',
            told: { notBecause: t({ sv: 'Bolaget finns inte längre', en: 'It no longer exists' }) },
          },
        ],
      },
      { kind: 'recipients', recipients: [] },
    ],
    'supplement-ready': [
      { kind: 'supplement-ready', lastDay, statusLink, availableUntil: '2027-01-04', missing: [], leftOut: [] },
      { kind: 'supplement-ready', lastDay, statusLink, availableUntil: '2027-01-04', missing, leftOut: [others] },
    ],
  };
}
