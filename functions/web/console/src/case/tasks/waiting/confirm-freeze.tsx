import type { ReactNode } from 'react';
import { confirmFreezeLabels } from '#commands/confirm-freeze.ts';
import type { Block, Freeze } from '../../../logic/task.ts';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { CommandButton } from '../command-button.tsx';
import { TaskCard } from '../task-card.tsx';

interface Props {
  readonly block: Block | null;
  readonly freeze: Freeze;
}

/** The card for a system with scheduled erasure. Staff stop the erasure by hand, and record here that they did. */
export function ConfirmFreeze({ block, freeze: { system, title, instructions } }: Props): ReactNode {
  const { language } = useSpeech();
  const { text, submit } = taskWords('confirm-freeze', language);
  return (
    <TaskCard title={confirmFreezeLabels[language].title(title[language])} text={text} block={block}>
      {instructions === null ? null : <p className="quote">{instructions[language]}</p>}
      {block === null ? <CommandButton draft={{ type: 'confirm-freeze', system }}>{submit}</CommandButton> : null}
    </TaskCard>
  );
}
