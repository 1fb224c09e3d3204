import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { staffCommands } from '#commands/list.ts';
import { entryOf } from '../../../logic/more.ts';
import { offersOf } from '../../../logic/offers.ts';
import type { Offer } from '../../../logic/task.ts';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { TaskCard } from '../task-card.tsx';

/** The card of a waiting task whose form opens in a dialog. */
export function ChooseTask({ offer, children }: { readonly offer: Offer; readonly children?: ReactNode }): ReactNode {
  const { words, language } = useSpeech();
  const { view, choose } = useOpenCase();
  const entry = entryOf(offer);
  const { title, text } = taskWords(entry.type, language, entry.variant);
  // A command outside the group `waiting` is also in the menu. The card opens the same dialog as the menu, with all
  // targets.
  const isOne = staffCommands[entry.type].group === 'waiting';
  const offers = isOne ? [offer] : offersOf(view).filter(({ task }) => task.type === entry.type);
  return (
    <TaskCard title={title} text={text} block={offer.block}>
      {children}
      {offer.block === null ? (
        <div>
          <Button onClick={() => choose({ ...entry, offers })}>
            {words.law.more.fillIn}
            <span className="hidden"> {title}</span>
          </Button>
        </div>
      ) : null}
    </TaskCard>
  );
}
