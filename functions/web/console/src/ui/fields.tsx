import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface Field<T> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

interface LineProps extends Field<string> {
  readonly most?: number;
  readonly type?: 'text' | 'email' | 'date' | 'datetime-local' | 'number';
}

/**
 * A field for one line of text, a date, a time or a number. `autoComplete` is off, because the browser would suggest
 * data of other people.
 */
export function LineField({
  label,
  hint,
  optional = false,
  value,
  onChange,
  most = 300,
  type = 'text',
}: LineProps): ReactNode {
  return (
    <TextInput
      label={label}
      description={hint}
      required={!optional}
      type={type}
      maxLength={most}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface TextProps extends Field<string> {
  readonly rows?: number;
  readonly most?: number;
}

/** A field for several lines of text. */
export function TextField({
  label,
  hint,
  optional = false,
  value,
  onChange,
  rows = 3,
  most = 4000,
}: TextProps): ReactNode {
  return (
    <Textarea
      label={label}
      description={hint}
      required={!optional}
      rows={rows}
      maxLength={most}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  /** Explanations of single options, shown below the option. */
  readonly about?: Readonly<Partial<Record<T, string>>>;
  readonly disabled?: ReadonlySet<T>;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** A field in which the user chooses one option. All options are visible at once. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>): ReactNode {
  const { label, hint, choices, words, about, disabled, value, onChange } = props;
  return (
    <Radio.Group
      label={label}
      description={hint}
      required
      value={value ?? null}
      onChange={(chosen) => onChange(choices.find((each) => each === chosen))}
    >
      <div className="stack tight choices">
        {choices.map((each) => (
          <Radio
            key={each}
            value={each}
            label={words[each]}
            description={about?.[each]}
            disabled={disabled?.has(each) ?? false}
            required
          />
        ))}
      </div>
    </Radio.Group>
  );
}

interface SelectProps<T extends string> extends ChoiceProps<T> {
  readonly none: string;
  readonly optional?: boolean;
}

/**
 * A field in which the user chooses one of many options from a list. The field shows the text `none` until the user has
 * chosen.
 */
export function SelectField<T extends string>(props: SelectProps<T>): ReactNode {
  const { label, hint, choices, words, none, optional = false, value, onChange } = props;
  return (
    <NativeSelect
      label={label}
      description={hint}
      required={!optional}
      value={value ?? ''}
      onChange={(event) => onChange(choices.find((each) => each === event.currentTarget.value))}
      data={[{ value: '', label: none }, ...choices.map((each) => ({ value: each, label: words[each] }))]}
    />
  );
}

/** A field with one checkbox. */
export function TickField({ label, hint, value, onChange }: Omit<Field<boolean>, 'optional'>): ReactNode {
  return (
    <Checkbox
      label={label}
      description={hint}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface TicksProps<T extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
}

/** A field with a checkbox for each option. */
export function TicksField<T extends string>({
  label,
  hint,
  choices,
  words,
  value,
  onChange,
}: TicksProps<T>): ReactNode {
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      value={[...value]}
      onChange={(chosen) => onChange(choices.filter((each) => chosen.includes(each)))}
    >
      <div className="stack tight choices">
        {choices.map((each) => (
          <Checkbox key={each} value={each} label={words[each]} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
