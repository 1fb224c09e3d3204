import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** An identity that is certain without the usual proof: for a second person to agree to. */
export function OverrideProofForm(): ReactNode {
  const { words } = useSpeech();
  const { decisionsTakeTwo } = useOpenCase().view;
  const [reason, setReason] = useState('');
  const { title, text, submit: alone } = words.tasks['override-proof'];
  const submit = decisionsTakeTwo ? words.forms.propose['override-proof'] : alone;
  return (
    <CommandForm
      draft={{ type: 'override-proof', reason }}
      submit={submit}
      takesTwo={decisionsTakeTwo}
      confirm={{ title, text, submit, quote: reason }}
    >
      <TextField
        label={words.forms.override.reason}
        hint={words.forms.internalHint}
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  );
}
