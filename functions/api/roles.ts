import type { StaffCommand } from './staff-command.ts';

/** What staff may be; a person may be several. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The roles that may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

type Ending = Extract<StaffCommand, { readonly type: 'end' }>['ending'];
/** What of a command decides who may give it: its type, and of an ending which. */
export type CommandKind =
  | { readonly type: Exclude<StaffCommand['type'], 'end'> }
  | { readonly type: 'end'; readonly ending: Ending };

/** Whether one of these roles may give a command. The interface asks it, and the console offers by it. */
export function mayGive(roles: ReadonlySet<Role>, command: CommandKind): boolean {
  // Whoever is locked out may be the data protection officer: then an approver undoes it.
  return roles.has(roleFor(command)) || (command.type === 'let-in' && roles.has('approver'));
}

/** The role that a command takes. */
export function roleFor(command: CommandKind): Role {
  switch (command.type) {
    case 'lift-hold':
    case 'assign':
    case 'mark-circumstance':
    case 'record-mandate':
    case 'ask':
    case 'answer-asking':
    case 'record-identity-check':
    case 'enter-code':
    case 'change-contact':
    case 'confirm-contact':
    case 'move-to-post':
    case 'record-posted':
    case 'approve-search':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'confirm-freeze':
    case 'join':
    case 'split':
    case 'redirect':
    case 'stop-processing':
    case 'answer-fee':
    case 'object-to-retention':
    case 'record-breach':
    case 'note':
      return 'case-worker';
    case 'end':
      // What the person asked for, or never asked for, anybody may record; the others are decisions against somebody.
      return command.ending === 'withdrawn' || command.ending === 'not-a-request' ? 'case-worker' : 'approver';
    case 'release':
    case 'extend':
    case 'correct-receipt':
    case 'refuse':
    case 'take-back-refusal':
    case 'charge-fee':
    case 'override-proof':
    case 'decide-circumstance':
    case 'approve-proposal':
    case 'drop-proposal':
    case 'give-up-system':
    case 'reopen':
      return 'approver';
    case 'lock-out':
    case 'let-in':
    case 'set-legal-hold':
    case 'lift-legal-hold':
    case 'decide-retention-objection':
    case 'update-breach':
      return 'dpo';
  }
}
