import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { ContactRef } from '../vocabulary.ts';

/**
 * The commands that change or confirm the contact point (Art. 32). `text` is always the id of a text on the subject
 * profile.
 */
export type ContactCommand =
  | {
      readonly type: 'change-contact';
      readonly to: ContactRef;
      readonly oldIsLost: boolean;
      /** Why no letter tells the old contact point of the change, if staff gave a reason. */
      readonly why?: 'lost' | 'shared' | 'unsafe';
      /** Staff have already approved the change, in the case that this one was split from. */
      readonly agreed?: true;
      /** The code for the new contact point has already been entered in the case that this one was split from. */
      readonly codeEntered?: true;
    }
  | {
      readonly type: 'enter-contact-code';
      readonly challenge: string;
      /** Whether the code was entered in a browser in which somebody had just signed in as the person of the case. */
      readonly signedIn: boolean;
    }
  /** Only staff give this command. The text says how they asked the person. */
  | { readonly type: 'confirm-contact'; readonly text: string; readonly agreed?: true }
  | {
      readonly type: 'move-to-post';
      readonly to: ContactRef;
      readonly reason: EventOf<'moved-to-post'>['reason'];
      readonly registered: boolean;
      /** Staff have already approved the change, in the case that this one was split from. */
      readonly agreed?: true;
    }
  /**
   * Says that somebody else may read mail to the present contact point. No code is sent to that contact point until
   * staff have confirmed it.
   */
  | { readonly type: 'call-contact-unsafe' };

export const contactCommands: CommandsOf<ContactCommand> = {
  // While a circumstance is undecided, staff cannot name another contact point, but they can cancel a waiting change.
  // The person can do both.
  'change-contact': { whileUndecided: 'depends', afterEnd: true },
  // Accepted after the end of the case, because the person may need the new contact point in order to fetch an answer.
  'enter-contact-code': { whileUndecided: 'goes-on', afterEnd: true },
  'confirm-contact': { whileUndecided: 'waits', afterEnd: true },
  'move-to-post': { whileUndecided: 'waits', afterEnd: true },
  'call-contact-unsafe': { whileUndecided: 'goes-on', afterEnd: true },
};
