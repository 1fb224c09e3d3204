import { heldSystems } from '#domain/case/decisions/part-refusals.ts';
import { openChallenge } from '#domain/case/identity/code-rules.ts';
import { contactToConfirm } from '#domain/case/contact/confirmed-contact.ts';
import { erasuresOwed } from '#domain/case/answer/packages.ts';
import { needsConfirming } from '#domain/case/answer/availability.ts';
import { searchOf, type CaseState, type OpenedCase } from '#domain/case/state.ts';
import { subject, workflow } from '../case-book.ts';
import { kindOf } from './any-command.ts';
import { identifiers, pick, type Dice } from './choices.ts';
import { people, type Step } from './next-command.ts';

const text = 'text-1';

/** What the person does with the code that was sent to a new contact point. */
function contactCode(state: OpenedCase, now: string, die: number): Step | undefined {
  const code = openChallenge(state, 'contact', now);
  if (!code.ok) return undefined;
  return code.challenge.tries === 0
    ? [{ type: 'count-try', purpose: 'contact' }, subject]
    : [{ type: 'enter-contact-code', challenge: code.challenge.id, signedIn: die % 2 === 0 }, subject];
}

/** A change of the contact point, and its confirmation. */
function contactSteps(state: OpenedCase, now: string, [, b, c, d]: Dice): readonly (Step | undefined)[] {
  return [
    contactToConfirm(state.common, now) && !openChallenge(state, 'contact', now).ok
      ? [{ type: 'issue-code', purpose: 'contact' }, subject]
      : undefined,
    needsConfirming(state, now) && c % 2 === 0 ? [{ type: 'confirm-contact', text }, pick(people, d)] : undefined,
    c % 4 === 0
      ? [{ type: 'change-contact', to: pick(identifiers.slice(0, 2), b), oldIsLost: false }, subject]
      : undefined,
  ];
}

/** One of the pending things: what staff or the person would do about it. */
export function followUp(state: CaseState, now: string, [a, b, c, d]: Dice): Step | undefined {
  if (state === undefined) return undefined;
  const person = pick(people, d);
  const delivery = state.common.deliveries.at(-1);
  const proposal = state.common.proposals.find((one) => one.state === 'open');
  const asking = state.common.askings.find(({ answeredAt }) => answeredAt === null);
  const fee = state.common.fees.find(({ answer }) => answer === null);
  const givenUp = searchOf(state)?.systems.find((system) => system.givenUp && system.deliveredIn !== null);
  const inForce =
    state.common.refusals.findLastIndex(({ scope, standing }) => scope === 'part' && standing === 'in-force') + 1;
  const [unwanted] = erasuresOwed(state);
  const begun = [...state.common.letters.values()].find(({ sentAt }) => sentAt === null);
  const [lockedOut] = state.common.lockedOut;
  // Few histories reach a state in which these are possible.
  const seldom: readonly (Step | undefined)[] = [
    fee && [{ type: 'answer-fee', fee: fee.id, answer: pick(['accepted', 'declined', 'no-answer'], b) }, subject],
    inForce > 0 ? [{ type: 'take-back-refusal', refusal: inForce }, person] : undefined,
    inForce === 0 && heldSystems(state).length > 0 && b % 8 === 0
      ? [
          { type: 'refuse', scope: 'part', ground: 'others-rights', text, items: [kindOf(state, d, 'others-rights')] },
          person,
        ]
      : undefined,
    lockedOut === undefined ? undefined : [{ type: 'let-in', staff: lockedOut, text }, person],
    contactCode(state, now, b),
  ];
  const open: readonly (Step | undefined)[] = [
    ...(c % 2 === 0 ? [] : seldom),
    proposal && [{ type: 'approve-proposal', proposal: proposal.id }, person],
    asking && [{ type: 'answer-asking', asking: asking.id, everything: b % 2 === 0 }, subject],
    state.common.retentionObjections.at(-1)?.decision === null
      ? [{ type: 'decide-retention-objection', upheld: b % 2 === 0, text }, person]
      : undefined,
    state.common.breaches.length > 0
      ? [
          {
            type: 'update-breach',
            breach: 'breach-1',
            step: pick(['authority-notified', 'person-notified', 'closed'], b),
            text,
          },
          person,
        ]
      : undefined,
    delivery && c % 3 === 0
      ? [{ type: 'record-breach', awareAt: now, round: delivery.round, text }, person]
      : undefined,
    searchOf(state) || delivery
      ? [
          { type: 'mark-circumstance', circumstance: pick(['shared-mailbox', 'shared-phone'], b), present: c % 3 > 0 },
          person,
        ]
      : undefined,
    delivery ? [{ type: 'issue-code', purpose: 'download' }, subject] : undefined,
    ...contactSteps(state, now, [a, b, c, d]),
    unwanted && [{ type: 'record-erasure', round: unwanted.round, attempt: unwanted.attempt }, workflow],
    begun === undefined ? undefined : [{ type: 'record-letter', letter: begun.letter, attempt: 1 }, workflow],
    begun !== undefined && c % 3 === 0
      ? [{ type: 'record-failed-letter', letter: begun.letter, attempt: begun.attempt }, workflow]
      : undefined,
    givenUp && [{ type: 'retry-system', system: givenUp.id }, person],
    state.stage.kind === 'closed' ? [{ type: 'reopen', text: null }, subject] : undefined,
    state.common.facts.rights.includes('objection')
      ? [
          {
            type: 'stop-processing',
            right: 'objection',
            text,
            entered: state.common.recordedStops.length > 0 || b % 2 === 0,
          },
          person,
        ]
      : undefined,
  ];
  const possible = seldom.filter((step) => step !== undefined);
  const steps = possible.length > 0 && c % 2 === 0 ? possible : open.filter((step) => step !== undefined);
  return steps.length === 0 ? undefined : pick(steps, a);
}
