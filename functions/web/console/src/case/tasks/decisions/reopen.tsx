import { useState, type ReactNode } from 'react';
import { filled } from '../../../logic/typed.ts';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** Takes up again a case that ended without an answer. */
export function ReopenForm(): ReactNode {
  const { words, date } = useSpeech();
  const { view } = useOpenCase();
  const [reason, setReason] = useState('');
  return (
    <CommandForm draft={{ type: 'reopen', reason: filled(reason) }} submit={words.tasks.reopen.submit}>
      {view.undoUntil === null ? null : <p>{words.forms.reopen.until(date(view.undoUntil))}</p>}
      <TextField
        label={words.forms.reason}
        hint={words.forms.internalHint}
        optional
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  );
}
