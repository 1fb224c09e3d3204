import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { identifierKinds, type IdentifierKind } from '#domain/identifiers/identifier.ts';
import { LineField, SelectField } from '../ui/fields.tsx';
import { useSpeech } from '../words/language.tsx';

/** One identifier of the person, as the user has filled it in so far. `key` is the React key. */
export interface Detail {
  readonly key: number;
  readonly kind: IdentifierKind | undefined;
  readonly value: string;
}

interface Props {
  readonly details: readonly Detail[];
  readonly onChange: (details: readonly Detail[]) => void;
}

/** The fields for more identifiers of the person, such as a telephone number. The user may leave them empty. */
export function IdentifierFields({ details, onChange }: Props): ReactNode {
  const { words } = useSpeech();
  const { register } = words.pages;
  const change = (key: number, part: Partial<Detail>): void =>
    onChange(details.map((detail) => (detail.key === key ? { ...detail, ...part } : detail)));
  const next = Math.max(0, ...details.map(({ key }) => key)) + 1;
  return (
    <div className="stack">
      <div>
        <h2>{register.identifiers}</h2>
        <p className="soft">{register.identifiersHint}</p>
      </div>
      {details.map(({ key, kind, value }, index) => (
        <fieldset key={key} className="entry">
          <legend>{register.identifier(index + 1)}</legend>
          <div className="stack">
            <SelectField
              label={register.kind}
              choices={identifierKinds}
              words={words.identifiers}
              none={words.forms.none}
              value={kind}
              onChange={(chosen) => change(key, { kind: chosen })}
            />
            <LineField
              label={register.value}
              most={254}
              value={value}
              onChange={(text) => change(key, { value: text })}
            />
            <div>
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => onChange(details.filter((detail) => detail.key !== key))}
              >
                {register.removeIdentifier(index + 1)}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="outline" onClick={() => onChange([...details, { key: next, kind: undefined, value: '' }])}>
          {register.addIdentifier}
        </Button>
      </div>
    </div>
  );
}
