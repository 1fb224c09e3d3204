import type { ReactNode } from 'react';
import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from '../../logic/known.ts';
import { movesByItself } from '../../logic/standing.ts';
import type { Offer } from '../../logic/task.ts';
import { waitingTasks } from '../../logic/waiting.ts';
import { useSpeech } from '../../words/language.tsx';
import type { ConsoleWords } from '../../words/console-words.ts';
import { useOpenCase } from '../context.ts';
import { WaitingTask } from './waiting-task.tsx';

/** The cards of all tasks in the case that wait for staff. */
export function WaitingTasks(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const offers = waitingTasks(view);
  return (
    <>
      {offers.length === 0 ? <p>{quiet(view, words)}</p> : null}
      {offers.map((offer) => (
        <WaitingTask key={keyOf(offer, view)} offer={offer} all={offers} />
      ))}
    </>
  );
}

/**
 * The React key of a task. A reload of the case does not change it, so React keeps the text that the user has typed.
 */
function keyOf({ task: { type, target } }: Offer, { systems }: CaseView): string {
  // A new result of the system changes the key, so that the form starts empty.
  const ended = systems.find(({ id }) => id === target)?.endedAt ?? '';
  return `${type} ${target} ${ended}`;
}

function quiet(view: CaseView, words: ConsoleWords): string {
  const status = statusOf(view.status);
  if (status !== undefined && hasEnded(status)) return words.case.isOver;
  if (movesByItself(view)) return words.case.machineWorks;
  if (view.waitingFor === 'subject-code') return words.case.personWorks;
  if (view.waitingFor === 'stronger-proof') return words.case.proofWorks;
  if (view.waitingFor === 'system-answers') return words.case.systemsPending;
  return words.case.nothingForYou;
}
