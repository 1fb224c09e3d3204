import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { ContactRef } from '../vocabulary.ts';

/** Where we write to (Art. 32). `text` is always the id of a text on the subject profile. */
export type ContactCommand =
  | {
      readonly type: 'change-contact';
      readonly to: ContactRef;
      readonly oldIsLost: boolean;
      /** Why the old contact point is not told, where staff give a reason. */
      readonly why?: 'lost' | 'shared' | 'unsafe';
      /** Two people have already approved it, in the case that this one was split from. */
      readonly agreed?: true;
      /** The code that was mailed to it has already been entered, in the case that this one was split from. */
      readonly codeEntered?: true;
    }
  | {
      readonly type: 'enter-contact-code';
      readonly challenge: string;
      /** The browser in which the code was entered had just signed in as the person of the case. */
      readonly signedIn: boolean;
    }
  /** For staff: the text says how they asked the person. */
  | { readonly type: 'confirm-contact'; readonly text: string; readonly agreed?: true }
  | {
      readonly type: 'move-to-post';
      readonly to: ContactRef;
      readonly reason: EventOf<'moved-to-post'>['reason'];
      readonly registered: boolean;
      /** Two people have already approved it, in the case that this one was split from. */
      readonly agreed?: true;
    }
  /** Somebody else may read mail to the present contact point: no code is sent to it until staff have confirmed it. */
  | { readonly type: 'call-contact-unsafe' };

export const contactCommands: CommandsOf<ContactCommand> = {
  // Staff wait while a circumstance is undecided. The person may name another contact point, or withdraw that change.
  'change-contact': { whileUndecided: 'depends', afterEnd: true },
  // After the end of a case, an answer that can be fetched may depend on exactly this change.
  'enter-contact-code': { whileUndecided: 'goes-on', afterEnd: true },
  'confirm-contact': { whileUndecided: 'waits', afterEnd: true },
  'move-to-post': { whileUndecided: 'waits', afterEnd: true },
  'call-contact-unsafe': { whileUndecided: 'goes-on', afterEnd: true },
};
