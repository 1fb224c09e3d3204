import type { Language } from '../language.ts';

/**
 * Makes the mark that stands in place of a masked text. `letter`: the capital letter by which the person can tell
 * several masked people apart; `null` if there is none.
 */
export type Mark = (letter: string | null) => string;

/** Our own words among the values of a record. */
export interface PresentationWords {
  readonly yes: string;
  readonly no: string;
  /** Heading of the source of an HTML text. */
  readonly asHeld: string;
  readonly mark: Mark;
  /** What stands in place of a value that is left out. */
  readonly withheld: string;
}

export const presentationWords: Readonly<Record<Language, PresentationWords>> = {
  sv: {
    yes: 'Ja',
    no: 'Nej',
    asHeld: 'Texten som den står i systemet',
    mark: (letter) => (letter === null ? '[annan person]' : `[person ${letter}]`),
    withheld: '[lämnas inte ut]',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    asHeld: 'The text as it stands in the system',
    mark: (letter) => (letter === null ? '[another person]' : `[person ${letter}]`),
    withheld: '[not disclosed]',
  },
};
