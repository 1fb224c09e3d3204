import type { ReactNode } from 'react';
import { otherTasks, type Offer } from '../../logic/offers.ts';
import { useDesk } from '../../session/context.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { ExtendForm } from './extend.tsx';
import { NoteForm } from './note.tsx';
import { RefuseForm } from './refuse.tsx';

/** What can be done at any time, folded away until it is wanted. */
export function OtherTasks(): ReactNode {
  const { words } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  return (
    <section className="panel stack" aria-labelledby="other-tasks">
      <h2 id="other-tasks">{words.case.other}</h2>
      {otherTasks(view, member).map((offer) => {
        const { title, text } = words.tasks[offer.task.type];
        return (
          <details key={offer.task.type}>
            <summary>{title}</summary>
            <div className={offer.block === null ? 'task' : 'task blocked'}>
              <p>{text}</p>
              {offer.block === null ? formFor(offer) : <p className="notice calm">{words.blocks(offer.block)}</p>}
            </div>
          </details>
        );
      })}
    </section>
  );
}

function formFor({ task }: Offer): ReactNode {
  switch (task.type) {
    case 'note':
      return <NoteForm />;
    case 'extend':
      return <ExtendForm />;
    case 'refuse':
      return <RefuseForm />;
    case 'lift-hold':
    case 'approve-search':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'release':
      return null;
  }
}
