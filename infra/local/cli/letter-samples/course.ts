import { resting, running, statusLink } from './fixed.ts';
import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** How the case goes on. */
export function courseSamples(
  t: Translate,
): SamplesOf<'clarification-request' | 'extension' | 'no-reply' | 'withdrawal-confirmed' | 'delay' | 'reopened'> {
  const { register, binders, invoicing } = sampleParts(t);
  return {
    'clarification-request': [
      {
        kind: 'clarification-request',
        why: 'large-amount',
        choices: [register, invoicing, binders],
        time: resting,
        statusLink,
      },
      {
        kind: 'clarification-request',
        why: 'request-not-understood',
        question: t({
          sv: 'Vid vilken tid och på vilken plats blev du filmad?',
          en: 'At what time and place were you filmed?',
        }),
        time: running,
        statusLink,
      },
    ],
    extension: [
      {
        kind: 'extension',
        category: 'complexity',
        reason: t({
          sv: 'Uppgifterna finns i många avtal på papper, där uppgifter om andra måste döljas',
          en: 'The data are in many contracts on paper, in which data about others must be hidden',
        }),
        extendedDue: '2027-02-22',
        available: [register],
        statusLink,
      },
      {
        kind: 'extension',
        category: 'number',
        reason: t({ sv: 'Du har gjort sex begäranden', en: 'You have made six requests' }),
        extendedDue: '2027-02-22',
        available: [],
        statusLink,
      },
    ],
    'no-reply': [
      { kind: 'no-reply', askedAbout: 'identity', askedDate: '2026-11-23', statusLink },
      { kind: 'no-reply', askedAbout: 'clarification', askedDate: '2026-11-23', statusLink },
    ],
    'withdrawal-confirmed': [
      { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: false, statusLink },
      { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: true, statusLink },
    ],
    delay: [{ kind: 'delay', due: '2026-12-21', statusLink }],
    reopened: [{ kind: 'reopened', due: '2026-12-21', statusLink }],
  };
}
