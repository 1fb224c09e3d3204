import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { MethodGivenBy } from '../../identity-methods/methods.ts';
import type { ContactRef, Purpose } from '../vocabulary.ts';

/** The commands on the proof of identity (Art. 12(6)). `text` is always the id of a text on the subject profile. */
export type IdentityCommand =
  /**
   * `number`: the stated telephone number to which the code goes by SMS. Without a number, `codeWay` decides where the
   * code goes.
   */
  | { readonly type: 'issue-code'; readonly purpose: 'identity'; readonly number?: ContactRef }
  | { readonly type: 'issue-code'; readonly purpose: Exclude<Purpose, 'identity'> }
  | { readonly type: 'count-try'; readonly purpose: Purpose }
  | { readonly type: 'prove-identity'; readonly challenge: string }
  | {
      readonly type: 'prove-with';
      readonly method: MethodGivenBy<'sign-in' | 'staff'>;
      readonly identifier: ContactRef;
      /** For a proof that staff record: which document was shown, and where. */
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
  // While a circumstance is undecided, no code for a download is sent. Codes that prove identity are sent, because a
  // proof alone sends no answer.
  'issue-code': { whileUndecided: 'depends', afterEnd: true },
  'count-try': { whileUndecided: 'goes-on', afterEnd: true },
  'prove-identity': { whileUndecided: 'goes-on', afterEnd: false },
  // Accepted after the end of the case, as long as an answer can be fetched. After such a proof, the codes for the
  // answer can be sent to another address or number.
  'prove-with': { whileUndecided: 'goes-on', afterEnd: true },
  'override-proof': { whileUndecided: 'waits', afterEnd: false },
  // Staff need the mandate in order to decide on a circumstance such as `guardian`.
  'record-mandate': { whileUndecided: 'goes-on', afterEnd: false },
};
