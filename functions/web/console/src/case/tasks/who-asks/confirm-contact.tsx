import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** A contact address that a member of staff has made sure of. */
export function ConfirmContactForm(): ReactNode {
  const { words } = useSpeech();
  const [how, setHow] = useState('');
  const { title, text, submit } = words.tasks['confirm-contact'];
  return (
    <CommandForm draft={{ type: 'confirm-contact', how }} submit={submit} confirm={{ title, text, submit, quote: how }}>
      <TextField label={words.forms.confirmContact.how} hint={words.forms.internalHint} value={how} onChange={setHow} />
    </CommandForm>
  );
}
