import { withCommon, type OpenedCase } from '../state.ts';
import type { CustodyEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveCustody(state: OpenedCase, event: CustodyEvent): OpenedCase {
  const { common } = state;
  switch (event.type) {
    case 'legal-hold-set':
      return withCommon(state, { legalHold: true });
    case 'legal-hold-lifted':
      return withCommon(state, { legalHold: false });
    case 'retention-objected':
      return withCommon(state, {
        retentionObjections: [...common.retentionObjections, { at: event.at, text: event.text, decision: null }],
      });
    case 'retention-objection-decided':
      return withCommon(state, {
        retentionObjections: common.retentionObjections.map((one) =>
          one.decision === null ? { ...one, decision: event } : one,
        ),
      });
    case 'breach-recorded': {
      const { breach: id, awareAt, notifyBy, round, text } = event;
      return withCommon(state, {
        breaches: [...common.breaches, { id, awareAt, notifyBy, round, text, steps: [] }],
      });
    }
    case 'breach-updated':
      return withCommon(state, {
        breaches: common.breaches.map((one) =>
          one.id === event.breach ? { ...one, steps: [...one.steps, event] } : one,
        ),
      });
    case 'material-purged':
      return withCommon(state, {
        purged: true,
        packages: common.packages.map((one) => ({ ...one, erased: true })),
      });
  }
}
