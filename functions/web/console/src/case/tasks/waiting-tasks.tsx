import type { ReactNode } from 'react';
import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from '../../logic/known.ts';
import { movesByItself, waitingTasks, type Offer } from '../../logic/offers.ts';
import { useDesk } from '../../session/context.ts';
import { useSpeech } from '../../words/language.tsx';
import type { ConsoleWords } from '../../words/words.ts';
import { useOpenCase } from '../context.ts';
import { DecideIdentifier } from './decide-identifier.tsx';
import { ManualResult } from './manual-result.tsx';
import { ReleaseAnswer } from './release-answer.tsx';
import { ApproveSearch, LiftHold, RetrySystem } from './simple-tasks.tsx';

/** What the case waits for, with the buttons for it. */
export function WaitingTasks(): ReactNode {
  const { words } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  const offers = waitingTasks(view, member);
  return (
    <>
      {offers.length === 0 ? <p>{quiet(view, words)}</p> : null}
      {offers.map((offer) => (
        <WaitingTask key={keyOf(offer)} offer={offer} />
      ))}
    </>
  );
}

function WaitingTask({ offer: { task, block } }: { readonly offer: Offer }): ReactNode {
  switch (task.type) {
    case 'lift-hold':
      return <LiftHold block={block} />;
    case 'approve-search':
      return <ApproveSearch block={block} />;
    case 'decide-identifier':
      return <DecideIdentifier block={block} learned={task.learned} />;
    case 'record-manual-result':
      return <ManualResult block={block} task={task} />;
    case 'retry-system':
      return <RetrySystem block={block} system={task.system} />;
    case 'release':
      return <ReleaseAnswer block={block} task={task} />;
    case 'extend':
    case 'refuse':
    case 'note':
      return null;
  }
}

/** What was typed stays with its form when the case is loaded again. */
function keyOf({ task }: Offer): string {
  switch (task.type) {
    case 'decide-identifier':
      return `${task.type} ${task.learned.identifier}`;
    case 'record-manual-result':
      // A result that has been saved leaves an empty form behind.
      return `${task.type} ${task.system.id} ${task.system.endedAt ?? ''}`;
    case 'retry-system':
      return `${task.type} ${task.system.id}`;
    case 'lift-hold':
    case 'approve-search':
    case 'release':
    case 'extend':
    case 'refuse':
    case 'note':
      return task.type;
  }
}

function quiet(view: CaseView, words: ConsoleWords): string {
  const status = statusOf(view.status);
  if (status !== undefined && hasEnded(status)) return words.case.isOver;
  if (movesByItself(view)) return words.case.machineWorks;
  if (view.waitingFor === 'subject-code') return words.case.personWorks;
  if (view.waitingFor === 'system-answers') return words.case.systemsPending;
  return words.case.nothingForYou;
}
