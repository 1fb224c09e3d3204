import type { ReactNode } from 'react';
import { LineField, SelectField } from '../ui/fields.tsx';
import { Loading } from '../ui/loading.tsx';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { useOrganisation } from './use-organisation.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** Ids of people whom the user cannot choose. */
  readonly without: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The field for a member of staff. The user chooses from the organisation's people, or types an id if none are listed.
 */
export function StaffField({ label, hint, without, value, onChange }: Props): ReactNode {
  const { words } = useSpeech();
  const { organisation, trouble } = useOrganisation();
  // Nothing is shown while the list loads. A text field that is replaced by a list would lose the text that the user
  // has typed.
  if (organisation === undefined && trouble === undefined) return <Loading />;
  const people = organisation?.people ?? [];
  if (people.length === 0) return <LineField label={label} hint={hint} most={200} value={value} onChange={onChange} />;
  const choices = people.filter(({ id }) => !without.includes(id));
  const nameOf = ({ id, role }: (typeof choices)[number]): string =>
    role === null ? words.actors.staff(id) : `${words.actors.staff(id)}, ${wordFor(words.roles, role)}`;
  return (
    <SelectField
      label={label}
      choices={choices.map(({ id }) => id)}
      words={Object.fromEntries(choices.map((one) => [one.id, nameOf(one)]))}
      none={words.forms.none}
      value={choices.some(({ id }) => id === value) ? value : undefined}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
