import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { MethodGivenBy } from '../../identity-methods/methods.ts';
import type { ContactRef, Purpose } from '../vocabulary.ts';

/** Proof of identity (Art. 12(6)). `text` is always the id of a text on the subject profile. */
export type IdentityCommand =
  /** `number`: the stated number to which the code goes by SMS. Other codes go where the proofs say. */
  | { readonly type: 'issue-code'; readonly purpose: 'identity'; readonly number?: ContactRef }
  | { readonly type: 'issue-code'; readonly purpose: Exclude<Purpose, 'identity'> }
  | { readonly type: 'count-try'; readonly purpose: Purpose }
  | { readonly type: 'prove-identity'; readonly challenge: string }
  | {
      readonly type: 'prove-with';
      readonly method: MethodGivenBy<'sign-in' | 'staff'>;
      readonly identifier: ContactRef;
      /** For what staff looked at: what it was, and where it was shown. */
      readonly text?: string;
    }
  | { readonly type: 'override-proof'; readonly text: string }
  | {
      readonly type: 'record-mandate';
      readonly kind: EventOf<'mandate-recorded'>['kind'];
      readonly accepted: boolean;
      readonly answerTo: 'person' | 'representative';
    };

export const identityCommands: CommandsOf<IdentityCommand> = {
  // No code for a download is sent while a circumstance is undecided. Identity can be proven, because that sends the
  // answer nowhere.
  'issue-code': { whileUndecided: 'depends', afterEnd: true },
  'count-try': { whileUndecided: 'goes-on', afterEnd: true },
  'prove-identity': { whileUndecided: 'goes-on', afterEnd: false },
  // As long as an answer can be fetched, the person can prove identity in order to redirect its codes.
  'prove-with': { whileUndecided: 'goes-on', afterEnd: true },
  'override-proof': { whileUndecided: 'waits', afterEnd: false },
  // The decision on the circumstance also decides whether somebody may ask for another person.
  'record-mandate': { whileUndecided: 'goes-on', afterEnd: false },
};
