import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** A contact address that a member of staff has made sure of. */
export function ConfirmContactForm(): ReactNode {
  const { words } = useSpeech();
  const { decisionsTakeTwo } = useOpenCase().view;
  const [how, setHow] = useState('');
  const { title, text, submit: alone } = words.tasks['confirm-contact'];
  const submit = decisionsTakeTwo ? words.forms.propose['confirm-contact'] : alone;
  return (
    <CommandForm
      draft={{ type: 'confirm-contact', how }}
      submit={submit}
      takesTwo={decisionsTakeTwo}
      confirm={{ title, text, submit, quote: how }}
    >
      <TextField label={words.forms.confirmContact.how} hint={words.forms.internalHint} value={how} onChange={setHow} />
    </CommandForm>
  );
}
