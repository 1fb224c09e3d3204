import { useId, type ReactNode } from 'react';
import type { Block } from '../../logic/task.ts';
import { useSpeech } from '../../words/language.tsx';
import { blockInWords } from '../../words/refused.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  /**
   * Why the user cannot do the task; `null` if the user can. If it is set, `children` must not contain the button of
   * this task.
   */
  readonly block: Block | null;
  readonly children?: ReactNode;
}

/** The card of a task: its title, its legal rule and its form. A blocked task has the reason in place of the form. */
export function TaskCard({ title, text, block, children }: Props): ReactNode {
  const { words, language } = useSpeech();
  const id = useId();
  return (
    <section className={block === null ? 'task' : 'task blocked'} aria-labelledby={id}>
      <div className="stack tight">
        <h3 id={id}>{title}</h3>
        <p>{text}</p>
      </div>
      {children}
      {block === null ? null : <p className="notice calm">{blockInWords(block, words, language)}</p>}
    </section>
  );
}
