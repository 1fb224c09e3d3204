import type { Language } from '../language.ts';

/** What stands in place of a masked text. */
export interface MaskWords {
  readonly another: string;
  /** The mark for one of several masked people. `letter` is a capital letter. */
  person(letter: string): string;
}

/** Our own words among the values of a record. */
export interface PresentationWords {
  readonly yes: string;
  readonly no: string;
  /** Heading of the source of an HTML text. */
  readonly asHeld: string;
  readonly masked: MaskWords;
}

export const presentationWords: Readonly<Record<Language, PresentationWords>> = {
  sv: {
    yes: 'Ja',
    no: 'Nej',
    asHeld: 'Texten som den står i systemet',
    masked: { another: '[annan person]', person: (letter) => `[person ${letter}]` },
  },
  en: {
    yes: 'Yes',
    no: 'No',
    asHeld: 'The text as it stands in the system',
    masked: { another: '[another person]', person: (letter) => `[person ${letter}]` },
  },
};
