import { useState, type ReactNode } from 'react';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** The person's objection to our keeping the case, in their words. */
export function ObjectToRetentionForm(): ReactNode {
  const { words } = useSpeech();
  const [text, setText] = useState('');
  return (
    <CommandForm draft={{ type: 'object-to-retention', text }} submit={words.tasks['object-to-retention'].submit}>
      <TextField label={words.forms.objection.text} value={text} onChange={setText} />
    </CommandForm>
  );
}

const choices = ['yes', 'no'] as const;

/** The decision on it, with its reason. */
export function DecideObjectionForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const [upheld, setUpheld] = useState<(typeof choices)[number]>();
  const [reason, setReason] = useState('');
  const { objection, letterHint } = words.forms;
  const { title, text, submit } = words.tasks['decide-retention-objection'];
  const open = view.retentionObjections.at(-1);
  return (
    <CommandForm
      draft={
        upheld === undefined ? undefined : { type: 'decide-retention-objection', upheld: upheld === 'yes', reason }
      }
      submit={submit}
      confirm={{ title, text, submit, quote: upheld === undefined ? '' : objection.choices[upheld] }}
    >
      {open === undefined ? null : <p className="quote">{open.text}</p>}
      <ChoiceField
        label={objection.upheld}
        choices={choices}
        words={objection.choices}
        value={upheld}
        onChange={setUpheld}
      />
      <TextField
        label={objection.reason}
        hint={letterHint(wordFor(words.languages, view.language))}
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  );
}
