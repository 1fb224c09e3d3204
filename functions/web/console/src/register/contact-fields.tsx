import type { ReactNode } from 'react';
import { filled, linesIn } from '../logic/typed.ts';
import { ChoiceField, LineField, TextField } from '../ui/fields.tsx';
import { useSpeech } from '../words/language.tsx';

const ways = ['email', 'post'] as const;

/** The fields for the person's contact, as the user has filled them in so far. */
export interface Contact {
  readonly way: (typeof ways)[number] | undefined;
  readonly email: string;
  readonly address: string;
}
export const noContact: Contact = { way: undefined, email: '', address: '' };

/** The contact for the API. `undefined` if the user has chosen or typed none. */
export function contactOf({ way, email, address }: Contact) {
  switch (way) {
    case undefined:
      return undefined;
    case 'email': {
      const written = filled(email);
      return written === undefined ? undefined : { email: written };
    }
    case 'post': {
      const lines = linesIn(address);
      return lines === undefined ? undefined : { address: lines };
    }
  }
}

interface Props {
  readonly value: Contact;
  readonly onChange: (value: Contact) => void;
}

/** The fields for the person's contact. The user chooses an e-mail address or a postal address. */
export function ContactFields({ value, onChange }: Props): ReactNode {
  const { words } = useSpeech();
  const { register } = words.pages;
  return (
    <>
      <ChoiceField
        label={register.contact}
        choices={ways}
        words={register.contacts}
        value={value.way}
        onChange={(way) => onChange({ ...value, way })}
      />
      {value.way === 'email' ? (
        <LineField
          label={register.email}
          type="email"
          most={254}
          value={value.email}
          onChange={(email) => onChange({ ...value, email })}
        />
      ) : null}
      {value.way === 'post' ? (
        <TextField
          label={register.address}
          hint={register.addressHint}
          rows={4}
          value={value.address}
          onChange={(address) => onChange({ ...value, address })}
        />
      ) : null}
    </>
  );
}
