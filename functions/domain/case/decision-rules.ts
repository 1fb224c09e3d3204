import { localDate } from '../clock/deadline.ts';
import type { DecisionCommand } from './command.ts';
import { events, outOfOrder, refuse, type Decision, type Given } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { decideEnding } from './ending-rules.ts';
import { isSilent } from './hold-rules.ts';
import { asLiving, contactAt, type OpenedCase } from './state.ts';
import { effects, lateRefusal, needsSecondPerson, propose } from './two-persons.ts';

/** Decides what staff decide, each with its ground (Art. 12(2), (4), (5); practice 6, 9, 15, 18). */
export function decideDecision(state: OpenedCase, given: Given<DecisionCommand>): Decision {
  const { command, first } = given;
  switch (command.type) {
    case 'lift-hold':
      return liftHold(state, { ...given, command });
    case 'assign':
      if (state.lockedOut.has(command.to))
        return refuse('locked-out', 'This case is not open to them: it concerns them or somebody close to them.');
      return state.owner === command.to ? events() : events({ type: 'assigned', ...first, to: command.to });
    case 'lock-out':
      if (command.staff === first.by.id && first.by.kind === 'staff')
        return refuse('out-of-order', 'Whoever must not see a case hands it over: a colleague locks them out.');
      return state.lockedOut.has(command.staff)
        ? events()
        : events({ type: 'staff-locked-out', ...first, staff: command.staff });
    case 'refuse':
      return refuseRequest(state, { ...given, command });
    case 'charge-fee':
      return chargeFee(state, { ...given, command });
    case 'answer-fee': {
      const fee = state.fees.find(({ id }) => id === command.fee);
      if (fee === undefined) return outOfOrder(state, command);
      if (fee.answer !== null) return events();
      if (command.answer === 'no-answer' && localDate(given.now, state.facts.timeZone) <= fee.answerBy)
        return refuse('wrong-date', `The person may answer until ${fee.answerBy}.`);
      return events({ type: 'fee-answered', ...first, fee: fee.id, answer: command.answer });
    }
    case 'approve-proposal': {
      const proposal = state.proposals.find(({ id }) => id === command.proposal);
      if (proposal === undefined || asLiving(state) === undefined) return outOfOrder(state, command);
      if (proposal.state !== 'open') return events();
      if (needsSecondPerson(state) && proposal.by.id === first.by.id)
        return refuse('second-person-required', 'A second person must agree to this decision.');
      if (
        proposal.decision.kind === 'charge-fee' &&
        proposal.decision.answerBy <= localDate(given.now, state.facts.timeZone)
      )
        return refuse('wrong-date', `The person had until ${proposal.decision.answerBy} to answer: propose it anew.`);
      return events(...effects(state, given, proposal.id, proposal.decision));
    }
    case 'drop-proposal': {
      const proposal = state.proposals.find(({ id }) => id === command.proposal);
      if (proposal === undefined) return outOfOrder(state, command);
      return proposal.state === 'open'
        ? events({ type: 'decision-dropped', ...first, proposal: proposal.id })
        : events();
    }
    case 'end':
    case 'join':
    case 'reopen':
    case 'close':
    case 'stop-processing':
      return decideEnding(state, { ...given, command });
    case 'absorb':
      return state.absorbed.includes(command.case)
        ? events()
        : events({ type: 'absorbed', ...first, case: command.case });
    case 'split': {
      const { matter, rights } = command;
      if (asLiving(state) === undefined) return outOfOrder(state, command);
      if (state.splits.some((one) => one.case === command.case)) return events();
      const gone = state.splits.flatMap((one) => one.rights);
      const mine = rights.every(
        (right) =>
          // Whoever withdraws may ask to stop using what came in: that is an erasure to examine (practice 21).
          (right === 'erasure' || state.facts.rights.includes(right)) && right !== 'access' && !gone.includes(right),
      );
      if (matter === 'request' ? rights.length === 0 || !mine : rights.length > 0)
        return refuse(
          'wrong-ground',
          'A right of this request, other than access, or a complaint or claim is split off.',
        );
      const split: CaseEvent = { type: 'split-off', ...first, matter, rights: [...rights], case: command.case };
      const key = `legal/${matter}`;
      // Whoever answers for the law hears of a complaint or a claim; the access goes on as it was (practice 18).
      const told = matter === 'request' || state.alerts.some((one) => one.key === key);
      return told ? events(split) : events(split, { type: 'alerted', ...first, alert: 'legal', key });
    }
    case 'redirect':
      // Nothing is confirmed, and our own part as controller goes on (practice 9).
      if (asLiving(state) === undefined || isSilent(state)) return outOfOrder(state, command);
      return events({ type: 'redirected', ...first, text: command.text });
    case 'note':
      return events({ type: 'note-added', ...first, text: command.text });
  }
}

