import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Entry } from '../../logic/more.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { taskWords } from '../../words/command-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { blockInWords } from '../../words/refused.ts';
import { TaskForm } from './task-form.tsx';

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/**
 * The dialog of a task: its legal rule and its form. If the task is blocked, the reason is shown in place of the form.
 */
export function TaskDialog({ entry, onClose }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { title, text } = taskWords(entry.type, language, entry.variant);
  const open = entry.offers.some(({ block }) => block === null);
  const block = open ? null : (entry.offers[0]?.block ?? null);
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="soft">{text}</p>
      {block === null ? (
        <TaskForm entry={entry} />
      ) : (
        <p className="notice calm">{blockInWords(block, words, language)}</p>
      )}
      <div className="row apart">
        <span />
        <Button variant="subtle" onClick={onClose}>
          {words.law.more.close}
        </Button>
      </div>
    </Dialog>
  );
}
