import type { ReactNode } from 'react';
import type { Breach, Offer } from '../../../logic/task.ts';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { BreachCountdown } from '../../breach-countdown.tsx';
import { ChooseTask } from './choose-task.tsx';

/** The card of an open breach, with the hours left of the 72 hours (Art. 33). */
export function OpenBreach({ offer, breach }: { readonly offer: Offer; readonly breach: Breach }): ReactNode {
  const { words } = useSpeech();
  return (
    <ChooseTask offer={offer}>
      <BreachCountdown breach={breach} />
      {breach.steps.length === 0 ? null : (
        <ul>
          {breach.steps.map((step) => (
            <li key={step}>{wordFor(words.terms.breachSteps, step)}</li>
          ))}
        </ul>
      )}
    </ChooseTask>
  );
}
