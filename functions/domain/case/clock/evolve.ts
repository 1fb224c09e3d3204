import { withCommon, type Asking, type OpenedCase } from '../state.ts';
import { isExtended } from './clock-of.ts';
import type { ClockEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveClock(state: OpenedCase, event: ClockEvent): OpenedCase {
  switch (event.type) {
    case 'receipt-corrected': {
      const { receivedAt, receivedLocalDate, due, extendedDue } = event;
      return dated(
        withCommon(state, {
          facts: { ...state.common.facts, receivedAt, receivedLocalDate, due, extendedDue },
          warned: [],
        }),
      );
    }
    case 'asked': {
      const { asking, about, why, text, suspends } = event;
      const asked = { id: asking, about, why, text, askedAt: event.at, answeredAt: null, suspends };
      return withCommon(state, { askings: [...state.common.askings, asked] });
    }
    case 'asking-answered':
      return withCommon(state, {
        askings: answeredAt(state.common.askings, event.at, ({ id }) => id === event.asking),
      });
    case 'deadline-warned':
      return withCommon(state, { warned: [...state.common.warned, event.daysLeft] });
    case 'status-owed':
      return withCommon(state, { statusOwed: [...state.common.statusOwed, event.due] });
    case 'alerted':
      return withCommon(state, { alerts: [...state.common.alerts, event] });
    case 'extended':
      return withCommon(state, { extensions: [...state.common.extensions, event] });
  }
}

/**
 * The legal date follows from the receipt and the notices that were sent in time. A new date has warnings of its own.
 */
export function dated(state: OpenedCase): OpenedCase {
  const extended = isExtended(state.common);
  const due = extended ? state.common.facts.extendedDue : state.common.facts.due;
  return due === state.common.due ? withCommon(state, { extended }) : withCommon(state, { extended, due, warned: [] });
}

/** The questions, with those marked as answered that a proof or a reply answers. */
export function answeredAt(
  askings: readonly Asking[],
  at: string,
  which: (asking: Asking) => boolean,
): readonly Asking[] {
  return askings.map((one) => (one.answeredAt === null && which(one) ? { ...one, answeredAt: at } : one));
}
