import type { OpenedCase } from '../state.ts';
import type { LetterCode } from '../vocabulary.ts';

/**
 * Which letters are written while nobody has decided what a circumstance that protects somebody asks for. A letter waits
 * if it brings the answer, tells something of what is held, commits the controller or points the person elsewhere: also
 * where the command behind it was taken before the circumstance was marked. Receipts, questions, notices that the law
 * dates and what the person asked to stop are written. A new letter must say which it is.
 */
const letterWhileUndecided: Readonly<Record<LetterCode, 'is-written' | 'waits' | 'depends'>> = {
  // Receipts, and what tells how to go on.
  M1: 'is-written',
  M21: 'is-written',
  ATTACHMENT: 'is-written',
  REOPENED: 'is-written',
  JOINED: 'is-written',
  LINK: 'is-written',
  CONFIRM: 'is-written',
  // Warns whoever reads the old address, who may be the one that is protected.
  CONTACT: 'is-written',

  // Questions: who asks can be proven, which sends the answer nowhere.
  M2: 'is-written',
  M3: 'is-written',
  M23: 'is-written',

  // The dates run (Art. 12(3)).
  M4: 'is-written',
  STATUS: 'is-written',

  // A refusal of everything tells nothing of what is held; that of a part tells that there is something.
  M6: 'depends',
  M7: 'waits',

  // The answer, in whole or in part, and what was done with the data.
  M8: 'waits',
  M9: 'waits',
  M10: 'waits',
  M11: 'waits',
  M12: 'waits',
  M13: 'waits',
  M17: 'waits',
  M19: 'waits',
  M24: 'waits',
  // To others about what is held of the person.
  M18: 'waits',
  M29: 'waits',

  // The person's own stop, and the decision on the record of the case.
  M14: 'is-written',
  M15: 'is-written',
  M16: 'is-written',
  // A person whose data have leaked can protect themselves (Art. 34).
  M22: 'is-written',

  // Point the person elsewhere, or change where is written to.
  M20: 'waits',
  FORWARD: 'waits',
  M30: 'waits',

  // Endings. Those of a person who proved nothing or withdrew tell nothing of what is held.
  M25: 'is-written',
  M26: 'is-written',
  M27: 'is-written',
  M5: 'waits',
  M28: 'waits',

  // To staff, who are to decide.
  STAFF: 'is-written',
};

/** Whether an owed letter waits until it is decided what a circumstance that protects somebody asks for. */
export function isLetterStopped(
  state: Pick<OpenedCase, 'undecided' | 'refusals'>,
  { letter, code }: { readonly letter: string; readonly code: LetterCode },
): boolean {
  if (state.undecided.size === 0) return false;
  switch (letterWhileUndecided[code]) {
    case 'is-written':
      return false;
    case 'waits':
      return true;
    case 'depends':
      return state.refusals[Number(letter.split('/')[1]) - 1]?.scope === 'part';
  }
}
