import { lastDay, statusLink } from './fixed.ts';
import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** The answer. */
export function answerSamples(t: Translate): SamplesOf<'M8' | 'M13' | 'M19' | 'M24'> {
  const { binders, missing, others } = sampleParts(t);
  return {
    M8: [
      { code: 'M8', lastDay, answer: 'package', statusLink, availableUntil: '2026-12-04', missing: [], leftOut: [] },
      { code: 'M8', lastDay, answer: 'package', statusLink, availableUntil: '2026-12-04', missing, leftOut: [others] },
      {
        code: 'M8',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: true,
        uncertain: 0,
        missing: [],
        statusLink,
      },
      {
        code: 'M8',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: false,
        uncertain: 0,
        missing,
        statusLink,
      },
      {
        code: 'M8',
        lastDay,
        answer: 'nothing-held',
        address: null,
        othersGiven: false,
        uncertain: 0,
        missing: [{ title: binders, outcome: 'stronger-proof' }],
        statusLink,
      },
      {
        code: 'M8',
        lastDay,
        answer: 'nothing-held',
        address: 'tova.testsson@example.org',
        othersGiven: false,
        uncertain: 3,
        missing: [],
        statusLink,
      },
    ],
    M13: [
      {
        code: 'M13',
        delivery: 'file',
        statusLink,
        availableUntil: '2026-12-15',
        formats: ['JSON', 'CSV'],
        leftOut: [],
      },
      {
        code: 'M13',
        delivery: 'transferred',
        to: 'Fjällbutiken i Exempel AB',
        confirmedOn: '2026-12-02',
        leftOut: [others],
      },
    ],
    M19: [
      {
        code: 'M19',
        recipients: [
          { name: 'HubSpot Ireland Limited', told: null },
          { name: 'Intuit Mailchimp', told: { on: '2026-12-01' } },
          {
            name: 'Fjällfrakt i Exempel AB',
            told: { notBecause: t({ sv: 'Bolaget finns inte längre', en: 'It no longer exists' }) },
          },
        ],
      },
      { code: 'M19', recipients: [] },
    ],
    M24: [
      { code: 'M24', lastDay, statusLink, availableUntil: '2027-01-04', missing: [], leftOut: [] },
      { code: 'M24', lastDay, statusLink, availableUntil: '2027-01-04', missing, leftOut: [others] },
    ],
  };
}
