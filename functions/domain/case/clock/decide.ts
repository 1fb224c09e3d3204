import { localDate, plusWorkingDays } from '../../clock/deadline.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import { isStronglyProven } from '../identity/proofs.ts';
import { isSilent } from '../lifecycle/hold-rules.ts';
import { refuse } from '../refusals/refuse.ts';
import { asLiving, type OpenedCase } from '../state.ts';
import { calendarOf } from './clock-of.ts';
import type { ClockCommand } from './commands.ts';

/** Decides on changes of the dates, and on reminders (Art. 12(3)-(4), (6); EDPB 01/2022, 157-164). */
export function decideClock(state: OpenedCase, given: Given<ClockCommand>): Decision {
  const { common } = state;
  const { command, first } = given;
  switch (command.type) {
    case 'ask':
      return ask(state, { ...given, command });
    case 'answer-asking': {
      const asking = common.askings.find(({ id }) => id === command.asking);
      if (asking === undefined || asLiving(state) === undefined) return outOfOrder(state);
      if (asking.answeredAt !== null) return events();
      return events({ type: 'asking-answered', ...first, asking: asking.id, everything: command.everything });
    }
    case 'correct-receipt': {
      const { receivedAt, receivedLocalDate, due, extendedDue, text } = command;
      if (receivedAt > common.facts.at) return refuse('received-after-registration');
      return receivedAt === common.facts.receivedAt
        ? events()
        : events({ type: 'receipt-corrected', ...first, receivedAt, receivedLocalDate, due, extendedDue, text });
    }
    case 'extend':
      return extend(state, { ...given, command });
    case 'warn-deadline':
      return common.warned.includes(command.daysLeft)
        ? events()
        : events({ type: 'deadline-warned', ...first, due: common.due, daysLeft: command.daysLeft });
    case 'owe-status':
      return common.statusOwed.includes(common.due)
        ? events()
        : events({ type: 'status-owed', ...first, due: common.due });
    case 'alert':
      return common.alerts.some(({ key }) => key === command.key)
        ? events()
        : events({ type: 'alerted', ...first, alert: command.alert, key: command.key });
  }
}

/**
 * Decides whether staff may ask the person a question. Staff need a reason to ask for more information. The question
 * suspends the period until the reply if staff choose this and ask without undue delay. Staff ask without undue delay
 * if they ask within the number of working days in `askWithinWorkingDays` of the policy. These days are counted from
 * the receipt or from the new doubt (practice 12).
 */
function ask(state: OpenedCase, given: Given<Extract<ClockCommand, { readonly type: 'ask' }>>): Decision {
  const { common } = state;
  const { command, first, now } = given;
  const { about, why, text, doubtSince, suspend } = command;
  const today = localDate(now, common.facts.timeZone);
  if (asLiving(state) === undefined) return outOfOrder(state);
  if (isSilent(state)) return refuse('sender-not-written-to');
  if (common.askings.some((one) => one.about === about && one.answeredAt === null)) return refuse('asked-already');
  const forClarity = why === 'large-amount' || why === 'request-not-understood';
  if (forClarity !== (about === 'clarification')) return refuse('reason-for-another-question');
  if (doubtSince < common.facts.receivedLocalDate || doubtSince > today)
    return refuse('doubt-outside-case', { received: common.facts.receivedLocalDate, today });
  if (about === 'identity' && isStronglyProven(state)) return refuse('identity-proven-fully');
  if (suspend && today > common.due) return refuse('period-over', { due: common.due });
  const lastDay = plusWorkingDays(doubtSince, common.facts.rules.askWithinWorkingDays, calendarOf(common));
  if (suspend && today > lastDay) return refuse('asked-too-late-to-rest', { lastDay });
  const asking = `asking-${common.askings.length + 1}`;
  return events({ type: 'asked', ...first, asking, about, why, text, doubtSince, suspends: suspend });
}

function extend(state: OpenedCase, given: Given<Extract<ClockCommand, { readonly type: 'extend' }>>): Decision {
  const { common } = state;
  const { command, first, now } = given;
  const today = localDate(now, common.facts.timeZone);
  if (common.extended) return refuse('extended-already', { due: common.due });
  if (today > common.facts.due) return refuse('notice-too-late', { due: common.facts.due });
  if (isSilent(state)) return refuse('sender-not-written-to');
  if (common.extensions.length > 0) return refuse('extension-notice-unsent');
  const { category, text } = command;
  return events({ type: 'extended', ...first, category, due: common.facts.extendedDue, text });
}
