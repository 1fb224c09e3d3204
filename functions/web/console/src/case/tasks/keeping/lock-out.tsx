import { useState, type ReactNode } from 'react';
import { StaffField } from '../../../organisation/staff-field.tsx';
import { useDesk } from '../../../session/context.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** Keeps a member of staff out of a case that concerns them. */
export function LockOutForm(): ReactNode {
  const { words } = useSpeech();
  const { member: me } = useDesk();
  const { view } = useOpenCase();
  const [member, setMember] = useState('');
  const { lockOut } = words.forms;
  const { title, text, submit } = words.tasks['lock-out'];
  return (
    <CommandForm draft={{ type: 'lock-out', member }} submit={submit} confirm={{ title, text, submit, quote: member }}>
      <StaffField
        label={lockOut.member}
        hint={lockOut.hint}
        without={[...view.lockedOut, me.id]}
        value={member}
        onChange={setMember}
      />
    </CommandForm>
  );
}
