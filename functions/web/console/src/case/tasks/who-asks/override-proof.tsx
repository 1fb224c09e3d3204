import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** An identity that is certain without the usual proof: for a second person to agree to. */
export function OverrideProofForm(): ReactNode {
  const { words } = useSpeech();
  const [reason, setReason] = useState('');
  const { title, text, submit } = words.tasks['override-proof'];
  return (
    <CommandForm
      draft={{ type: 'override-proof', reason }}
      submit={submit}
      confirm={{ title, text, submit, quote: reason }}
    >
      <TextField
        label={words.forms.override.reason}
        hint={words.forms.internalHint}
        value={reason}
        onChange={setReason}
      />
      <p className="soft">{words.forms.twoPersons}</p>
    </CommandForm>
  );
}
