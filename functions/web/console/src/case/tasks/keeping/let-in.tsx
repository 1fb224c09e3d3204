import { useState, type ReactNode } from 'react';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** Opens a case again to somebody who was locked out of it. */
export function LetInForm(): ReactNode {
  const { words } = useSpeech();
  const { lockedOut } = useOpenCase().view;
  const [member, setMember] = useState(lockedOut.length === 1 ? lockedOut[0] : undefined);
  const [reason, setReason] = useState('');
  const { letIn, internalHint } = words.forms;
  return (
    <CommandForm
      draft={member === undefined ? undefined : { type: 'let-in', member, reason }}
      submit={words.tasks['let-in'].submit}
    >
      <ChoiceField
        label={letIn.member}
        choices={lockedOut}
        words={Object.fromEntries(lockedOut.map((id) => [id, words.actors.staff(id)]))}
        value={member}
        onChange={setMember}
      />
      <TextField label={letIn.reason} hint={internalHint} value={reason} onChange={setReason} />
    </CommandForm>
  );
}
