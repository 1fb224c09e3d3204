import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { ContactRef } from '../vocabulary.ts';

/** Where we write to (Art. 32). `text` is always the id of a text on the subject profile. */
export type ContactCommand =
  | {
      readonly type: 'change-contact';
      readonly to: ContactRef;
      readonly oldIsLost: boolean;
      /** Why the old contact point is not told, where staff say so. */
      readonly why?: 'lost' | 'shared' | 'unsafe';
      /** Two people have agreed to it already, in the case that this one was split from. */
      readonly agreed?: true;
      /** The code that was mailed there has been entered already, in the case that this one was split from. */
      readonly codeEntered?: true;
    }
  | {
      readonly type: 'enter-contact-code';
      readonly challenge: string;
      /** The browser that entered it has just signed in as the person of the case. */
      readonly signedIn: boolean;
    }
  /** For staff; the text says how the person was asked. */
  | { readonly type: 'confirm-contact'; readonly text: string; readonly agreed?: true }
  | {
      readonly type: 'move-to-post';
      readonly to: ContactRef;
      readonly reason: EventOf<'moved-to-post'>['reason'];
      readonly registered: boolean;
      /** Two people have agreed to it already, in the case that this one was split from. */
      readonly agreed?: true;
    }
  /** Somebody else may read what comes to the present contact point: no code goes there until staff have looked. */
  | { readonly type: 'call-contact-unsafe' };

export const contactCommands: CommandsOf<ContactCommand> = {
  // Staff wait while something is undecided. The person may name another contact point, or take that back.
  'change-contact': { whileUndecided: 'depends', afterEnd: true },
  // After the end an answer that is there to be fetched may wait for just that.
  'enter-contact-code': { whileUndecided: 'goes-on', afterEnd: true },
  'confirm-contact': { whileUndecided: 'waits', afterEnd: true },
  'move-to-post': { whileUndecided: 'waits', afterEnd: true },
  'call-contact-unsafe': { whileUndecided: 'goes-on', afterEnd: true },
};
