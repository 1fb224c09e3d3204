import type { CaseState, OpenedCase } from '../state.ts';
import type { HandlingEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveHandling(state: OpenedCase, event: HandlingEvent): CaseState {
  switch (event.type) {
    case 'assigned':
      return { ...state, owner: event.to };
    case 'staff-locked-out':
      return lockedOut(state, event.staff);
    case 'staff-let-in':
      return letIn(state, event.staff);
    case 'note-added':
      return state;
  }
}

/** A member of staff who is locked out loses the case. Their earlier approvals and proposals no longer count. */
export function lockedOut(state: OpenedCase, staff: string): OpenedCase {
  const common = {
    lockedOut: new Set([...state.lockedOut, staff]),
    owner: state.owner === staff ? null : state.owner,
    proposals: state.proposals.map((one) =>
      one.state === 'open' && one.by.id === staff ? { ...one, state: 'dropped' as const } : one,
    ),
  };
  if (state.status === 'reviewing')
    return { ...state, ...common, approvals: state.approvals.filter(({ id }) => id !== staff) };
  if (state.status === 'closed' && state.resume?.status === 'reviewing') {
    const approvals = state.resume.approvals.filter(({ id }) => id !== staff);
    return { ...state, ...common, resume: { ...state.resume, approvals } };
  }
  return { ...state, ...common };
}

/** Undoing a lock-out gives access to the case again. Approvals and proposals that were lost stay lost. */
export function letIn(state: OpenedCase, staff: string): OpenedCase {
  const lockedOut = new Set([...state.lockedOut].filter((id) => id !== staff));
  return { ...state, lockedOut, letIn: [...state.letIn, staff] };
}
