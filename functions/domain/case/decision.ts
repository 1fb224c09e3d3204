import type { Command, Refusal, RefusalCode } from './command.ts';
import type { CaseEvent } from './events.ts';
import type { OpenedCase, Status } from './state.ts';
import type { Actor } from './vocabulary.ts';

/** What came of a command: events (none where nothing is left to do), or why it is refused. */
export type Decision = { readonly ok: true; readonly events: readonly CaseEvent[] } | Refusal;

/** What every event of a decision carries. */
export interface Stamp {
  readonly at: string;
  readonly by: Actor;
}

/** A command as the rules see it: who, when (ISO 8601, UTC), and both as the stamp of what follows. */
export interface Given<C> {
  readonly command: C;
  readonly now: string;
  readonly first: Stamp & { readonly v: 1 };
  readonly second: Stamp & { readonly v: 2 };
}

export function events(...list: readonly CaseEvent[]): Decision {
  return { ok: true, events: list };
}

export function refuse(code: RefusalCode, message: string): Refusal {
  return { ok: false, code, message };
}

export function outOfOrder(state: OpenedCase, command: Command): Refusal {
  return refuse('out-of-order', `${command.type} cannot be done now: the case is ${statusInWords[state.status]}.`);
}

const statusInWords: Readonly<Record<Status, string>> = {
  held: 'held for a member of staff',
  identifying: 'waiting for the proof of identity',
  planning: 'being planned',
  'approving-search': 'waiting for the approval of the search',
  gathering: 'being searched',
  reviewing: 'waiting for release',
  released: 'released',
  assembling: 'being assembled',
  assembled: 'assembled',
  delivered: 'delivered',
  refused: 'refused',
  closed: 'closed',
};
