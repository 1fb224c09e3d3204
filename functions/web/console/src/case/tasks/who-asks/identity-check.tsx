import { useState, type ReactNode } from 'react';
import { ChoiceField, LineField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

const documents = ['passport', 'identity-card', 'driving-licence', 'residence-card'] as const;
const places = ['in-person', 'video'] as const;

/** An identity document that was looked at: never copied, so there is no field for a file or a number. */
export function IdentityCheckForm(): ReactNode {
  const { words } = useSpeech();
  const [document, setDocument] = useState<(typeof documents)[number]>();
  const [where, setWhere] = useState<(typeof places)[number]>();
  const [checkedOn, setCheckedOn] = useState('');
  const { check } = words.forms;
  const draft =
    document === undefined || where === undefined
      ? undefined
      : ({ type: 'record-identity-check', document, where, checkedOn } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks['record-identity-check'].submit}>
      <p className="notice calm">{check.never}</p>
      <ChoiceField
        label={check.document}
        choices={documents}
        words={words.terms.documents}
        value={document}
        onChange={setDocument}
      />
      <ChoiceField label={check.where} choices={places} words={words.terms.places} value={where} onChange={setWhere} />
      <LineField label={check.on} type="date" value={checkedOn} onChange={setCheckedOn} />
    </CommandForm>
  );
}