function liftHold(state: OpenedCase, given: Given<Extract<DecisionCommand, { readonly type: 'lift-hold' }>>): Decision {
  const { command, first } = given;
  if (state.status !== 'held') return outOfOrder(state, command);
  // The workflow searches and delivers: nothing else may be made of a request that did not ask for that.
  if (!state.facts.rights.includes('access') || state.facts.matter !== 'request')
    return refuse('out-of-order', 'Only a request for access can go on by itself: this one is carried out by staff.');
  if (state.facts.hold === 'mandate-unchecked' && state.mandate?.accepted !== true)
    return refuse('evidence-missing', 'The mandate of the representative is checked and accepted first.');
  const unchanged = contactAt(state, given.now).hash === state.facts.contact.hash;
  if (state.mandate?.answerTo === 'person' && unchanged)
    return refuse(
      'evidence-missing',
      'The person is answered, not the representative: name the person’s contact first.',
    );
  return events({ type: 'hold-lifted', ...first });
}

function refuseRequest(
  state: OpenedCase,
  given: Given<Extract<DecisionCommand, { readonly type: 'refuse' }>>,
): Decision {
  const { command, first, second, now } = given;
  const { scope, ground, text, evidence = null } = command;
  if (asLiving(state) === undefined) return outOfOrder(state, command);
  if (scope === 'whole' && ground === 'others-rights')
    return refuse(
      'wrong-ground',
      'The rights of others never justify refusing everything (recital 63): redact instead.',
    );
  if ((ground === 'abuse') !== (evidence !== null))
    return refuse(
      'evidence-missing',
      'An abuse is shown by four things: whether the data were given freely, the aim, the time elapsed, the pattern (C-526/24).',
    );
  if (scope === 'whole') return propose(state, given, { kind: 'refuse-whole', ground, text, evidence });
  if (ground === 'abuse') return refuse('wrong-ground', 'An abusive request is refused as a whole or not at all.');
  // What turns up during a valid extension goes with the answer, and is not late (practice 6).
  const late = localDate(now, state.facts.timeZone) > state.due;
  return events(...(late ? [lateRefusal(state, first)] : []), {
    type: 'refused',
    ...second,
    scope,
    ground,
    text,
    late,
  });
}

/** A fee is never asked because of the calendar alone: only for a further copy, or with the facts of an excess (12(5)). */
function chargeFee(
  state: OpenedCase,
  given: Given<Extract<DecisionCommand, { readonly type: 'charge-fee' }>>,
): Decision {
  const { command, now } = given;
  const { basis, amount, currency, facts, costs, answerBy, earlierAnswer } = command;
  if (asLiving(state) === undefined || isSilent(state)) return outOfOrder(state, command);
  if (basis === 'further-copy' && earlierAnswer !== true)
    return refuse('wrong-ground', 'The first copy is free (Art. 15(3)): a further copy is one after an answer.');
  if (answerBy <= localDate(now, state.facts.timeZone))
    return refuse('wrong-date', 'The person gets time to answer before anything is charged.');
  return propose(state, given, { kind: 'charge-fee', basis, amount, currency, facts, costs, answerBy });
}
