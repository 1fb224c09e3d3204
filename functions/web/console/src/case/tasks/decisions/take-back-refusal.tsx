import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';
import { changeableRefusals, useRefusalNames } from './changeable-refusals.ts';

/** A refusal of a part that does not stand any more: what it left out is in the answer again. */
export function TakeBackRefusalForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const names = useRefusalNames();
  const numbers = changeableRefusals(view).map(({ refusal }) => String(refusal));
  const [chosen, setChosen] = useState(numbers.length === 1 ? numbers[0] : undefined);
  const draft = chosen === undefined ? undefined : ({ type: 'take-back-refusal', refusal: Number(chosen) } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks['take-back-refusal'].submit}>
      <ChoiceField label={words.refuse.which} choices={numbers} words={names} value={chosen} onChange={setChosen} />
    </CommandForm>
  );
}
