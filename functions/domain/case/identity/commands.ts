import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { ContactRef, Method, Purpose } from '../vocabulary.ts';

/** Who asks (Art. 12(6)). `text` is always the id of a text on the subject profile. */
export type IdentityCommand =
  /** `number`: the stated number that the code goes to by SMS; where another code goes follows from what is proven. */
  | { readonly type: 'issue-code'; readonly purpose: 'identity'; readonly number?: ContactRef }
  | { readonly type: 'issue-code'; readonly purpose: Exclude<Purpose, 'identity'> }
  | { readonly type: 'count-try'; readonly purpose: Purpose }
  | { readonly type: 'prove-identity'; readonly challenge: string }
  | {
      readonly type: 'prove-with';
      readonly method: Extract<Method, 'login' | 'e-id' | 'document-check'>;
      readonly identifier: ContactRef;
      /** For a document: what was shown and where. */
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
  // A code for a download is not sent while something is undecided. Who asks can be proven: that sends the answer nowhere.
  'issue-code': { whileUndecided: 'depends', afterEnd: true },
  'count-try': { whileUndecided: 'goes-on', afterEnd: true },
  'prove-identity': { whileUndecided: 'goes-on', afterEnd: false },
  // As long as an answer can be fetched, the person shows who they are to have its codes sent elsewhere.
  'prove-with': { whileUndecided: 'goes-on', afterEnd: true },
  'override-proof': { whileUndecided: 'waits', afterEnd: false },
  // Whether somebody may ask for another is part of what is to be decided.
  'record-mandate': { whileUndecided: 'goes-on', afterEnd: false },
};
