import { events, type Decision, type Given } from '../decision.ts';
import { refuse } from '../refusals/refuse.ts';
import type { OpenedCase } from '../state.ts';
import type { HandlingCommand } from './commands.ts';

/** Decides who works on the case, and records notes (practice 15). */
export function decideHandling({ common }: OpenedCase, given: Given<HandlingCommand>): Decision {
  const { command, first } = given;
  switch (command.type) {
    case 'assign':
      if (common.lockedOut.has(command.to)) return refuse('case-concerns-them');
      return common.owner === command.to ? events() : events({ type: 'assigned', ...first, to: command.to });
    case 'lock-out':
      if (command.staff === first.by.id && first.by.kind === 'staff') return refuse('locks-out-oneself');
      return common.lockedOut.has(command.staff)
        ? events()
        : events({ type: 'staff-locked-out', ...first, staff: command.staff });
    case 'let-in':
      // `decide` refuses every command of a member of staff who is locked out, so only other members reach this line.
      return common.lockedOut.has(command.staff)
        ? events({ type: 'staff-let-in', ...first, staff: command.staff, text: command.text })
        : refuse('not-locked-out');
    case 'note':
      return events({ type: 'note-added', ...first, text: command.text });
  }
}
