import { useState, type ReactNode } from 'react';
import type { Matter } from '../../../logic/known.ts';
import { rights, type Right } from '#domain/rights.ts';
import { ChoiceField, TicksField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** A complaint, a claim or another right, as a case of its own. */
export function SplitForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const [matter, setMatter] = useState<Matter>();
  const [chosen, setChosen] = useState<readonly Right[]>([]);
  const gone = view.splits.flatMap((split) => split.rights);
  // What is left must still be a request.
  const separable = rights.filter(
    (right) => right !== 'access' && view.rights.includes(right) && !gone.includes(right) && view.rights.length > 1,
  );
  const matters: readonly Matter[] =
    separable.length === 0 ? ['complaint', 'claim'] : ['request', 'complaint', 'claim'];
  const isRight = matter === 'request';
  const draft =
    matter === undefined || (isRight && chosen.length === 0)
      ? undefined
      : ({ type: 'split', matter, rights: isRight ? [...chosen] : [] } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks.split.submit}>
      <ChoiceField
        label={words.forms.split.matter}
        choices={matters}
        words={words.forms.split.matters}
        value={matter}
        onChange={setMatter}
      />
      {isRight ? (
        <TicksField
          label={words.forms.split.rights}
          choices={separable}
          words={words.rights}
          value={chosen}
          onChange={setChosen}
        />
      ) : null}
    </CommandForm>
  );
}
