import { useState, type ReactNode } from 'react';
import { LineField, TickField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** Where we write to from now on. */
export function ChangeContactForm(): ReactNode {
  const { words } = useSpeech();
  const [email, setEmail] = useState('');
  const [oldIsLost, setLost] = useState(false);
  const { contact } = words.forms;
  const { title, text, submit } = words.tasks['change-contact'];
  return (
    <CommandForm
      draft={{ type: 'change-contact', email, oldIsLost }}
      submit={submit}
      confirm={{ title, text: oldIsLost ? contact.lostHint : text, submit, quote: email }}
    >
      <LineField label={contact.email} type="email" most={254} value={email} onChange={setEmail} />
      <TickField label={contact.lost} hint={contact.lostHint} value={oldIsLost} onChange={setLost} />
    </CommandForm>
  );
}
