import { useState, type ReactNode } from 'react';
import { StaffField } from '../../../organisation/staff-field.tsx';
import { useDesk } from '../../../session/context.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandButton } from '../command-button.tsx';
import { CommandForm } from '../command-form.tsx';

/** Who sees to it that the date is kept. */
export function AssignForm(): ReactNode {
  const { words } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  const [to, setTo] = useState('');
  return (
    <>
      {view.owner === member.id ? null : (
        <CommandButton draft={{ type: 'assign', to: member.id }}>{words.forms.assign.mine}</CommandButton>
      )}
      <CommandForm draft={{ type: 'assign', to }} submit={words.tasks.assign.submit}>
        <StaffField
          label={words.forms.assign.other}
          hint={words.forms.assign.otherHint}
          without={[...view.lockedOut, ...(view.owner === null ? [] : [view.owner])]}
          value={to}
          onChange={setTo}
        />
      </CommandForm>
    </>
  );
}
