import { useId, type ReactNode } from 'react';
import type { Block } from '../../logic/task.ts';
import { useSpeech } from '../../words/language.tsx';
import { blockInWords } from '../../words/refused.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  /**
   * Why the user cannot do the task; `null` if the user can. If the user cannot, `children` must not contain the button
   * that does the task.
   */
  readonly block: Block | null;
  readonly children?: ReactNode;
}

/**
 * The card of a task: its title, its legal rule and its form. If the task is blocked, the reason is shown in place of
 * the form.
 */
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
