import { resting, running, statusLink } from './fixed.ts';
import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** How the case goes on. */
export function courseSamples(t: Translate): SamplesOf<'M3' | 'M4' | 'M26' | 'M27' | 'STATUS' | 'REOPENED'> {
  const { register, binders, invoicing } = sampleParts(t);
  return {
    M3: [
      { code: 'M3', why: 'large-amount', choices: [register, invoicing, binders], time: resting, statusLink },
      {
        code: 'M3',
        why: 'request-not-understood',
        question: t({
          sv: 'Vid vilken tid och på vilken plats blev du filmad?',
          en: 'At what time and place were you filmed?',
        }),
        time: running,
        statusLink,
      },
    ],
    M4: [
      {
        code: 'M4',
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
        code: 'M4',
        category: 'number',
        reason: t({ sv: 'Du har gjort sex begäranden', en: 'You have made six requests' }),
        extendedDue: '2027-02-22',
        available: [],
        statusLink,
      },
    ],
    M26: [
      { code: 'M26', askedAbout: 'identity', askedDate: '2026-11-23', statusLink },
      { code: 'M26', askedAbout: 'clarification', askedDate: '2026-11-23', statusLink },
    ],
    M27: [
      { code: 'M27', undoUntil: '2026-12-25', erasureReviewed: false, statusLink },
      { code: 'M27', undoUntil: '2026-12-25', erasureReviewed: true, statusLink },
    ],
    STATUS: [{ code: 'STATUS', due: '2026-12-21', statusLink }],
    REOPENED: [{ code: 'REOPENED', due: '2026-12-21', statusLink }],
  };
}
