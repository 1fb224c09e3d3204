import type { CustodyCommand } from './commands.ts';
import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { refuse } from '../refusals/refuse.ts';
import { hasEnded, type OpenedCase } from '../state.ts';

/** Hours within which the controller must notify the authority of a breach, from becoming aware of it (Art. 33(1)). */
export const breachHours = 72;

/** Decides on the retention of a case and on its breaches (Art. 5(1)(e), 33; practice 13, 17). */
export function decideCustody(state: OpenedCase, given: Given<CustodyCommand>): Decision {
  const { common } = state;
  const { command, first, now } = given;
  switch (command.type) {
    case 'set-legal-hold':
      return common.legalHold ? events() : events({ type: 'legal-hold-set', ...first, text: command.text });
    case 'lift-legal-hold':
      return common.legalHold ? events({ type: 'legal-hold-lifted', ...first }) : events();
    case 'object-to-retention':
      return events({ type: 'retention-objected', ...first, text: command.text });
    case 'decide-retention-objection': {
      const { upheld, text } = command;
      return common.retentionObjections.at(-1)?.decision === null
        ? events({ type: 'retention-objection-decided', ...first, upheld, text })
        : refuse('no-objection-open');
    }
    case 'record-breach': {
      const { awareAt, round, text } = command;
      if (awareAt > now) return refuse('aware-later-than-now');
      const delivery = common.deliveries.find((one) => one.round === round);
      if (round !== null && delivery === undefined) return refuse('no-such-answer');
      return events(
        {
          type: 'breach-recorded',
          ...first,
          breach: `breach-${common.breaches.length + 1}`,
          awareAt,
          // An end on a weekend is not moved to a working day: Regulation 1182/71, Art. 3(4), does not move the end of
          // a period in hours.
          notifyBy: new Date(Date.parse(awareAt) + breachHours * 60 * 60_000).toISOString(),
          round,
          text,
        },
        ...(delivery === undefined || delivery.revoked
          ? []
          : [{ type: 'delivery-revoked', ...first, round: delivery.round } as const]),
        { type: 'alerted', ...first, alert: 'breach', key: `breach/${common.breaches.length + 1}` },
      );
    }
    case 'update-breach': {
      const { breach, step, text } = command;
      const known = common.breaches.find(({ id }) => id === breach);
      if (known === undefined) return outOfOrder(state);
      return known.steps.some((one) => one.step === step)
        ? events()
        : events({ type: 'breach-updated', ...first, breach, step, text });
    }
    case 'purge-material':
      // Staff still need the findings of an open case.
      if (!hasEnded(state)) return outOfOrder(state);
      if (common.legalHold) return refuse('kept-by-legal-hold');
      return common.purged ? events() : events({ type: 'material-purged', ...first });
  }
}
