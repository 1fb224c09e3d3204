import { localDate } from '../../clock/deadline.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { CaseEvent } from '../events.ts';
import { closed } from '../lifecycle/ending-rules.ts';
import { isSilent } from '../lifecycle/hold-rules.ts';
import { refuse } from '../refusals/refuse.ts';
import { asLiving, hasEnded, type OpenedCase } from '../state.ts';
import type { DecisionCommand } from './commands.ts';
import type { RefusedItem, TwoPersonDecision } from './events.ts';
import { isAnsweredByPackage, isCarriedOut, isHeld, isOver, isToldLater, partRefusals } from './part-refusals.ts';
import { effects, lateRefusal, needsSecondPerson, propose } from './two-persons.ts';

/**
 * Decides on the commands by which staff refuse, charge or stop something, each with its ground (Art. 12(2), (4), (5);
 * practice 6, 9, 15, 18).
 */
export function decideDecision(state: OpenedCase, given: Given<DecisionCommand>): Decision {
  const { common } = state;
  const { command, first } = given;
  switch (command.type) {
    case 'refuse':
      return refuseRequest(state, { ...given, command });
    case 'take-back-refusal': {
      const refusal = common.refusals[command.refusal - 1];
      if (refusal?.scope !== 'part' || asLiving(state) === undefined) return outOfOrder(state);
      if (refusal.standing === 'taken-back') return events();
      if (refusal.standing === 'restated') return outOfOrder(state);
      if (isCarriedOut(state, refusal)) return refuse('refusal-carried-out');
      return events({ type: 'refusal-taken-back', ...first, refusal: command.refusal });
    }
    case 'charge-fee':
      return chargeFee(state, { ...given, command });
    case 'answer-fee': {
      const fee = common.fees.find(({ id }) => id === command.fee);
      if (fee === undefined) return outOfOrder(state);
      if (fee.answer !== null) return events();
      if (command.answer === 'no-answer' && localDate(given.now, common.facts.timeZone) <= fee.answerBy)
        return refuse('fee-answer-open', { answerBy: fee.answerBy });
      return events({ type: 'fee-answered', ...first, fee: fee.id, answer: command.answer });
    }
    case 'approve-proposal': {
      const proposal = common.proposals.find(({ id }) => id === command.proposal);
      if (hasEnded(state) && (proposal === undefined || !isDecidedAfterEnd(proposal.decision)))
        return refuse('case-ended');
      if (proposal === undefined) return outOfOrder(state);
      if (proposal.state !== 'open') return events();
      if (needsSecondPerson(common) && proposal.by.id === first.by.id) return refuse('second-person-agrees');
      if (
        proposal.decision.kind === 'charge-fee' &&
        proposal.decision.answerBy <= localDate(given.now, common.facts.timeZone)
      )
        return refuse('fee-proposal-too-old', { answerBy: proposal.decision.answerBy });
      if (proposal.decision.kind === 'charge-fee' && isAnswered(state)) return outOfOrder(state);
      return effects(state, given, proposal.id, proposal.decision);
    }
    case 'drop-proposal': {
      const proposal = common.proposals.find(({ id }) => id === command.proposal);
      if (hasEnded(state) && (proposal === undefined || !isDecidedAfterEnd(proposal.decision)))
        return refuse('case-ended');
      if (proposal === undefined) return outOfOrder(state);
      return proposal.state === 'open'
        ? events({ type: 'decision-dropped', ...first, proposal: proposal.id })
        : events();
    }
    case 'stop-processing':
      return stopProcessing(state, { ...given, command });
  }
}

/**
 * Whether a proposal can still be decided after the end of the case. An answer may still be fetched then, so staff can
 * decide on the contact point and on circumstances.
 */
function isDecidedAfterEnd({ kind }: TwoPersonDecision): boolean {
  switch (kind) {
    case 'refuse-whole':
    case 'charge-fee':
    case 'override-proof':
      return false;
    case 'decide-circumstance':
    case 'change-contact':
    case 'confirm-contact':
    case 'move-to-post':
      return true;
  }
}

