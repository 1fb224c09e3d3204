import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { recordPostedLabels } from '#commands/record-posted.ts';
import type { Trouble } from '../../../api/problem.ts';
import type { Block, LetterToPost } from '../../../logic/task.ts';
import { useDesk } from '../../../session/context.ts';
import { openDocument } from '../../../ui/open-document.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandButton } from '../command-button.tsx';
import { TaskCard } from '../task-card.tsx';

interface Props {
  readonly block: Block | null;
  readonly letter: LetterToPost;
}

/** The card of a letter that staff must print and post. The button records that staff have posted the letter. */
export function PostLetter({ block, letter: { letter, title } }: Props): ReactNode {
  const { language } = useSpeech();
  const { client } = useDesk();
  const { view } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { text, submit } = taskWords('record-posted', language);
  async function open(): Promise<void> {
    setBusy(true);
    const answer = await client.letter(view.reference, letter);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) openDocument(answer.value);
  }
  return (
    <TaskCard title={recordPostedLabels[language].letter(title[language])} text={text} block={block}>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void open()} />}
      {block === null ? (
        <>
          <div>
            <Button variant="outline" loading={busy} onClick={() => void open()}>
              {recordPostedLabels[language].open}
            </Button>
          </div>
          <CommandButton draft={{ type: 'record-posted', letter }}>{submit}</CommandButton>
        </>
      ) : null}
    </TaskCard>
  );
}
