import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { nameOf, type Offer } from '../../../logic/task.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { TaskCard } from '../task-card.tsx';

/** Something that waits and has a form of some length: the form opens as a dialog. */
export function ChooseTask({ offer, children }: { readonly offer: Offer; readonly children?: ReactNode }): ReactNode {
  const { words } = useSpeech();
  const { choose } = useOpenCase();
  const name = nameOf(offer.task);
  const { title, text } = words.tasks[name];
  return (
    <TaskCard title={title} text={text} block={offer.block}>
      {children}
      {offer.block === null ? (
        <div>
          <Button onClick={() => choose({ name, offers: [offer] })}>
            {words.law.more.fillIn}
            <span className="hidden"> {title}</span>
          </Button>
        </div>
      ) : null}
    </TaskCard>
  );
}
