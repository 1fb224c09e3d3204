import { mayGive, rolesFor } from '#commands/who-may.ts';
import type { CaseView } from '#api/staff.ts';
import { takenWhen } from '#domain/case/command.ts';
import { isExtended, isTooLateForNotice } from './dates.ts';
import { isSilent, lacksContact } from './standing.ts';
import type { Member } from './member.ts';
import type { Block, Offer, Task } from './task.ts';

/** A task with what stands against it: first the law, which binds everybody, then who is looking. */
export function offer(task: Task, view: CaseView, member: Member): Offer {
  return { task, block: ruleAgainst(task, view) ?? memberAgainst(task, view, member) };
}

function ruleAgainst(task: Task, view: CaseView): Block | null {
  if (isStopped(task) && view.circumstances.some(({ undecided }) => undecided)) return { reason: 'circumstance' };
  switch (task.type) {
    case 'extend':
      if (isExtended(view)) return { reason: 'extended' };
      if (isTooLateForNotice(view)) return { reason: 'late' };
      if (isSilent(view)) return { reason: 'held' };
      return view.extensions.length > 0 ? { reason: 'notice-unsent' } : null;
    case 'lift-hold':
      if (view.hold === 'mandate-unchecked' && view.mandate?.accepted !== true) return { reason: 'mandate' };
      return lacksContact(view) ? { reason: 'contact' } : null;
    case 'move-to-post':
      return view.circumstances.some(({ circumstance }) => circumstance === 'protected-identity')
        ? { reason: 'protected-identity' }
        : null;
    case 'ask':
    case 'charge-fee':
    case 'redirect':
      return isSilent(view) ? { reason: 'held' } : null;
    case 'decide-circumstance':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'give-up-system':
    case 'confirm-freeze':
    case 'release':
    case 'approve-proposal':
    case 'drop-proposal':
    case 'record-posted':
    case 'answer-asking':
    case 'answer-fee':
    case 'end':
    case 'update-breach':
    case 'approve-search':
    case 'assign':
    case 'lock-out':
    case 'let-in':
    case 'mark-circumstance':
    case 'record-mandate':
    case 'join':
    case 'split':
    case 'correct-receipt':
    case 'record-identity-check':
    case 'enter-code':
    case 'override-proof':
    case 'change-contact':
    case 'confirm-contact':
    case 'refuse':
    case 'take-back-refusal':
    case 'reopen':
    case 'stop-processing':
    case 'note':
    case 'set-legal-hold':
    case 'lift-legal-hold':
    case 'object-to-retention':
    case 'decide-retention-objection':
    case 'record-breach':
      return null;
  }
}

/** What waits until somebody has decided what a circumstance that protects somebody asks for. */
function isStopped(task: Task): boolean {
  if (task.type === 'approve-proposal') return task.proposal.kind !== 'decide-circumstance';
  if (task.type === 'end') return task.ending !== 'withdrawn';
  if (task.type === 'change-contact') return true;
  // Both show who asks.
  if (task.type === 'record-identity-check' || task.type === 'enter-code') return false;
  return takenWhen[task.type].whileUndecided === 'waits';
}

function memberAgainst(task: Task, view: CaseView, member: Member): Block | null {
  if (!mayGive(member.roles, task))
    return { reason: 'role', role: rolesFor(task.type, task.type === 'end' ? task.ending : '')[0] };
  if (task.type === 'release' && view.approvals.includes(member.id)) return { reason: 'released-by-you' };
  if (task.type === 'approve-proposal' && task.proposal.by === member.id) return { reason: 'proposed-by-you' };
  return null;
}
