import { useState, type ReactNode } from 'react';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const categories = ['complexity', 'number'] as const;

/** Extends the period (Art. 12(3)). */
export function ExtendForm(): ReactNode {
  const { words, date } = useSpeech();
  const { view } = useOpenCase();
  const [category, setCategory] = useState<(typeof categories)[number]>();
  const [reason, setReason] = useState('');
  return (
    <CommandForm
      draft={category === undefined ? undefined : { type: 'extend', category, reason }}
      submit={words.tasks.extend.submit}
    >
      {view.extendedDue === null ? null : <p>{words.extend.until(date(view.extendedDue))}</p>}
      <ChoiceField
        label={words.extend.category}
        choices={categories}
        words={words.extend.categories}
        value={category}
        onChange={setCategory}
      />
      <TextField
        label={words.extend.reason}
        hint={words.forms.letterHint(wordFor(words.languages, view.language))}
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  );
}
