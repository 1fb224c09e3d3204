import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** Keeps everything of the case for a legal claim. */
export function SetLegalHoldForm(): ReactNode {
  const { words } = useSpeech();
  const [reason, setReason] = useState('');
  return (
    <CommandForm draft={{ type: 'set-legal-hold', reason }} submit={words.tasks['set-legal-hold'].submit}>
      <TextField label={words.forms.reason} hint={words.forms.internalHint} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

/** Lets the case be erased when its time has come. */
export function LiftLegalHoldForm(): ReactNode {
  const { words } = useSpeech();
  const { title, text, submit } = words.tasks['lift-legal-hold'];
  return <CommandForm draft={{ type: 'lift-legal-hold' }} submit={submit} confirm={{ title, text, submit }} />;
}
