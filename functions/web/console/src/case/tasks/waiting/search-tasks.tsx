import type { ReactNode } from 'react';
import { approveSearchLabels } from '#commands/approve-search.ts';
import { retrySystemLabels } from '#commands/retry-system.ts';
import type { Block, System } from '../../../logic/task.ts';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandButton } from '../command-button.tsx';
import { TaskCard } from '../task-card.tsx';

interface Props {
  readonly block: Block | null;
}

export function ApproveSearch({ block }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const { title, text, submit } = taskWords('approve-search', language);
  return (
    <TaskCard title={title} text={text} block={block}>
      {view.systems.length === 0 ? (
        <p>{approveSearchLabels[language].all}</p>
      ) : (
        <div className="stack tight">
          <p>{approveSearchLabels[language].systems}</p>
          <ul>
            {view.systems.map((system) => (
              <li key={system.id}>
                {system.title[language]} <span className="soft">({words.case.modes[system.mode]})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {block === null ? <CommandButton draft={{ type: 'approve-search' }}>{submit}</CommandButton> : null}
    </TaskCard>
  );
}

export function RetrySystem({ block, system }: Props & { readonly system: System }): ReactNode {
  const { words, language } = useSpeech();
  const { text, submit } = taskWords('retry-system', language);
  return (
    <TaskCard title={retrySystemLabels[language].title(system.title[language])} text={text} block={block}>
      {system.reason === null ? null : <p>{retrySystemLabels[language].why(wordFor(words.failures, system.reason))}</p>}
      {block === null ? (
        <CommandButton draft={{ type: 'retry-system', system: system.id }}>{submit}</CommandButton>
      ) : null}
    </TaskCard>
  );
}
