import { localDate, plusWorkingDays } from '../clock/deadline.ts';
import { calendarOf } from './clock-of.ts';
import type { ClockCommand } from './command.ts';
import { events, outOfOrder, refuse, type Decision, type Given } from './decision.ts';
import { isSilent } from './hold-rules.ts';
import { isStronglyProven } from './proofs.ts';
import { asLiving, type OpenedCase } from './state.ts';

/** Decides what moves the dates, and what reminds of them (Art. 12(3)-(4), (6); EDPB 01/2022, 157-164). */
export function decideClock(state: OpenedCase, given: Given<ClockCommand>): Decision {
  const { command, first } = given;
  switch (command.type) {
    case 'ask':
      return ask(state, { ...given, command });
    case 'answer-asking': {
      const asking = state.askings.find(({ id }) => id === command.asking);
      if (asking === undefined || asLiving(state) === undefined) return outOfOrder(state, command);
      if (asking.answeredAt !== null) return events();
      return events({ type: 'asking-answered', ...first, asking: asking.id, everything: command.everything });
    }
    case 'correct-receipt': {
      const { receivedAt, receivedLocalDate, due, extendedDue, text } = command;
      if (receivedAt > state.facts.at)
        return refuse('wrong-date', 'A request cannot have been received after it was registered.');
      return receivedAt === state.facts.receivedAt
        ? events()
        : events({ type: 'receipt-corrected', ...first, receivedAt, receivedLocalDate, due, extendedDue, text });
    }
    case 'extend':
      return extend(state, { ...given, command });
    case 'warn-deadline':
      return state.warned.includes(command.daysLeft)
        ? events()
        : events({ type: 'deadline-warned', ...first, due: state.due, daysLeft: command.daysLeft });
    case 'owe-status':
      return state.statusOwed.includes(state.due)
        ? events()
        : events({ type: 'status-owed', ...first, due: state.due });
    case 'alert':
      return state.alerts.some(({ key }) => key === command.key)
        ? events()
        : events({ type: 'alerted', ...first, alert: command.alert, key: command.key });
  }
}

/**
 * More is asked for only with a reason. The period rests until the answer only where that was wanted and asked without
 * undue delay: within the policy's working days of the receipt or of the new doubt (practice 12).
 */
function ask(state: OpenedCase, given: Given<Extract<ClockCommand, { readonly type: 'ask' }>>): Decision {
  const { command, first, now } = given;
  const { about, why, text, doubtSince, suspend } = command;
  const today = localDate(now, state.facts.timeZone);
  if (asLiving(state) === undefined || isSilent(state)) return outOfOrder(state, command);
  if (state.askings.some((one) => one.about === about && one.answeredAt === null))
    return refuse('out-of-order', 'This is asked already, and not answered yet.');
  const forClarity = why === 'large-amount' || why === 'request-not-understood';
  if (forClarity !== (about === 'clarification'))
    return refuse('wrong-ground', 'This reason is not one for asking this (Art. 12(6), recital 63).');
  if (doubtSince < state.facts.receivedLocalDate || doubtSince > today)
    return refuse('wrong-date', 'The reason to ask lies between the receipt and today.');
  if (about === 'identity' && isStronglyProven(state))
    return refuse('wrong-ground', 'The identity is proven as strongly as it can be: there is nothing left to ask for.');
  if (suspend && today > state.due)
    return refuse('too-late-to-suspend', `The period ended on ${state.due}: what is over cannot rest.`);
  const lastDay = plusWorkingDays(doubtSince, state.facts.rules.askWithinWorkingDays, calendarOf(state));
  if (suspend && today > lastDay)
    return refuse(
      'too-late-to-suspend',
      `The period can rest only where was asked without undue delay, by ${lastDay}. Ask without a suspension.`,
    );
  const asking = `asking-${state.askings.length + 1}`;
  return events({ type: 'asked', ...first, asking, about, why, text, doubtSince, suspends: suspend });
}

function extend(state: OpenedCase, given: Given<Extract<ClockCommand, { readonly type: 'extend' }>>): Decision {
  const { command, first, now } = given;
  const today = localDate(now, state.facts.timeZone);
  if (state.extended) return refuse('already-extended', `The period was extended already, to ${state.due}.`);
  if (today > state.facts.due)
    return refuse(
      'too-late-to-extend',
      `The notice had to be sent within one month of receipt, by ${state.facts.due} (Art. 12(3)).`,
    );
  if (isSilent(state))
    return refuse('out-of-order', 'Nothing is written to this sender while the request is held: decide on it first.');
  if (state.extensions.length > 0)
    return refuse('already-extended', 'The period is extended as soon as the notice has been sent.');
  const { category, text } = command;
  return events({ type: 'extended', ...first, category, due: state.facts.extendedDue, text });
}
