import { useState, type ReactNode } from 'react';
import { linesIn } from '../../../logic/typed.ts';
import { ChoiceField, TextField, TickField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const reasons = ['wish', 'bounced', 'proof'] as const;

/** The postal address that letters go to from now on. */
export function MoveToPostForm(): ReactNode {
  const { words } = useSpeech();
  const { decisionsTakeTwo } = useOpenCase().view;
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const [registered, setRegistered] = useState(false);
  const { post } = words.forms;
  const draft =
    reason === undefined
      ? undefined
      : ({ type: 'move-to-post', address: linesIn(address) ?? [], reason, registered } as const);
  return (
    <CommandForm
      draft={draft}
      submit={decisionsTakeTwo ? words.forms.propose['move-to-post'] : words.tasks['move-to-post'].submit}
      takesTwo={decisionsTakeTwo}
    >
      <ChoiceField label={post.reason} choices={reasons} words={post.reasons} value={reason} onChange={setReason} />
      <TextField label={post.address} hint={post.addressHint} rows={4} value={address} onChange={setAddress} />
      <TickField label={post.registered} hint={post.registeredHint} value={registered} onChange={setRegistered} />
    </CommandForm>
  );
}
