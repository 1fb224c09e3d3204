import { withCommon, type Asking, type OpenedCase } from '../state.ts';
import { isExtended } from './clock-of.ts';
import type { ClockEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveClock(state: OpenedCase, event: ClockEvent): OpenedCase {
  const { common } = state;
  switch (event.type) {
    case 'receipt-corrected': {
      const { receivedAt, receivedLocalDate, due, extendedDue } = event;
      return dated(
        withCommon(state, {
          facts: { ...common.facts, receivedAt, receivedLocalDate, due, extendedDue },
          warned: [],
        }),
      );
    }
    case 'asked': {
      const { asking, about, why, text, suspends } = event;
      const asked = { id: asking, about, why, text, askedAt: event.at, answeredAt: null, suspends };
      return withCommon(state, { askings: [...common.askings, asked] });
    }
    case 'asking-answered':
      return withCommon(state, {
        askings: answeredAt(common.askings, event.at, ({ id }) => id === event.asking),
      });
    case 'deadline-warned':
      return withCommon(state, { warned: [...common.warned, event.daysLeft] });
    case 'status-owed':
      return withCommon(state, { statusOwed: [...common.statusOwed, event.due] });
    case 'alerted':
      return withCommon(state, { alerts: [...common.alerts, event] });
    case 'extended':
      return withCommon(state, { extensions: [...common.extensions, event] });
  }
}

/**
 * Sets the legal date: the date with an extension if its notice was sent in time, otherwise the date without one. If
 * the legal date changes, staff are warned again.
 */
export function dated(state: OpenedCase): OpenedCase {
  const { common } = state;
  const extended = isExtended(common);
  const due = extended ? common.facts.extendedDue : common.facts.due;
  return due === common.due ? withCommon(state, { extended }) : withCommon(state, { extended, due, warned: [] });
}

/** Marks as answered the open questions for which `which` returns `true`. */
export function answeredAt(
  askings: readonly Asking[],
  at: string,
  which: (asking: Asking) => boolean,
): readonly Asking[] {
  return askings.map((one) => (one.answeredAt === null && which(one) ? { ...one, answeredAt: at } : one));
}
