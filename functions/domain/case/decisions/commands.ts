import type { Right } from '../../rights.ts';
import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { RefusalGround } from '../vocabulary.ts';
import type { RefusedItem, TwoPersonDecision } from './events.ts';

/**
 * The commands by which staff decide, each with its ground (Art. 12(4), (5)). `text` is always the id of a text on the
 * subject profile.
 */
export type DecisionCommand =
  | {
      readonly type: 'refuse';
      readonly scope: 'whole' | 'part';
      readonly ground: RefusalGround;
      readonly text: string;
      /** The refused kinds of record. Only a request that a package answers (for access) has such a list. */
      readonly items?: readonly RefusedItem[];
      /** The number, within the case, of the refusal that this one replaces. */
      readonly restates?: number;
      readonly evidence?: Extract<TwoPersonDecision, { readonly kind: 'refuse-whole' }>['evidence'];
    }
  | { readonly type: 'take-back-refusal'; readonly refusal: number }
  | ({
      readonly type: 'charge-fee';
      /** For `further-copy`: whether the person has had an answer in an earlier case. */
      readonly earlierAnswer?: boolean;
    } & Omit<Extract<TwoPersonDecision, { readonly kind: 'charge-fee' }>, 'kind'>)
  | { readonly type: 'answer-fee'; readonly fee: string; readonly answer: EventOf<'fee-answered'>['answer'] }
  | { readonly type: 'approve-proposal'; readonly proposal: string }
  | { readonly type: 'drop-proposal'; readonly proposal: string }
  | {
      readonly type: 'stop-processing';
      readonly right: Right;
      readonly text: string;
      /**
       * Whether staff have entered the stop in the systems. `false`: staff have noted the stop and must still enter it.
       */
      readonly entered: boolean;
    };

export const decisionCommands: CommandsOf<DecisionCommand> = {
  refuse: { whileUndecided: 'waits', afterEnd: false },
  'take-back-refusal': { whileUndecided: 'goes-on', afterEnd: false },
  'charge-fee': { whileUndecided: 'waits', afterEnd: false },
  // While a circumstance is undecided, a reply of the person is recorded, and `no-answer` is refused.
  'answer-fee': { whileUndecided: 'depends', afterEnd: false },
  // While a circumstance is undecided, only the decision on the circumstance can be approved.
  'approve-proposal': { whileUndecided: 'depends', afterEnd: true },
  'drop-proposal': { whileUndecided: 'goes-on', afterEnd: true },
  // An objection to marketing takes effect at once (Art. 21(3)), and so does the withdrawal of consent (Art. 7(3)).
  'stop-processing': { whileUndecided: 'goes-on', afterEnd: false },
};
