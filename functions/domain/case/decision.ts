import type { Refusal } from './command.ts';
import type { CaseEvent } from './events.ts';
import { refuse, type Refused } from './refusals/refuse.ts';
import type { OpenedCase } from './state.ts';
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
  readonly third: Stamp & { readonly v: 3 };
}

export function events(...list: readonly CaseEvent[]): Decision {
  return { ok: true, events: list };
}

export function outOfOrder(state: OpenedCase): Refused<'other-step'> {
  return refuse('other-step', { status: state.status });
}
