import type { Right } from '../../rights.ts';
import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { RefusalGround } from '../vocabulary.ts';
import type { RefusedItem, TwoPersonDecision } from './events.ts';

/** What staff decide, each with its ground (Art. 12(4), (5)). `text` is always the id of a text on the subject profile. */
export type DecisionCommand =
  | {
      readonly type: 'refuse';
      readonly scope: 'whole' | 'part';
      readonly ground: RefusalGround;
      readonly text: string;
      /** What the part is, where a package answers the request. */
      readonly items?: readonly RefusedItem[];
      /** The number in the case of the refusal that this one takes the place of. */
      readonly restates?: number;
      readonly evidence?: Extract<TwoPersonDecision, { readonly kind: 'refuse-whole' }>['evidence'];
    }
  | { readonly type: 'take-back-refusal'; readonly refusal: number }
  | ({
      readonly type: 'charge-fee';
      /** Whether the person has had an answer in an earlier case; told with `further-copy`. */
      readonly earlierAnswer?: boolean;
    } & Omit<Extract<TwoPersonDecision, { readonly kind: 'charge-fee' }>, 'kind'>)
  | { readonly type: 'answer-fee'; readonly fee: string; readonly answer: EventOf<'fee-answered'>['answer'] }
  | { readonly type: 'approve-proposal'; readonly proposal: string }
  | { readonly type: 'drop-proposal'; readonly proposal: string }
  | {
      readonly type: 'stop-processing';
      readonly right: Right;
      readonly text: string;
      /** Whether staff say where they have entered it; else it is noted, and still to be done. */
      readonly entered: boolean;
    };

export const decisionCommands: CommandsOf<DecisionCommand> = {
  refuse: { whileUndecided: 'waits', afterEnd: false },
  'take-back-refusal': { whileUndecided: 'goes-on', afterEnd: false },
  'charge-fee': { whileUndecided: 'waits', afterEnd: false },
  // What the person answers is recorded; that they have not answered is not.
  'answer-fee': { whileUndecided: 'depends', afterEnd: false },
  // The approval of what is done about the circumstance is taken, and no other.
  'approve-proposal': { whileUndecided: 'depends', afterEnd: true },
  'drop-proposal': { whileUndecided: 'goes-on', afterEnd: true },
  // An objection to marketing holds at once (Art. 21(3)), and so does consent that is withdrawn (Art. 7(3)).
  'stop-processing': { whileUndecided: 'goes-on', afterEnd: false },
};
