import { useState, type ReactNode } from 'react';
import { filled } from '../../../logic/typed.ts';
import { LineField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** Tells the person that the controller answers for what we do as its processor. */
export function RedirectForm(): ReactNode {
  const { words } = useSpeech();
  const [named, setNamed] = useState('');
  const [sentOn, setSentOn] = useState('');
  const { redirect } = words.forms;
  return (
    <CommandForm
      draft={{ type: 'redirect', named: filled(named), sentOn: filled(sentOn) }}
      submit={words.tasks.redirect.submit}
    >
      <LineField label={redirect.named} hint={redirect.hint} optional value={named} onChange={setNamed} />
      <LineField
        label={redirect.sentOn}
        hint={redirect.sentHint}
        type="date"
        optional
        value={sentOn}
        onChange={setSentOn}
      />
    </CommandForm>
  );
}
