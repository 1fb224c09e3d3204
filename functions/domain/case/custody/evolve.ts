import type { CaseState, OpenedCase } from '../state.ts';
import type { CustodyEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveCustody(state: OpenedCase, event: CustodyEvent): CaseState {
  switch (event.type) {
    case 'legal-hold-set':
      return { ...state, legalHold: true };
    case 'legal-hold-lifted':
      return { ...state, legalHold: false };
    case 'retention-objected':
      return {
        ...state,
        retentionObjections: [...state.retentionObjections, { at: event.at, text: event.text, decision: null }],
      };
    case 'retention-objection-decided':
      return {
        ...state,
        retentionObjections: state.retentionObjections.map((one) =>
          one.decision === null ? { ...one, decision: event } : one,
        ),
      };
    case 'breach-recorded': {
      const { breach: id, awareAt, notifyBy, round, text } = event;
      return { ...state, breaches: [...state.breaches, { id, awareAt, notifyBy, round, text, steps: [] }] };
    }
    case 'breach-updated':
      return {
        ...state,
        breaches: state.breaches.map((one) =>
          one.id === event.breach ? { ...one, steps: [...one.steps, event] } : one,
        ),
      };
    case 'material-purged':
      return { ...state, purged: true, packages: state.packages.map((one) => ({ ...one, erased: true })) };
  }
}