function refuseRequest(
  state: OpenedCase,
  given: Given<Extract<DecisionCommand, { readonly type: 'refuse' }>>,
): Decision {
  const { common } = state;
  const { command, first, third, now } = given;
  const { scope, ground, text, evidence = null, items = [], restates = null } = command;
  if (asLiving(state) === undefined) return outOfOrder(state);
  if (scope === 'whole' && ground === 'others-rights') return refuse('others-rights-refuse-a-part');
  if ((ground === 'abuse') !== (evidence !== null)) return refuse('abuse-needs-four-things');
  if (scope === 'whole') return propose(state, given, { kind: 'refuse-whole', ground, text, evidence });
  if (ground === 'abuse' || items.some((item) => item.ground === 'abuse')) return refuse('abuse-as-a-whole');
  const wrong = wrongPart(state, items, restates, localDate(now, common.facts.timeZone));
  if (wrong !== undefined) return wrong;
  // `common.due` includes a valid extension: a refusal by that day is not late (practice 6).
  const late = localDate(now, common.facts.timeZone) > common.due;
  return events(...(late ? [lateRefusal(common, first)] : []), {
    type: 'refused',
    ...third,
    scope,
    ground,
    text,
    late,
    items: [...items],
    restates,
  });
}

/**
 * Why a part cannot be refused; `undefined` if it can be. If a package answers the request, the refusal must name kinds
 * of record that the case holds and that no answer has contained yet. The package can leave out only kinds of record
 * that are named.
 */
function wrongPart(
  state: OpenedCase,
  items: readonly RefusedItem[],
  restates: number | null,
  today: string,
): Decision | undefined {
  const before = restates === null ? undefined : state.common.refusals[restates - 1];
  if (restates !== null) {
    if (before?.scope !== 'part' || before.standing !== 'in-force') return outOfOrder(state);
    if (isCarriedOut(state, before)) return refuse('refusal-carried-out');
  }
  if (!isAnsweredByPackage(state.common)) return items.length > 0 ? refuse('nothing-of-that-kind-held') : undefined;
  if (items.length === 0) return refuse('part-names-what-is-held');
  if (items.some((item) => isToldLater(state, item))) return refuse('told-after-stronger-proof');
  const past = items.find((item) => isOver(item, today));
  if (past !== undefined) return refuse('refused-until-past', { until: past.until ?? today });
  if (items.some((item) => !isHeld(state, item))) return refuse('nothing-of-that-kind-held');
  const names = [
    ...partRefusals(state.common)
      .filter((one) => one !== before)
      .flatMap((one) => one.items),
    ...items,
  ].map(({ system, resource }) => `${system}/${resource}`);
  return new Set(names).size < names.length ? refuse('kind-refused-already') : undefined;
}

/**
 * Whether an answer has been sent. The person then has the answer, and no fee can be charged for it any more (Art.
 * 12(5)).
 */
function isAnswered({ common, stage }: OpenedCase): boolean {
  return stage.kind === 'delivered' || common.deliveries.some(({ revoked }) => !revoked);
}

/**
 * Decides on a fee. A fee is justified only for a further copy, or by the facts of an excessive request (Art. 12(5)). A
 * short time since an earlier request does not justify a fee.
 */
function chargeFee(
  state: OpenedCase,
  given: Given<Extract<DecisionCommand, { readonly type: 'charge-fee' }>>,
): Decision {
  const { command, now } = given;
  const { basis, amount, currency, facts, costs, answerBy, earlierAnswer } = command;
  if (asLiving(state) === undefined) return outOfOrder(state);
  if (isSilent(state)) return refuse('sender-not-written-to');
  if (basis === 'further-copy' && earlierAnswer !== true) return refuse('first-copy-is-free');
  if (isAnswered(state)) return outOfOrder(state);
  if (answerBy <= localDate(now, state.common.facts.timeZone)) return refuse('fee-needs-time-to-answer');
  return propose(state, given, { kind: 'charge-fee', basis, amount, currency, facts, costs, answerBy });
}

/** Stops marketing, or processing after a withdrawal of consent, without a proof of identity (Art. 7(3), 21(3)). */
function stopProcessing(
  state: OpenedCase,
  given: Given<Extract<DecisionCommand, { readonly type: 'stop-processing' }>>,
): Decision {
  const { common } = state;
  const { command, first, second } = given;
  const { right, text, entered } = command;
  if (asLiving(state) === undefined || !common.facts.rights.includes(right)) return outOfOrder(state);
  if (right !== 'objection' && right !== 'consent-withdrawal') return refuse('stopped-without-proof');
  if (common.carriedOut.some((one) => one.right === right)) return events();
  if (!entered)
    return common.recordedStops.some((one) => one.right === right)
      ? events()
      : events({ type: 'stop-recorded', ...first, right, text });
  const done: CaseEvent = { type: 'right-carried-out', ...first, right, text };
  const open = common.facts.rights.some(
    (one) =>
      one !== right &&
      common.carriedOut.every((earlier) => earlier.right !== one) &&
      // If a right was split off, another case answers it.
      !common.splits.some(({ rights }) => rights.includes(one)),
  );
  return events(done, ...(open ? [] : [closed(second, 'carried-out')]));
}
