import { useState, type ReactNode } from 'react';
import type { System } from '../../../logic/task.ts';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

/** A failed system of which nothing more is expected. */
export function GiveUpForm({ systems }: { readonly systems: readonly System[] }): ReactNode {
  const { words, language } = useSpeech();
  const [system, setSystem] = useState(systems.length === 1 ? systems[0]?.id : undefined);
  const [reason, setReason] = useState('');
  const { giveUp, internalHint } = words.forms;
  const { title, text, submit } = words.tasks['give-up-system'];
  return (
    <CommandForm
      draft={system === undefined ? undefined : { type: 'give-up-system', system, reason }}
      submit={submit}
      confirm={{ title, text, submit, quote: reason }}
    >
      <ChoiceField
        label={giveUp.system}
        choices={systems.map(({ id }) => id)}
        words={Object.fromEntries(systems.map(({ id, title: name }) => [id, name[language]]))}
        value={system}
        onChange={setSystem}
      />
      <TextField label={giveUp.reason} hint={internalHint} value={reason} onChange={setReason} />
    </CommandForm>
  );
}
