import { withCommon, type OpenedCase, type Stage } from '../state.ts';
import type { HandlingEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveHandling(state: OpenedCase, event: HandlingEvent): OpenedCase {
  switch (event.type) {
    case 'assigned':
      return withCommon(state, { owner: event.to });
    case 'staff-locked-out':
      return lockedOut(state, event.staff);
    case 'staff-let-in':
      return letIn(state, event.staff);
    case 'note-added':
      return state;
  }
}

/**
 * Locks a member of staff out. A member who is locked out no longer owns the case. Their open proposals are dropped,
 * and their approval of an answer that is not yet released no longer counts.
 */
function lockedOut({ common, stage }: OpenedCase, staff: string): OpenedCase {
  return {
    common: {
      ...common,
      lockedOut: new Set([...common.lockedOut, staff]),
      owner: common.owner === staff ? null : common.owner,
      proposals: common.proposals.map((one) =>
        one.state === 'open' && one.by.id === staff ? { ...one, state: 'dropped' } : one,
      ),
    },
    stage:
      stage.kind === 'closed' && stage.resume !== null
        ? { ...stage, resume: notApprovedBy(stage.resume, staff) }
        : notApprovedBy(stage, staff),
  };
}

/** The stage without the approval of a member of staff. An answer that is already released stays released. */
function notApprovedBy<At extends Stage>(stage: At, staff: string): At {
  if (stage.kind !== 'reviewing') return stage;
  const approvals = stage.screening.approvals.filter(({ id }) => id !== staff);
  return { ...stage, screening: { ...stage.screening, approvals } };
}

/**
 * Gives a member of staff access to the case again. Approvals and proposals from before the lock-out do not count
 * again.
 */
function letIn(state: OpenedCase, staff: string): OpenedCase {
  const lockedOut = new Set([...state.common.lockedOut].filter((id) => id !== staff));
  return withCommon(state, { lockedOut, letIn: [...state.common.letIn, staff] });
}
