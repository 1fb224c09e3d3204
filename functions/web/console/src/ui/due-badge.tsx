import type { ReactNode } from 'react';
import { urgencyOf, type Urgency } from '../logic/due.ts';
import { useSpeech } from '../words/language.tsx';

/** The days left until the last day for the answer, in words. The shape and the colour show how urgent the case is. */
export function DueBadge({ daysLeft }: { readonly daysLeft: number }): ReactNode {
  const { words } = useSpeech();
  const urgency = urgencyOf(daysLeft);
  return (
    <span className={`badge ${urgency}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[urgency]} fill="currentColor" />
      </svg>
      {words.daysLeft(daysLeft)}
    </span>
  );
}

const shapes: Readonly<Record<Urgency, string>> = {
  late: 'M6 0 12 12H0Z',
  today: 'M6 0 12 12H0Z',
  soon: 'M6 0 12 6 6 12 0 6Z',
  near: 'M1 1h10v10H1Z',
  calm: 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0Z',
};
