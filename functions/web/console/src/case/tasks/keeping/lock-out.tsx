import { useState, type ReactNode } from 'react';
import { LineField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** Keeps a member of staff out of a case that concerns them. */
export function LockOutForm(): ReactNode {
  const { words } = useSpeech();
  const [member, setMember] = useState('');
  const { lockOut } = words.forms;
  const { title, text, submit } = words.tasks['lock-out'];
  return (
    <CommandForm draft={{ type: 'lock-out', member }} submit={submit} confirm={{ title, text, submit, quote: member }}>
      <LineField label={lockOut.member} hint={lockOut.hint} most={200} value={member} onChange={setMember} />
    </CommandForm>
  );
}
