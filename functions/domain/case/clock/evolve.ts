import type { Asking, CaseState, OpenedCase } from '../state.ts';
import { isExtended } from './clock-of.ts';
import type { ClockEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveClock(state: OpenedCase, event: ClockEvent): CaseState {
  switch (event.type) {
    case 'receipt-corrected': {
      const { receivedAt, receivedLocalDate, due, extendedDue } = event;
      return dated({
        ...state,
        facts: { ...state.facts, receivedAt, receivedLocalDate, due, extendedDue },
        warned: [],
      });
    }
    case 'asked': {
      const { asking, about, why, text, suspends } = event;
      const asked = { id: asking, about, why, text, askedAt: event.at, answeredAt: null, suspends };
      return { ...state, askings: [...state.askings, asked] };
    }
    case 'asking-answered':
      return { ...state, askings: answeredAt(state.askings, event.at, ({ id }) => id === event.asking) };
    case 'deadline-warned':
      return { ...state, warned: [...state.warned, event.daysLeft] };
    case 'status-owed':
      return { ...state, statusOwed: [...state.statusOwed, event.due] };
    case 'alerted':
      return { ...state, alerts: [...state.alerts, event] };
    case 'extended':
      return { ...state, extensions: [...state.extensions, event] };
  }
}

/**
 * The legal date follows from the receipt and the notices that were sent in time. A new date has warnings of its own.
 */
export function dated(state: OpenedCase): OpenedCase {
  const extended = isExtended(state);
  const due = extended ? state.facts.extendedDue : state.facts.due;
  return due === state.due ? { ...state, extended } : { ...state, extended, due, warned: [] };
}

/** The questions, with those marked as answered that a proof or a reply answers. */
export function answeredAt(
  askings: readonly Asking[],
  at: string,
  which: (asking: Asking) => boolean,
): readonly Asking[] {
  return askings.map((one) => (one.answeredAt === null && which(one) ? { ...one, answeredAt: at } : one));
}
