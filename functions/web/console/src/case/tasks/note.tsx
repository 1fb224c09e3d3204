import { Button, Textarea } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

/** A note for colleagues. */
export function NoteForm(): ReactNode {
  const { words } = useSpeech();
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [text, setText] = useState('');
  // The note stands among the notes now; a failed one stays to be tried again.
  useEffect(() => setText(''), [view.notes.length]);
  const submit = (): void => send({ type: 'note', text });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={words.note.text}
        description={words.note.hint}
        required
        rows={3}
        maxLength={4000}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={submit} />
      )}
      <div>
        <Button type="submit" variant="outline" loading={busy}>
          {words.tasks.note.submit}
        </Button>
      </div>
    </form>
  );
}
