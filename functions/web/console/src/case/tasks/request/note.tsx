import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** A note for colleagues. */
export function NoteForm(): ReactNode {
  const { words } = useSpeech();
  const [text, setText] = useState('');
  return (
    <CommandForm draft={{ type: 'note', text }} submit={words.tasks.note.submit}>
      <TextField label={words.note.text} hint={words.note.hint} value={text} onChange={setText} />
    </CommandForm>
  );
}
